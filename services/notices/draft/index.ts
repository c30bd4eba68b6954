export { alike } from "./alike.ts";
export { beginDraft, OWN_TEXT, withdrawalOf } from "./begin-draft.ts";
export { checkDraft, checkWithdrawal, type CheckedDraft, type DraftFault, type DraftGround } from "./check-draft.ts";
export { draftContent, type DraftClause, type DraftContent, type DraftCorrection, type DraftDuty } from "./draft-content.ts";
export { clauseOfOrder, describeOrder, dutyOfOrder, renameClause, type DescribedOrder } from "./duty-words.ts";
export { editRefusal, type EditField, type EditRefusal } from "./edit-refusal.ts";
export { editsBetween, mergeEdits, withValue, type EditConflict } from "./merge-edits.ts";
export { placeInWords } from "./place-words.ts";
export { PUBLIC_FORM, publicForm, publicFormOne, saysTheSame, type PublicForm } from "./public-form.ts";
export { publicFormSchema, signatureFileSchema } from "./public-form-schema.ts";
export { publicNotice } from "./public-notice.ts";
export { lostName, remarkName } from "./remark-name.ts";
export {
  changesView, deskGround, draftId, draftList, draftSummary, draftView, importFields, moveBody, releaseBody, releasedView, saveBody, sendBackBody, withdrawBody, type DeskGround, type DraftList, type DraftSummaryView, type DraftView,
} from "./desk-view.ts";
