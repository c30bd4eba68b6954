import { fault, isoDate, key, localText, readYaml, type PackParts, type PackProblem } from "#platform/pack";
import type { Notice } from "#services/notices";
import { z } from "zod";
import type { StayingPack } from "../headcount/index.ts";

/**
 * Reads `staying/headcounts.yaml`: which clause is measured, kinds of bodies each with the duty it carries out, reasons for leaving. A pack without the file has
 * no such service: `staying` is null and nothing is wrong. All problems are listed. Never throws.
 */
export function loadStaying({ files, notices: keys }: Pick<PackParts, "files" | "notices">, notices: readonly Pick<Notice, "key" | "clauses">[]): { readonly staying: StayingPack | null; readonly problems: readonly PackProblem[] } {
  const content = files.get(FILE);
  if (content === undefined) return { staying: null, problems: [] };
  const settings = readYaml(FILE, content, settingsSchema);
  const { value, problemAt, repeatedIn } = settings;
  if (value === null) return { staying: null, problems: settings.problems };
  const problems: PackProblem[] = [...settings.problems, ...repeatedIn([["kinds"], ["reasons", "value"]], "key")];
  const notice = notices.find((each) => each.key === value.notice);
  const clause = notice?.clauses.find((each) => each.key === value.clause);
  // A notice that does not load is told by itself.
  if (!keys.includes(value.notice)) problems.push(problemAt(["notice"], NO_NOTICE));
  else if (notice !== undefined && clause === undefined) problems.push(problemAt(["clause"], NO_CLAUSE));
  // What the public is never shown cannot be measured on its page.
  else if (clause?.hidden === true) problems.push(problemAt(["clause"], HIDDEN_CLAUSE));
  const duties = new Set(clause?.obligations.map((obligation) => obligation.key));
  value.kinds.forEach(({ duty }, at) => { if (clause !== undefined && !duties.has(duty)) problems.push(problemAt(["kinds", at, "duty"], NO_DUTY)); });
  return problems.length > 0 ? { staying: null, problems } : { staying: value, problems: [] };
}

const FILE = "staying/headcounts.yaml";

const settingsSchema = z.strictObject({
  notice: key,
  clause: key,
  kinds: z.array(z.strictObject({ key, name: localText, duty: z.string() })).min(1),
  reasons: z.strictObject({ value: z.array(z.strictObject({ key, name: localText })).min(1), source: localText, asOf: isoDate }),
});

const NO_NOTICE = fault("资料包里没有这份通知", "the pack has no such notice", "写 pack.yaml 里 notices 的一个名字", "name one of the notices in pack.yaml");
const NO_CLAUSE = fault("通知里没有这一条", "the notice has no such clause", "写 notice.yaml 里条款的名字", "name a clause of its notice.yaml");
const HIDDEN_CLAUSE = fault("这一条不对外公开", "this clause is hidden from the public", "换一条公开的", "name a clause the public can see");
const NO_DUTY = fault("这一条里没有这项任务", "the clause has no such duty", "写 notice.yaml 里这一条的任务名字", "name a duty of this clause in notice.yaml");
