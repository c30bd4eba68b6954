/** @jsxImportSource react */
import { messages } from "#platform/i18n";
import type { ReactNode } from "react";
import { useWords } from "./language.tsx";
import type { SaveState } from "./use-draft.ts";

/** Whether the server has what was typed; nothing where nothing can be typed. */
export function SavingWord({ saving, editable }: { readonly saving: SaveState; readonly editable: boolean }): ReactNode {
  const say = useWords(words);
  return editable ? <span className="quiet" role="status" data-saving={saving}>{say[saving]}</span> : null;
}

const words = messages({ saved: { zh: "已保存", en: "Saved" }, saving: { zh: "正在保存……", en: "Saving…" }, unsaved: { zh: "还没保存，稍等", en: "Not saved yet" }, failed: { zh: "没存上", en: "Not saved" } });
