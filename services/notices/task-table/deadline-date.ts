/**
 * The day a deadline ends (ISO date), where words and the notice's date leave no doubt; else null. `noticeDate` is ISO or null.
 * A day named with 前 is itself the last day, as is usual in notices. Working days, lunar days, recurring and partial dates
 * (春节前, 3月中旬, 每月5日前), and a day without year that lies before the notice are never guessed.
 */
export function deadlineDate(words: string, noticeDate: string | null): string | null {
  const text = plainDigits(words);
  const issued = noticeDate === null ? null : parseIso(noticeDate);
  if (NEVER_CERTAIN.test(text)) return null;
  return countedDays(text, issued) ?? namedDay(text, issued);
}

type Day = { readonly year: number; readonly month: number; readonly day: number };

/** Recurring, lunar, vague or several dates; days that only a calendar of holidays or another event can tell. */
const NEVER_CERTAIN = /每|逐[年月日]|工作日|农历|阴历|正月|腊月|除夕|[上中下]旬|左右|前后|以后|之后|次[年月日]|翌|隔/;

const COUNTED = /自(?:本(?:通知|方案|意见|办法|决定|公告|通告))?(?:印发|下发|发文|成文)之日起(\d{1,4})(个月|日|天|年)(?:之内|以内|内)/;

/** 自印发之日起30日内: the day of issue does not count; a month ends on the same day number, or its last day. */
function countedDays(text: string, issued: Day | null): string | null {
  const match = COUNTED.exec(text);
  if (match === null || issued === null || DATE_WORDS.test(text.replace(match[0], ""))) return null;
  const count = Number(match[1]);
  if (count === 0) return null;
  if (match[2] === "个月") return addMonths(issued, count);
  if (match[2] === "年") return addMonths(issued, count * 12);
  return fromUtc(new Date(Date.UTC(issued.year, issued.month - 1, issued.day + count)));
}

const NAMED = new RegExp([
  String.raw`^(?<before>[^\d年月季]*?)(?<reach>到|至|截至|截止|截止到|截止至|不晚于|不迟于|最迟|最晚)?`,
  String.raw`(?<year>(?:\d{4}年|今年|本年度?|明年))?`,
  String.raw`(?:(?<month>\d{1,2}|本)月(?:份)?(?:(?<day>\d{1,2})[日号]|(?<monthEnd>底|末))|(?<quarter>[1-4]|第[1-4])季度(?<quarterEnd>底|末)|年?(?<yearEnd>底|末))`,
  String.raw`(?:\d{1,2}(?:[时点]|[:：]\d{2})(?:整|\d{1,2}分)?)?`,
  String.raw`(?<mark>之前|以前|前|为止|止)?(?<after>.*)$`,
].join(""), "u");

/** Any further date in the words makes it unclear which one counts. */
const DATE_WORDS = /\d(?:年|个月|月|日|号|天|季度)|[年月]底|起/;

/** 2021年2月10日前, 10月底前, 到2025年底: one date, marked as an end. */
function namedDay(text: string, issued: Day | null): string | null {
  const parts = NAMED.exec(text)?.groups;
  if (parts === undefined) return null;
  if (parts["mark"] === undefined && parts["reach"] === undefined) return null;
  if (DATE_WORDS.test(parts["before"] ?? "") || DATE_WORDS.test(parts["after"] ?? "") || /[自从]$/.test(parts["before"] ?? "")) return null;
  const year = yearOf(parts["year"], issued);
  const month = parts["month"] === "本" ? (parts["year"] === undefined ? issued?.month : undefined) : lastMonth(parts);
  if (year === null || month === undefined || month < 1 || month > 12) return null;
  const end = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = parts["day"] === undefined ? end : Number(parts["day"]);
  if (day < 1 || day > end) return null;
  const date = iso({ year, month, day });
  // Without a year of its own a day before the notice may mean the next year, or be a slip.
  return /^\d/.test(parts["year"] ?? "") || (issued !== null && date >= iso(issued)) ? date : null;
}

function lastMonth(parts: Readonly<Record<string, string | undefined>>): number {
  if (parts["month"] !== undefined) return Number(parts["month"]);
  return parts["quarter"] === undefined ? 12 : Number(parts["quarter"].replace("第", "")) * 3;
}

function yearOf(word: string | undefined, issued: Day | null): number | null {
  if (word !== undefined && /^\d/.test(word)) return Number(word.slice(0, 4));
  if (issued === null) return null;
  return word === "明年" ? issued.year + 1 : issued.year;
}

/** Full-width and Chinese numerals before a unit of time as digits; spaces dropped. */
function plainDigits(words: string): string {
  return words.normalize("NFKC").replace(/\s+/g, "").replace(/[〇○零一二三四五六七八九十]+(?=年|个?月|日|号|天|季度|时|点)/g, (numeral) => digits(numeral));
}

/** 二〇二一 → 2021, 二十八 → 28; anything else stays as it is. */
function digits(numeral: string): string {
  const figure = (character: string): number => "零一二三四五六七八九".indexOf(character.replace(/[〇○]/, "零"));
  if (!numeral.includes("十")) return [...numeral].map(figure).join("");
  const [tens, ones, more] = numeral.split("十");
  if (more !== undefined || (tens ?? "").length > 1 || (ones ?? "").length > 1) return numeral;
  return String((tens === "" ? 1 : figure(tens ?? "")) * 10 + (ones === "" ? 0 : figure(ones ?? "")));
}

function parseIso(date: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match === null ? null : { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

function addMonths({ year, month, day }: Day, count: number): string {
  const end = new Date(Date.UTC(year, month + count, 0));
  return fromUtc(new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth(), Math.min(day, end.getUTCDate()))));
}

function fromUtc(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function iso({ year, month, day }: Day): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
