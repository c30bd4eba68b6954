import type { LocalText } from "#platform/i18n";

/** Where something stands on its way to being official. */
export const RELEASE_STATES = ["draft", "in-check", "released", "discarded"] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** What can be done to it. */
export type ReleaseAction = "edit" | "hand-in" | "take-back" | "send-back" | "release" | "discard";

/** What the rules look at. `editors`: ids of everybody who changed it or handed it in; `revision` counts changes. */
export type ReleaseFacts = {
  readonly state: ReleaseState;
  readonly person: string;
  readonly editors: readonly string[];
  readonly revision: number;
  /** The revision the person looked at. */
  readonly revisionSeen: number;
  readonly openFaults: number;
};

/** Why an action is refused; `status` is the HTTP state that tells it. */
export type ReleaseRefusal = { readonly reason: "same-person" | "open-faults" | "changed-meanwhile" | "wrong-state" | "key-used" | "stands-as-proposed"; readonly status: 403 | 409 | 422; readonly problem: LocalText; readonly remedy: LocalText };

/**
 * May this person do this now? Null when they may. Two people stand behind everything official: whoever changed a draft
 * or handed it in cannot be the one who releases it (the rule of 审核 and 签发 by different officers).
 */
export function releaseRefusal(action: ReleaseAction, { state, person, editors, revision, revisionSeen, openFaults }: ReleaseFacts): ReleaseRefusal | null {
  if (!(ALLOWED[action] as readonly string[]).includes(state)) return WRONG_STATE;
  if (action === "release" && editors.includes(person)) return SAME_PERSON;
  if (revision !== revisionSeen) return CHANGED;
  if ((action === "release" || action === "hand-in") && openFaults > 0) return OPEN_FAULTS;
  return null;
}

const ALLOWED: Readonly<Record<ReleaseAction, readonly ReleaseState[]>> = {
  edit: ["draft"], "hand-in": ["draft"], "take-back": ["in-check"], "send-back": ["in-check"], release: ["in-check"], discard: ["draft", "in-check"],
};

const WRONG_STATE: ReleaseRefusal = {
  reason: "wrong-state", status: 409,
  problem: { zh: "它现在的状态不能这样做", en: "This cannot be done in its present state" },
  remedy: { zh: "刷新页面，看看别人做了什么。", en: "Reload the page and see what others have done." },
};
const SAME_PERSON: ReleaseRefusal = {
  reason: "same-person", status: 403,
  problem: { zh: "您改过或送签了这份稿子，不能由您签发", en: "You changed this draft or handed it in, so you cannot release it" },
  remedy: { zh: "请另一位有签发权限的同事签发。", en: "Ask a colleague who may release to do it." },
};
const CHANGED: ReleaseRefusal = {
  reason: "changed-meanwhile", status: 409,
  problem: { zh: "您看的时候，别人又改过了", en: "Somebody changed it while you were looking" },
  remedy: { zh: "看一遍现在的内容，再决定。您填的没有丢。", en: "Look at what it says now, then decide. What you wrote is not lost." },
};
const OPEN_FAULTS: ReleaseRefusal = {
  reason: "open-faults", status: 422,
  problem: { zh: "还有没解决的问题", en: "There are open faults" },
  remedy: { zh: "按清单一处一处改好。", en: "Put them right one by one, as listed." },
};

/** A command's key already stands for another command (see `once`). */
export const KEY_USED: ReleaseRefusal = {
  reason: "key-used", status: 409,
  problem: { zh: "这个操作编号已经用在别的操作上", en: "This command key already stands for another command" },
  remedy: { zh: "刷新页面，看看已经办了什么，再操作一次。", en: "Reload the page, see what was done, then do it again." },
};
