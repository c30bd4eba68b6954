import type { Reading, RemarkKind } from "#engines/reading";
import { inLanguage, type Language, type LocalText } from "#platform/i18n";

/** A line of the source sheet. */
export type SourceFact = { readonly label: string; readonly value: string };

type Origin = { readonly language: Language; readonly title?: string; readonly textSha256: string; readonly madeAt: Date };

/** The heading of the table: what it is, and of which notice. */
export function tableTitle(reading: Reading, { language, title }: Origin): string {
  const notice = reading.title ?? title ?? inLanguage({ zh: "未写标题的通知", en: "notice without a title" }, language);
  return inLanguage({ zh: `任务分解表：${notice}`, en: `Task table: ${notice}` }, language);
}

/** Where the table comes from and what to look at before trusting it. What the notice does not state is said to be missing. */
export function sourceFacts(reading: Reading, origin: Origin): SourceFact[] {
  const say = (text: LocalText): string => inLanguage(text, origin.language);
  const missing = say({ zh: "原文未写明", en: "not stated in the text" });
  const title = reading.title ?? (origin.title === undefined ? missing : `${origin.title}${say({ zh: "（原文未写明，另行填写）", en: " (not in the text, given separately)" })}`);
  return [
    { label: say({ zh: "说明", en: "Note" }), value: say(NOTE) },
    { label: say({ zh: "标题", en: "Title" }), value: title },
    { label: say({ zh: "文号", en: "Number" }), value: reading.documentNumber ?? missing },
    { label: say({ zh: "发文机关", en: "Issuer" }), value: reading.issuer ?? missing },
    { label: say({ zh: "日期", en: "Date" }), value: reading.date ?? missing },
    { label: say({ zh: "任务条数", en: "Tasks" }), value: String(reading.obligations.length) },
    { label: say({ zh: "正文指纹（SHA-256）", en: "Text fingerprint (SHA-256)" }), value: origin.textSha256 },
    { label: say({ zh: "制表时间", en: "Made" }), value: `${shanghaiTime(origin.madeAt)}` },
    ...reading.remarks.map(({ kind, detail }) => ({
      label: say({ zh: "请核对", en: "Please check" }), value: detail === "" ? say(REMARKS[kind]) : `${say(REMARKS[kind])}：${detail}`,
    })),
  ];
}

/** Said on every table, since a reading is a proposal. */
export const NOTE: LocalText = {
  zh: "由阅读器初读，需人工核对。以原文为准。",
  en: "First reading by a program; to be checked by a person. The notice's own text prevails.",
};

const REMARKS: Readonly<Record<RemarkKind, LocalText>> = {
  "numbering-gap": { zh: "序号不连续，缺", en: "Numbers missing" },
  "numbering-repeated": { zh: "序号重复", en: "Number used twice" },
  "repeated-body": { zh: "正文重复出现，只取第一遍", en: "The text is printed twice; the first copy was taken" },
  "furniture": { zh: "已略去网页上与通知无关的内容", en: "Left out: parts of the page that are no notice" },
  "attachment": { zh: "含附件", en: "Holds an attachment" },
  "title-missing": { zh: "没有找到标题", en: "No title was found" },
  "date-missing": { zh: "没有找到日期", en: "No date was found" },
  "issuer-missing": { zh: "没有找到发文机关", en: "No issuer was found" },
  "addressees-missing": { zh: "没有找到主送机关", en: "No addressees were found" },
  "encoding-guessed": { zh: "文字编码是推测的，请看有无乱码", en: "The character encoding was guessed; look for garbled text" },
  "traditional-converted": { zh: "原件是繁体字，转成简体后读的", en: "Traditional characters were converted to simplified ones" },
  "text-truncated": { zh: "文字可能不完整", en: "The text may be cut off" },
  "no-text": { zh: "没有可读的文字", en: "No text to read" },
  "not-chinese": { zh: "不是中文", en: "Not in Chinese" },
};

/** Notices are read in China: minutes in Asia/Shanghai, which has had no summer time since 1991. */
function shanghaiTime(instant: Date): string {
  return `${new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ")} (UTC+8)`;
}
