import type { Site } from "./site.ts";
import type { View } from "./view.ts";

/** The place of a page on the site and the way it is read; every page function takes one. */
export type PageContext = {
  readonly site: Site;
  readonly view: View;
  /** Chinese path of this page with its query; the other language and type size lead back to it. */
  readonly path: string;
};
