const LONGEST_RUN_ON_HEADING = 30;
// Fewer characters no longer tell an item from its brothers (对促进…, 对推进…), nor from another reader's copy of it.
const FEWEST_TELLING = 20;
const LONGEST_EXCERPT = 60;
// Nothing that is shortened ends with a mark that waits for more, or with a bracket just opened.
const LOOSE_END = /[\s\u3000。．.；;：:，,、|（(〔［[【《〈“‘「『]+$/u;

/**
 * The first words of a run-on item as its heading: at most 30 characters, up to the last mark that leaves enough of
 * them. A cut inside a bracket or a number (200元至100|0元) would say something else, so it goes before them.
 */
export function shortHeading(words: string): string {
  const whole = words.replace(LOOSE_END, "");
  if (whole.length <= LONGEST_RUN_ON_HEADING) return whole;
  let depth = 0;
  let opened = 0;
  let mark = 0;
  let telling = 0;
  for (let at = 0; at <= LONGEST_RUN_ON_HEADING; at += 1) {
    const character = whole[at] ?? "";
    const pause = isPause(character, whole[at + 1] ?? "");
    if (pause && depth === 0 && telling >= FEWEST_TELLING) mark = at;
    if (at === LONGEST_RUN_ON_HEADING) break;
    if ("（(《〈“「【".includes(character) && ++depth === 1) opened = telling >= FEWEST_TELLING ? at : 0;
    if ("）)》〉”」】".includes(character)) depth = Math.max(0, depth - 1);
    if (!pause) telling += 1;
  }
  const cut = mark > 0 ? mark : depth > 0 && opened > 0 ? opened : LONGEST_RUN_ON_HEADING;
  return cutAt(whole, cut).replace(LOOSE_END, "");
}

/** Words of the page as a remark shows them: on one line, at most 60 characters, and seen to be cut where they are. */
export function excerpt(words: string): string {
  const line = words.replace(/\s+/gu, " ").trim();
  const whole = line.replace(LOOSE_END, "");
  if (whole === "") return line.slice(0, LONGEST_EXCERPT);
  return whole.length <= LONGEST_EXCERPT ? whole : `${cutAt(whole, LONGEST_EXCERPT - 1).replace(LOOSE_END, "")}…`;
}

const isPause = (character: string, next: string): boolean => "，、；：".includes(character) || (",;:".includes(character) && !/\d/u.test(next));

/** The words up to `at`, or up to the number or the pair of code units that would be cut in two there. */
function cutAt(words: string, at: number): string {
  const whole = words.slice(0, at);
  if (/[\ud800-\udbff]$/u.test(whole)) return whole.slice(0, -1);
  return /^[\d.%A-Za-z]/u.test(words.slice(at)) ? whole.replace(/(?<=[^\d.%A-Za-z])[\d.%A-Za-z]{1,6}$/u, "") : whole;
}
