export { explainRefusal } from "./explain-refusal.ts";
export { extractHtmlText } from "./html-text.ts";
export { BYTES_MAX, TEXT_BYTES_MAX } from "./limits.ts";
export { simplified } from "./simplified.ts";
export { looksLikeHtml } from "./looks-like-html.ts";
export {
  REFUSAL_REASONS, type DocumentFormat, type DocumentHints, type DocumentOutcome, type RefusalReason, type TextEncoding,
} from "./outcome.ts";
