export { once } from "./once.ts";
export { releaseVersion, type ReleaseOrder } from "./release-version.ts";
export { releasesOf } from "./store.ts";
