import type { Approval } from "../consent/approval.ts";
import { CONSENTED, EXCEPTED, isTold, MOVED, ORDERED, OWN_CONSENT, PENAL, RELEASE, repeats, TOLD } from "../consent/awaited.ts";
import { approvalIn } from "../consent/consent.ts";
import type { Clause } from "./clause.ts";
import type { Open } from "./found.ts";
import { fromHere, type View } from "./views.ts";

// Which consent a chunk asks for, where its sentence does not merely tell of one.

/** The consent a chunk speaks of, and whether it counts here: under aims and in an introduction only where the words order it. */
export type Heard = { readonly approval: Approval | null; readonly counts: boolean };

/** Hears the consent of a chunk. `bare`: verb-first clauses order here; `silent`: the chunk orders nothing. */
export function hear(view: View, open: Open, clause: Clause, { bare, silent }: { bare: boolean; silent: boolean }): Heard {
  const { shown, source, next, lastShown, earlier } = view;
  const heard = onlyTells(view, open) ? null : approvalIn(shown, source, earlier);
  const counts = bare || (!silent && (ORDERED.test(shown) || (heard !== null && heard.with !== null && heard.with !== "order")));
  const asked = heard !== null && !isTold(heard, shown, next) && !repeats(heard, shown, lastShown) && (counts || clause.role === "order");
  return { approval: asked ? heard : null, counts };
}

/** 经国务院同意，现将…; 经市政府批准，自7月1日起…; 未经批准…的，处…罚款: nothing waits for such a consent. */
function onlyTells(view: View, { from }: Open): boolean {
  const { shown, next } = view;
  // 本规定经董事会审议通过: told of the paper itself.
  if (PENAL.test(fromHere(view)) || /^本(?:规定|办法|方案|细则|制度|章程|预案|规则)经/u.test(shown)) return true;
  if (from !== null) return false;
  return (OWN_CONSENT.test(shown) && !RELEASE.test(next) && !/可|应|须|由|依法/u.test(next)) || (CONSENTED.test(shown) && (TOLD.test(next) || MOVED.test(next)));
}

/** Does the chunk ask for its consent itself, ordering nothing besides? */
export function isConsenting({ approval, counts }: Heard, clause: Clause, { shown, closes }: View): boolean {
  const asks = clause.role === "other" || (clause.role === "context" && clause.carries === null && closes && !/[的后时]$/u.test(shown));
  if (approval === null || !asks || !counts || !(approval.with === null || (approval.with === "order" && closes))) return false;
  return EXCEPTED.test(shown) || !DESCRIBES.test(shown);
}

/** 经批准的规划: the consent describes something. */
const DESCRIBES = /(?:批准|同意|审批|核准)(?!权|机关|部门|单位|机构|后)[^，]*的(?!(?:书面)?(?:同意|批准|许可)$)/u;
