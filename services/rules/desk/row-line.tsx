/** @jsxImportSource react */
import { DeskIcon, useLanguage, useWords } from "#platform/desk-ui";
import { chineseNumeral, inLanguage, messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { RuleContent } from "../draft/index.ts";
import { cellInWords, factInWords } from "../draft/cell-words.ts";
import { clausesOfRow, verdictOf } from "../draft/edit-table.ts";
import { useClauseNumber } from "./clause-number.ts";
import { useLevelWords } from "./level-words.ts";
import { VerdictChip } from "./states.tsx";
import { useRule } from "./use-rule.ts";

/** One rule in words: whom it is about, what it says, on which clauses, and how it stands to the level above. */
export function RowLine({ rule, name }: { readonly rule: RuleContent["table"]["rules"][number]; readonly name: string }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { content, view, row, openRow, editable } = useRule();
  const { table, facts } = content;
  const verdict = verdictOf(rule);
  const isOpen = row === name;
  const differs = standing(name, view.above);
  return (
    <tr className={differs === "stricter" ? "marked" : ""}>
      <td data-label={say.number}><button type="button" className="as-link number" id={`row-${name}`} aria-expanded={isOpen} aria-label={editable ? say.change(name) : say.see(name)} {...(isOpen ? { "aria-controls": `edit-${name}` } : {})} onClick={() => { openRow(isOpen ? null : name); }}>{name}</button></td>
      {table.inputs.map(({ expression }, at) => <td key={expression} data-label={factInWords(expression, content, language)}><span className={(rule.tests[at] ?? "-") === "-" ? "any" : ""}>{cellInWords(rule.tests[at] ?? "-", facts[expression], language)}</span></td>)}
      <td data-label={say.verdict}><span>{verdict === null ? <span className="mono">{rule.outputs[0]}</span> : <VerdictChip value={verdict} content={content} />}</span></td>
      <td data-label={say.clauses}><span><ClauseLinks keys={clausesOfRow(table, rule)} /></span></td>
      {view.above === null ? null : <td className="origin" data-label={say.origin}><Standing differs={differs} /></td>}
    </tr>
  );
}

type Differs = "stricter" | "approved" | "looser" | "added" | "incomparable" | null;

/** How a row stands to the level above: the strictest thing that the comparison says of it. */
function standing(name: string, above: ReturnType<typeof useRule>["view"]["above"]): Differs {
  const own = above?.comparison.differences.filter(({ lowerRow }) => lowerRow === name) ?? [];
  const kinds = own.map(({ kind, document }): Differs => (kind === "silent" ? null : kind === "stricter" && document !== null ? "approved" : kind));
  return (["stricter", "added", "incomparable", "approved", "looser"] as const).find((kind) => kinds.includes(kind)) ?? null;
}

function Standing({ differs }: { readonly differs: Differs }): ReactNode {
  const say = useWords(words);
  const level = useLevelWords();
  if (differs === null) return <>{level.above}</>;
  return differs === "stricter" ? <span className="stricter"><DeskIcon name="no" /> {level.own}{say.stricter}</span> : <>{level.own}{say[differs]}</>;
}

/** Clauses and duties as links to where residents read them: `一（2）` is the second duty of clause 一; its words are told, and shown where there is room. */
export function ClauseLinks({ keys }: { readonly keys: readonly string[] }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { view: { clauses } } = useRule();
  const numberOf = useClauseNumber();
  if (keys.length === 0) return <span className="quiet">{say.noClause}</span>;
  return (
    <ul className="clause-links">{keys.map((key) => {
      const clause = clauses.find((each) => each.key === key);
      // A clause of the level above, which is not ours to link to.
      if (clause === undefined) return <li key={key}>{chineseNumeral(key) === null ? <span className="mono">{key}</span> : say.whole(key)}</li>;
      const number = numberOf(clause);
      const told = inLanguage(clause.words, language);
      return <li key={key}><a href={`${language === "en" ? "/en" : ""}${clause.path}`} title={told}>{number === "" ? told : <>{number}<span className="clause-words"> {told}</span></>}</a></li>;
    })}</ul>
  );
}

const words = messages({
  number: { zh: "编号", en: "No." }, verdict: { zh: "结论", en: "Verdict" }, clauses: { zh: "依据", en: "Clauses" }, origin: { zh: "来自", en: "From" }, noClause: { zh: "没有依据", en: "No clause" },
  whole: (number: string) => ({ zh: `第${number}条`, en: `clause ${number}` }),
  change: (name: string) => ({ zh: `规则 ${name}，改`, en: `Row ${name}, change` }), see: (name: string) => ({ zh: `规则 ${name}，展开`, en: `Row ${name}, open` }),
  stricter: { zh: "，更严", en: ", stricter" }, approved: { zh: "，更严，有批准文件", en: ", stricter, approved" }, looser: { zh: "，更宽", en: ", looser" }, added: { zh: "，自己加的", en: ", added" }, incomparable: { zh: "，没法比", en: ", not comparable" },
});
