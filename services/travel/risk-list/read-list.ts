import type { Gazetteer } from "#engines/places";
import { readBulletin } from "./read-bulletin.ts";
import { readSnapshot } from "./read-snapshot.ts";
import type { ListFault, ListReading } from "./risk-list.ts";

/** The most a list may hold: the largest national ones were below a tenth of it. */
const LIST_BYTES_MAX = 16 * 1024 * 1024;

/**
 * Reads a list of risk areas as it was handed in, UTF-8 or GB 18030, and tells by its content whether it is a national list as JSON or a bulletin. Never
 * throws; what cannot be a list is refused with the reason, and nothing of it is used.
 */
export function readRiskList(places: Gazetteer, bytes: Uint8Array): ListReading {
  if (bytes.length === 0) return { faults: [EMPTY_FILE] };
  if (bytes.length > LIST_BYTES_MAX) return { faults: [TOO_LARGE] };
  const text = textOf(bytes);
  if (text === null) return { faults: [NO_TEXT] };
  const begin = text.trimStart();
  if (begin === "") return { faults: [EMPTY_FILE] };
  if (/^<(?:!doctype|html|head|body|\?xml)/iu.test(begin)) return { faults: [WEB_PAGE] };
  return begin.startsWith("{") || begin.startsWith("[") ? readSnapshot(places, text) : readBulletin(places, text);
}

function textOf(bytes: Uint8Array): string | null {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // A text holds no control signs but the ends of its lines.
      // oxlint-disable-next-line no-control-regex
      if (!/[\u0000-\u0008\u000e-\u001f]/u.test(text)) return text;
    } catch {
      continue;
    }
  }
  return null;
}

const WEB_PAGE: ListFault = { field: "file", problem: { zh: "这是一个网页，不是名单", en: "This is a web page, not a list" }, remedy: { zh: "打开网页，把名单那一段文字复制出来粘贴。", en: "Open the page and paste the text of the list." } };
const EMPTY_FILE: ListFault = { field: "file", problem: { zh: "文件是空的", en: "The file is empty" }, remedy: { zh: "重新下载这份名单，再导入。", en: "Download the list again and import that." } };
const TOO_LARGE: ListFault = { field: "file", problem: { zh: "文件超过 16 MB", en: "The file is larger than 16 MB" }, remedy: { zh: "检查是不是选错了文件。", en: "See whether this is the right file." } };
const NO_TEXT: ListFault = { field: "file", problem: { zh: "这不是文字文件", en: "This is no text" }, remedy: { zh: "把名单存成 .json 或 .txt 再导入。", en: "Save the list as .json or .txt and import that." } };
