/** @jsxImportSource react */
import { messages } from "#platform/i18n";
import { useState, type ReactNode } from "react";
import { DeskProblem } from "./api.ts";
import { useWords } from "./language.tsx";
import { useBusy } from "./use-busy.ts";

/** Takes one file to the server and gives the id it is kept under. */
export type HandIn = (file: File) => Promise<{ readonly id: string }>;

type Props = { readonly id: string; readonly about: { readonly "aria-describedby": string; readonly "aria-invalid"?: true }; readonly ids: readonly string[]; readonly change: (ids: readonly string[]) => void; readonly most: number; readonly handIn: HandIn | null };

/** Files of an answer: each is handed in as soon as it is chosen, and can be taken out again. */
export function FilesField({ id, about, ids, change, most, handIn }: Props): ReactNode {
  const say = useWords(words);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [fault, setFault] = useState<string | null>(null);
  const [busy, run] = useBusy();
  async function take(chosen: readonly File[], into: HandIn): Promise<void> {
    setFault(chosen.length > most - ids.length ? say.tooMany(most) : null);
    const kept: string[] = [];
    try {
      for (const file of chosen.slice(0, most - ids.length)) {
        const { id: key } = await into(file);
        kept.push(key);
        setNames((before) => ({ ...before, [key]: file.name }));
      }
    } catch (problem) {
      setFault(problem instanceof DeskProblem ? `${problem.problem}${say.stop}${problem.remedy}` : say.odd);
    } finally {
      if (kept.length > 0) change([...ids, ...kept]);
    }
  }
  return (
    <div className="files">
      {ids.length === 0 ? null : <ul>{ids.map((each, at) => <li key={each} className="row"><span className="edit">{names[each] ?? say.file(at + 1)}</span><button type="button" className="as-link" onClick={() => { change(ids.filter((other) => other !== each)); }}>{say.out}<span className="vh">{names[each] ?? say.file(at + 1)}</span></button></li>)}</ul>}
      {handIn === null ? <p className="quiet" id={id}>{say.notHere}</p> : <input id={id} type="file" multiple={most > 1} disabled={busy || ids.length >= most} accept=".jpg,.jpeg,.png,.webp,.pdf,.docx,.txt" {...about} onChange={(event) => {
        const chosen = [...event.target.files ?? []];
        event.target.value = "";
        run(() => take(chosen, handIn));
      }} />}
      <p role="status" className="quiet">{busy ? say.sending : ""}</p>
      <div role="alert">{fault === null ? null : <p className="field-error">{fault}</p>}</div>
    </div>
  );
}

const words = messages({
  file: (at: number) => ({ zh: `第 ${at} 个文件`, en: `File ${at}` }), out: { zh: "去掉", en: "Take out " }, notHere: { zh: "这里不收文件。", en: "Files are not taken here." }, sending: { zh: "正在传……", en: "Sending…" }, stop: { zh: "。", en: ". " },
  tooMany: (most: number) => ({ zh: `最多 ${most} 个，多出来的没有传。`, en: `At most ${most}: those beyond were left out.` }), odd: { zh: "文件没有传上去，请再试一次。", en: "The file was not sent. Please try again." },
});
