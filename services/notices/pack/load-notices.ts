import { readNotice } from "#engines/reading";
import { fault, missingFile, type PackParts, type PackProblem } from "#platform/pack";
import { contentSha256 } from "#platform/release";
import type { Notice } from "../notice.ts";
import { assembleNotice } from "./assemble-notice.ts";
import { readCorrections } from "./corrections-file.ts";
import { readNoticeSettings } from "./settings-file.ts";

/** A notice as a pack gives it. `inputSha256` is over what the pack says, whatever the reader makes of it: two packs say the same when it is equal. */
export type PackNotice = { readonly notice: Notice; readonly inputSha256: string };

/**
 * Reads every notice of a pack from `notices/<key>/` (notice.txt, notice.yaml, corrections.yaml), in the pack's order.
 * All problems are listed, also of a pack whose city does not hold yet; a notice that cannot be put together is left out. Release only when `problems` is empty.
 */
export function loadNotices(pack: PackParts): { readonly notices: readonly Notice[]; readonly packNotices: readonly PackNotice[]; readonly problems: readonly PackProblem[] } {
  const loaded = pack.notices.map((key) => loadNotice(pack, key));
  const packNotices = loaded.flatMap(({ notice }) => (notice === null ? [] : [notice]));
  return {
    notices: packNotices.map(({ notice }) => notice), packNotices,
    problems: [...loaded.flatMap(({ problems }) => problems), ...unlisted(pack)],
  };
}

function loadNotice(pack: PackParts, key: string): { notice: PackNotice | null; problems: readonly PackProblem[] } {
  const path = (name: string) => `notices/${key}/${name}`;
  const [textFile, settingsFile, correctionsFile] = [path("notice.txt"), path("notice.yaml"), path("corrections.yaml")];
  const [text, settings] = [pack.files.get(textFile), pack.files.get(settingsFile)];
  if (text === undefined || settings === undefined) {
    return { notice: null, problems: [textFile, settingsFile].filter((file) => !pack.files.has(file)).map(missingFile) };
  }
  const parts = { settings: readNoticeSettings(settingsFile, settings), corrections: readCorrections(correctionsFile, pack.files.get(correctionsFile) ?? "corrections: []") };
  const { notice, problems } = assembleNotice({ key, textFile, text, city: pack.city, reading: readNotice(text), ...parts });
  if (notice === null) return { notice, problems };
  const { issuer, publisher, operator } = notice;
  return { notice: { notice, inputSha256: contentSha256({ text, settings: parts.settings.value, corrections: parts.corrections.value, issuer, publisher, operator }) }, problems };
}

/** Folders of notices that pack.yaml does not name would silently never be shown. */
function unlisted(pack: PackParts): PackProblem[] {
  const folders = new Set([...pack.files.keys()].flatMap((file) => /^notices\/([^/]+)\//.exec(file)?.[1] ?? []));
  return [...folders].filter((folder) => !pack.notices.includes(folder)).map((folder) => ({
    file: "pack.yaml", line: 1, field: "notices",
    ...fault(`没有列出通知 ${folder}`, `the notice ${folder} is not listed`, "加进 notices，或删去它的文件夹", "list it under notices, or remove its folder"),
  }));
}
