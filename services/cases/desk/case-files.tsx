/** @jsxImportSource react */
import { sendForm, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { z } from "zod";
import type { CaseView, filedView } from "../desk-views.ts";

/** Takes a file to the server before the answer that will name it. */
export function handInFile(file: File): Promise<z.infer<typeof filedView>> {
  const form = new FormData();
  form.set("file", file);
  return sendForm("/api/cases/files", form);
}

/** Files of a case, each opened in a tab of its own. */
export function CaseFiles({ district, number, files }: Pick<CaseView, "district" | "number" | "files">): ReactNode {
  const say = useWords(words);
  return <ul className="stacked">{files.map((file) => <li key={file.id} className="row"><a href={`/api/cases/${district}/${number}/files/${file.id}`} target="_blank" rel="noopener" lang="zh-CN">{file.name}</a><span className="quiet">{kindOf(file.mediaType, say)}<span className="vh">{say.newTab}</span></span></li>)}</ul>;
}

function kindOf(mediaType: string, say: ReturnType<typeof words>): string {
  if (mediaType.startsWith("image/")) return say.picture;
  if (mediaType === "application/pdf") return "PDF";
  return mediaType.startsWith("text/") ? say.text : "Word";
}

const words = messages({ picture: { zh: "图片", en: "Picture" }, text: { zh: "文本", en: "Text" }, newTab: { zh: "（在新窗口打开）", en: " (opens in a new tab)" } });
