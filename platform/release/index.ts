export { canonicalBytes, contentSha256 } from "./canonical.ts";
export { keyedDiff, textDiff, type DiffPart, type KeyedChange } from "./readable-diff.ts";
export { KEY_USED, RELEASE_STATES, releaseRefusal, type ReleaseAction, type ReleaseFacts, type ReleaseRefusal, type ReleaseState } from "./release-rules.ts";
export type { Released, SignedFacts } from "./released.ts";
