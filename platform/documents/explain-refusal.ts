import { inLanguage, type Language, type LocalText } from "#platform/i18n";
import { BYTES_MAX, TEXT_BYTES_MAX } from "./limits.ts";
import type { RefusalReason } from "./outcome.ts";

/** What went wrong and what to do now, in plain words for the person who sent the file. */
export function explainRefusal(reason: RefusalReason, language: Language): { readonly problem: string; readonly remedy: string } {
  const { problem, remedy } = WORDS[reason];
  return { problem: inLanguage(problem, language), remedy: inLanguage(remedy, language) };
}

type Explanation = { readonly problem: LocalText; readonly remedy: LocalText };

function words(problemZh: string, problemEn: string, remedyZh: string, remedyEn: string): Explanation {
  return { problem: { zh: problemZh, en: problemEn }, remedy: { zh: remedyZh, en: remedyEn } };
}

const MEGABYTE = 1024 * 1024;
const SAVE_AS_DOCX_ZH = "用 WPS 或 Word 打开，另存为 .docx 再传";
const SAVE_AS_DOCX_EN = "Open it in WPS or Word, save it as .docx and send that";
const COPY_ZH = "打开文件，选中文字复制，粘贴到文本框里";
const COPY_EN = "open the file, copy its text and paste it into the text box";

const WORDS: Readonly<Record<RefusalReason, Explanation>> = {
  "empty": words("文件里没有文字", "There is no text in it", "换一个有正文的文件，或直接粘贴正文", "Choose a file that holds the notice, or paste its text"),
  "binary": words("这不是文字文件", "This is not a text document", "请传 .docx、.pdf、网页或文本文件，或直接粘贴正文", "Send a .docx, .pdf, web page or text file, or paste the text"),
  "encoding-unknown": words(
    "认不出文件的文字编码，打开会是乱码", "The character encoding was not recognised, so the text would be garbled",
    "用记事本打开，另存为 UTF-8 编码再传，或直接粘贴正文", "Open it in a text editor, save it as UTF-8 and send that, or paste the text"),
  "too-large": words(
    `文件太大：文件不能超过 ${BYTES_MAX / MEGABYTE} MB，文字不能超过 ${TEXT_BYTES_MAX / MEGABYTE} MB`,
    `It is too large: the limit is ${BYTES_MAX / MEGABYTE} MB for a file and ${TEXT_BYTES_MAX / MEGABYTE} MB for its text`,
    "只留通知正文，删去图片和附表再传，或直接粘贴正文", "Keep the notice only, without pictures and tables, or paste its text"),
  "picture-only": words(
    "这是图片或扫描件，里面没有可以读取的文字", "This is a picture or a scan: it holds no text that can be read",
    "请传原来的 .docx 或网页，或用文字识别软件转成文字后粘贴，并逐字核对",
    "Send the original .docx or web page, or turn it into text with recognition software, check it word by word and paste it"),
  "old-word": words("这是旧版 Word 文件（.doc）", "This is an old Word file (.doc)", SAVE_AS_DOCX_ZH, SAVE_AS_DOCX_EN),
  "wps": words("这是 WPS 文件（.wps）", "This is a WPS file (.wps)", SAVE_AS_DOCX_ZH, SAVE_AS_DOCX_EN),
  "ofd": words(
    "这是 OFD 版式文件，暂时读不了", "This is an OFD file, which cannot be read yet",
    `用 OFD 阅读器导出为 PDF 或 .docx 再传；也可以${COPY_ZH}`, `Export it as PDF or .docx from an OFD reader and send that; or ${COPY_EN}`),
  "spreadsheet": words("这是表格文件", "This is a spreadsheet", "请传通知正文；表里有正文的，复制文字后粘贴", "Send the notice itself; if its text is in the table, copy and paste it"),
  "presentation": words("这是演示文稿", "This is a presentation", "请传通知正文，或复制文字后粘贴", "Send the notice itself, or copy its text and paste it"),
  "open-document": words("这是 OpenDocument 文件", "This is an OpenDocument file", SAVE_AS_DOCX_ZH, SAVE_AS_DOCX_EN),
  "rich-text": words("这是 RTF 文件", "This is a rich text file (RTF)", SAVE_AS_DOCX_ZH, SAVE_AS_DOCX_EN),
  "web-archive": words(
    "这是单个文件的网页存档（.mht）", "This is a web page archive (.mht)",
    "用浏览器打开网页，另存为“仅 HTML”再传，或直接粘贴正文", "Open the page in a browser and save it as “HTML only”, or paste its text"),
  "archive": words("这是压缩包", "This is an archive", "先解压，再传里面的通知文件", "Unpack it and send the notice inside"),
  "encrypted": words("文件设了密码，打不开", "The file is locked with a password", "去掉密码后再传，或直接粘贴正文", "Remove the password and send it again, or paste its text"),
  "damaged": words("文件损坏或不完整，打不开", "The file is damaged or incomplete", `重新下载或导出后再传；能打开的，${SAVE_AS_DOCX_ZH}`, `Download or export it again; if it opens for you: ${SAVE_AS_DOCX_EN.toLowerCase()}`),
  "text-garbled": words(
    "PDF 里的文字没有对应的字符，读出来是乱码", "The letters in this PDF do not say which characters they are, so the text would be garbled",
    "请传原来的 .docx 或网页，或直接粘贴正文", "Send the original .docx or web page, or paste the text"),
  "unsafe": words(
    "文件内部结构异常，为安全起见没有打开", "The file is built in an unusual way and was not opened, for safety",
    `确认来源可靠后，${SAVE_AS_DOCX_ZH}`, `If you trust where it comes from: ${SAVE_AS_DOCX_EN.toLowerCase()}`),
  "too-costly": words(
    "文件太复杂，在规定时间内读不完", "The file is too complex to be read in the time allowed",
    "删去图片、表格和批注后再传，或直接粘贴正文", "Remove pictures, tables and comments and send it again, or paste its text"),
  "busy": words("现在读文件的人多", "Many files are being read right now", "过一会儿再传一次，或直接粘贴正文", "Send it again in a moment, or paste its text"),
};
