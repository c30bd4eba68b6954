export { alike, beginDraft, OWN_TEXT } from "./begin-draft.ts";
export { checkDraft, type CheckedDraft, type DraftFault, type DraftGround } from "./check-draft.ts";
export { draftContent, type DraftClause, type DraftContent, type DraftCorrection } from "./draft-content.ts";
export { PUBLIC_FORM, publicForm, type PublicForm } from "./public-form.ts";
export { publicNotice } from "./public-notice.ts";
export { remarkName } from "./remark-name.ts";
export {
  deskGround, draftId, draftSummary, draftView, importFields, moveBody, releaseBody, releasedView, saveBody, type DeskGround, type DraftSummaryView, type DraftView,
} from "./desk-view.ts";
