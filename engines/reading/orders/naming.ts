import type { Approval } from "../consent/approval.ts";
import { actorsIn, agentIn, arePersons, bannedIn, encouragedIn } from "./actors.ts";
import type { Clause } from "./clause.ts";
import type { Found } from "./found.ts";
import { endsActorBeforeVerb } from "./subject.ts";

// Who an order is said to: whom its words name, else whom the words before named, else the addressees.

/** 责令改正, 给予警告: not whoever is punished does it. */
const PENALTY = /^(?:依法|并)*(?:责令|给予(?:警告|处分|处罚)|处以?[^，]*罚款|没收|吊销|追究)/u;
/** 督促企业…: people do not guide or organise others. */
const DESCRIBED = /^(?:引导|指导|组织|督促|鼓励|倡导|提倡|支持|动员|协调|加强对|帮助)/u;

/** Gives an order whom its words name, else whom its sentence named, else who spoke before, else the addressees (inferred). */
export function setActors(order: Found, named: readonly string[], { subject, speaking, addressees }: { subject: readonly string[]; speaking: readonly string[]; addressees: readonly string[] }, source: string): void {
  const inherited = subject.length > 0 && !PENALTY.test(source) && !(arePersons(subject) && DESCRIBED.test(source)) ? subject : [];
  if (named.length > 0) { order.actors = [...named]; return; }
  if (inherited.length > 0) { order.actors = [...inherited]; return; }
  const earlier = speaking.length > 0 ? speaking : addressees;
  order.actors = [...earlier];
  order.inferred = earlier.length > 0;
}

/** Whom an order calls on by name behind its word: 鼓励企业…, 请市民…, 严禁群众擅自…, 由社区…. 支持 names what is supported, unless that acts (支持企业参与). */
export function nameAddressed(order: Found, source: string, { verbAt, subjectEnd, how }: Extract<Clause, { role: "order" }>, approver: Approval["approver"]): void {
  const [said, rest] = [source.slice(0, verbAt), source.slice(verbAt)];
  const supports = said.endsWith("支持") && !/^[^，。；的]{2,16}?(?:参与|参加|开展|投身|提供|建设)/u.test(rest);
  const calls = order.modality === "encouraged" ? !supports : order.modality === "permitted" ? /(?:允许|准许)$/u.test(said) : /(?:请|敬请|建议|倡议)$/u.test(said);
  const agent = agentIn(source, (name, behind) => endsActorBeforeVerb(name, source.slice(behind)));
  const actors = calls ? encouragedIn(rest) : order.modality === "must-not" && how === "modal" && /(?:严禁|禁止)$/u.test(said) && subjectEnd === 0 ? bannedIn(rest) : agent === null ? [] : actorsIn(agent);
  // 由部门负责人批准后方可离开: whoever consents is not who leaves.
  if (actors.length === 0 || (!calls && approver !== null && source.startsWith(agent ?? " ", approver.start) && !source.slice(approver.end).includes("并"))) return;
  order.actors = actors;
  order.inferred = false;
}
