import { useDraft, type DraftKind, type DraftWork as Work } from "#platform/desk-ui";
import type { DraftContent, DraftView } from "../draft/index.ts";
// Not through the door: the schemas beside it would come along into the browser.
import { editsBetween, mergeEdits, withValue } from "../draft/merge-edits.ts";

/** One draft of a notice while somebody works on it. */
export type DraftWork = Work<DraftView>;

const NOTICES: DraftKind<DraftContent> = { path: "/api/notices/drafts", keptAs: "draft", merge: mergeEdits, editsBetween, withValue };

/** Opens a draft of a notice; two officers' changes are joined clause by clause. */
export const useNoticeDraft = (id: string): DraftWork => useDraft<DraftView>(NOTICES, id);
