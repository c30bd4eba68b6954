import { createHash } from "node:crypto";
import { BLOCKS } from "./blocks.ts";
import { FORMS } from "./forms.ts";
import { GROUND } from "./ground.ts";
import { MEDIA } from "./media.ts";
import { SHELL } from "./shell.ts";

/** The one style sheet of the portal, as it stands in the head of every page. */
export const STYLE = compact(GROUND + SHELL + BLOCKS + FORMS + MEDIA);

/** Source expression for `style-src` of the content security policy; pages hold no other style. */
export const STYLE_HASH = `'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;

/** Drops the white space people read by. Our own sheets hold no strings with blanks beside these signs, but for font names. */
function compact(css: string): string {
  return css.replace(/\s+/g, " ").replace(/\s*([{};,>])\s*/g, "$1").replace(/: /g, ":").replace(/;}/g, "}").trim();
}
