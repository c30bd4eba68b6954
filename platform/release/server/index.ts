export { once, type Carried, type Command } from "./once.ts";
export { releaseVersion, type ReleaseOrder, type ReleaseParts } from "./release-version.ts";
export { latestReleases, latestReleasesIn, releasedBytes, releasesOf, type LatestRelease } from "./store.ts";
