export { canonicalBytes, contentSha256 } from "./canonical.ts";
export { keyedDiff, textDiff, type DiffPart, type KeyedChange } from "./readable-diff.ts";
export { RELEASE_STATES, releaseRefusal, type ReleaseAction, type ReleaseFacts, type ReleaseRefusal, type ReleaseState } from "./release-rules.ts";
export type { Released } from "./released.ts";
