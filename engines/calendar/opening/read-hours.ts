import { DAY_MINUTES, openingHours, WEEKDAYS, type OpeningDays, type OpeningHours, type OpeningLine, type OpenSpan } from "./opening-hours.ts";

/**
 * Reads opening hours as people and OpenStreetMap write them: `工作日 08:00-17:00；休息日 09:00-12:00；法定节假日 不开`, `每天 00:00-24:00`, `24小时`,
 * `周一至周五 8:00-11:30、14:00-17:30`, `上午8点至12点，下午2点至5点半`, `Mo-Fr 08:00-12:00; PH off`; full-width signs too. Null where anything is not understood, or two
 * lines say different things of the same days: half-understood hours would send somebody out for nothing. Never throws.
 */
export function readHours(text: string): OpeningHours | null {
  const written = text.normalize("NFKC").toLowerCase().trim();
  if (written === "" || written.length > LENGTH_MAX) return null;
  if (AROUND_THE_CLOCK.test(written)) return openingHours([{ days: [{ kind: "every" }], spans: [{ from: 0, to: DAY_MINUTES }] }]);
  const lines: { days: OpeningDays[]; spans: OpenSpan[]; isClosed: boolean }[] = [];
  let rest = written;
  while (rest !== "") {
    const token = nextToken(rest);
    if (token === null) return null;
    rest = rest.slice(token.length);
    if (token.kind === "between") continue;
    const last = lines.at(-1);
    const isOpen = last !== undefined && last.spans.length === 0 && !last.isClosed;
    if (token.kind === "days") {
      if (isOpen) last.days.push(token.days);
      else lines.push({ days: [token.days], spans: [], isClosed: false });
      continue;
    }
    // Hours without a word before them are every day's.
    const line = last ?? { days: [{ kind: "every" as const }], spans: [], isClosed: false };
    if (last === undefined) lines.push(line);
    if (token.kind === "closed") line.isClosed = true;
    else line.spans.push(token.span);
  }
  return lines.length === 0 || lines.some(({ spans, isClosed }) => isClosed === spans.length > 0) ? null : inOrder(lines);
}

const LENGTH_MAX = 300;
const AROUND_THE_CLOCK = /^(?:(?:每天|每日|全年)?[\s,、]*(?:全天)?\s*24\s*小时(?:开放|营业|服务)?|全天(?:开放|营业|服务)?|24\/7)$/u;

type Token = { readonly length: number } & ({ readonly kind: "between" } | { readonly kind: "closed" } | { readonly kind: "days"; readonly days: OpeningDays } | { readonly kind: "span"; readonly span: OpenSpan });

function nextToken(text: string): Token | null {
  const between = BETWEEN.exec(text);
  if (between !== null) return { kind: "between", length: between[0].length };
  for (const [pattern, kind] of NAMED_DAYS) {
    const found = pattern.exec(text);
    if (found !== null) return { kind: "days", days: { kind }, length: found[0].length };
  }
  const weekdays = weekdaysIn(text);
  if (weekdays !== null) return weekdays;
  const closed = CLOSED.exec(text);
  if (closed !== null) return { kind: "closed", length: closed[0].length };
  const whole = WHOLE_DAY.exec(text);
  if (whole !== null) return { kind: "span", span: { from: 0, to: DAY_MINUTES }, length: whole[0].length };
  return spanIn(text);
}

const BETWEEN = /^(?:[\s;,、。:|/]+|和|及|与|以及|and\b)/u;
const NAMED_DAYS: readonly (readonly [RegExp, Exclude<OpeningDays["kind"], "weekdays">])[] = [
  [/^(?:每天|每日|天天|daily\b|every day\b)/u, "every"], [/^(?:工作日|上班日|working days?\b|workdays?\b)/u, "worked"], [/^(?:休息日|rest days?\b|days off\b)/u, "rest"],
  [/^(?:周末|双休日|weekends?\b)/u, "weekend"], [/^(?:国家)?(?:法定)?(?:节假日|节日|假日)|^(?:ph\b|(?:public )?holidays?\b)/u, "holiday"],
];
const CLOSED = /^(?:不开放?|不营业|不上班|不办公|关闭|关门|休息|停诊|停业|暂停|off\b|closed\b)/u;
const WHOLE_DAY = /^(?:全天|24\s*小时)(?:开放|营业|服务)?/u;

const OSM_DAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"];

/** `周一至周五`, `星期六日`, `周三`, `mo-fr`, `sa`. Over the end of the week too: `周六至周一`. */
function weekdaysIn(text: string): Token | null {
  const found = /^(?:周|星期|礼拜)([一二三四五六日天])(?:\s*[-~至到]\s*(?:周|星期|礼拜)?([一二三四五六日天])|([一二三四五六日天]+))?/u.exec(text);
  const osm = found === null ? /^(mo|tu|we|th|fr|sa|su)(?:\s*-\s*(mo|tu|we|th|fr|sa|su))?\b/u.exec(text) : null;
  const [whole, first, last, more = ""] = found ?? osm ?? [];
  if (whole === undefined || first === undefined) return null;
  const number = (sign: string): number => (OSM_DAYS.indexOf(sign) >= 0 ? OSM_DAYS.indexOf(sign) : (WEEKDAYS as readonly string[]).indexOf(sign === "天" ? "日" : sign)) + 1;
  const from = number(first);
  const count = last === undefined ? 0 : (number(last) - from + 7) % 7;
  const days = new Set([...Array.from({ length: count + 1 }, (_, at) => ((from - 1 + at) % 7) + 1), ...[...more].map(number)]);
  return { kind: "days", days: { kind: "weekdays", weekdays: [...days].toSorted((one, other) => one - other) }, length: whole.length };
}

const HALVES = "凌晨|早上|早晨|早|上午|中午|下午|晚上|晚间|晚|夜间";
const TIME = `(?:(${HALVES})\\s*)?(\\d{1,2})(?:\\s*[:.]\\s*(\\d{2})|\\s*[点时](?:\\s*(\\d{1,2})\\s*分?|(半))?)`;
const SPAN = new RegExp(`^${TIME}\\s*(?:-{1,2}|~|—|–|―|至|到)\\s*(?:次日|第二天)?\\s*${TIME}`, "u");

function spanIn(text: string): Token | null {
  const found = SPAN.exec(text);
  if (found === null) return null;
  const [whole, firstHalf, ...parts] = found;
  const from = minutesOf(firstHalf, parts.slice(0, 4));
  // 下午2:00-5:00: the half of the day is said once for both.
  const to = minutesOf(parts[4] ?? firstHalf, parts.slice(5, 9));
  if (from === null || to === null || from >= DAY_MINUTES || from === to) return null;
  return { kind: "span", span: { from, to: to < from ? to + DAY_MINUTES : to }, length: whole.length };
}

function minutesOf(half: string | undefined, [hours = "", minutes, spoken, isHalf]: readonly (string | undefined)[]): number | null {
  const hour = Number(hours) + (half !== undefined && /下午|晚|夜|中午/u.test(half) && Number(hours) < (half === "中午" ? 11 : 12) ? 12 : 0);
  const minute = Number(minutes ?? spoken ?? (isHalf === undefined ? 0 : 30));
  return minute > 59 || hour * 60 + minute > DAY_MINUTES ? null : hour * 60 + minute;
}

/** Lines of the same days are one; its spans stand in order and leave each other alone. */
function inOrder(lines: readonly { readonly days: readonly OpeningDays[]; readonly spans: readonly OpenSpan[] }[]): OpeningHours | null {
  const joined = new Map<string, OpeningLine>();
  const claimed = new Set<string>();
  for (const { days: named, spans } of lines) {
    const days = joinedDays(named);
    const name = JSON.stringify(days);
    const before = joined.get(name);
    if (before === undefined) {
      const claims = days.flatMap((each) => (each.kind === "weekdays" ? each.weekdays.map((day) => `weekday ${day}`) : [each.kind]));
      if (claims.some((each) => claimed.has(each))) return null;
      for (const each of claims) claimed.add(each);
    } else if (before.spans.length === 0 || spans.length === 0) return null;
    const all = [...before?.spans ?? [], ...spans].toSorted((one, other) => one.from - other.from);
    if (all.some(({ from }, at) => at > 0 && from < (all[at - 1]?.to ?? 0))) return null;
    const [first, last] = [all[0], all.at(-1)];
    if (first !== undefined && last !== undefined && last.to - DAY_MINUTES > first.from) return null;
    joined.set(name, { days, spans: all });
  }
  return openingHours([...joined.values()]);
}

/** Days of the week that are named apart are named together; the same word twice counts once. */
function joinedDays(named: readonly OpeningDays[]): readonly OpeningDays[] {
  const kinds = [...new Set(named.map(({ kind }) => kind))];
  const weekdays = [...new Set(named.flatMap((each) => (each.kind === "weekdays" ? each.weekdays : [])))].toSorted((one, other) => one - other);
  return kinds.map((kind): OpeningDays => (kind === "weekdays" ? { kind, weekdays } : { kind }));
}
