/** @jsxImportSource react */
import { useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { Input } from "antd";
import { useState, type ReactNode } from "react";
import { useClauseNumber } from "./clause-number.ts";
import { useRule } from "./use-rule.ts";

/** More than these are looked through by words. */
const LISTED_MAX = 8;

/** Which clauses and duties of the notice a row carries out. Those ticked come first. */
export function ClausePicker({ name, keys, choose }: { readonly name: string; readonly keys: readonly string[]; readonly choose: (keys: readonly string[]) => void }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { view: { clauses }, editable } = useRule();
  const numberOf = useClauseNumber();
  const [wanted, setWanted] = useState("");
  // In the order they had when the row was opened: a box that jumps away under the pointer is ticked by nobody twice.
  const [first] = useState(keys);
  const foreign = keys.filter((key) => !clauses.some((clause) => clause.key === key)).map((key) => ({ key, number: null, words: { zh: key, en: key }, path: "" }));
  const all = [...foreign, ...clauses.filter(({ key }) => first.includes(key)), ...clauses.filter(({ key }) => !first.includes(key))];
  const matches = (words: { readonly zh: string; readonly en: string }, number: string | null): boolean => wanted.trim() === "" || `${number ?? ""} ${words.zh} ${words.en}`.toLowerCase().includes(wanted.trim().toLowerCase());
  const shown = all.filter(({ key, number, words }) => (editable ? keys.includes(key) || matches(words, number) : keys.includes(key)));
  const ordered = (next: readonly string[]): string[] => all.map(({ key }) => key).filter((key) => next.includes(key));
  return (
    <fieldset>
      <legend>{say.title}</legend>
      {!editable || all.length <= LISTED_MAX ? null : <><label className="vh" htmlFor={`find-${name}`}>{say.find}</label><Input id={`find-${name}`} value={wanted} placeholder={say.find} maxLength={60} onChange={(event) => { setWanted(event.target.value); }} /></>}
      <div className="clauses">
        {shown.length === 0 ? <p className="quiet">{say.none}</p> : shown.map(({ key, number, words, path }) => <label className="choice" key={key}><input type="checkbox" checked={keys.includes(key)} onChange={(event) => { choose(ordered(event.target.checked ? [...keys, key] : keys.filter((each) => each !== key))); }} /><span>{number === null ? null : <b>{numberOf({ key, number, path })} </b>}{inLanguage(words, language)}</span></label>)}
      </div>
    </fieldset>
  );
}

const words = messages({ title: { zh: "依据（落实通知的哪一条）", en: "Clauses it carries out" }, find: { zh: "找条款", en: "Find a clause" }, none: { zh: "没有选条款", en: "No clause" } });
