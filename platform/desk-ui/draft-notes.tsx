/** @jsxImportSource react */
import { messages } from "#platform/i18n";
import { Button } from "antd";
import type { ReactNode } from "react";
import { DeskProblem } from "./api.ts";
import { DeskIcon } from "./icon.tsx";
import { useWords } from "./language.tsx";
import type { DraftConflict, DraftWork, OpenedDraft } from "./use-draft.ts";

/** A place in a draft, and what stands or stood there, in words. */
export type ConflictWords = { readonly place: string; readonly mine: string; readonly theirs: string };

/** What happened to the draft while somebody works on it. Stays in view wherever they are on the page, and takes no focus. */
export function DraftNotes<View extends OpenedDraft<unknown>>({ work, inWords, goTo }: { readonly work: DraftWork<View>; readonly inWords: (conflict: DraftConflict) => ConflictWords; readonly goTo: (path: readonly string[]) => void }): ReactNode {
  const say = useWords(words);
  const { together, late, saveError, content } = work;
  if (content === null) return null;
  const told = (edit: DraftConflict) => <Told {...inWords(edit)} />;
  return (
    <div className="notes">
      {saveError === null ? null : <div className="alert no" role="alert"><DeskIcon name="no" /><SaveProblem error={saveError} /></div>}
      {late === null ? null : (
        <div className="alert warn" role="alert"><DeskIcon name="warn" /><div>
          <p><b>{say.late(say[late.state])}</b></p><p>{say.lateMeans}</p>
          <ul>{late.edits.map((edit) => <li key={edit.path.join(" ")}>{told(edit)}</li>)}</ul>
          <Button size="small" onClick={() => { work.dismissLate(); goTo([]); }}>{say.noted}</Button>
        </div></div>
      )}
      {together === null ? null : (
        <div className="alert warn" role="alert"><DeskIcon name="warn" /><div>
          <p><b>{together.by === null ? say.ownWindow : say.together(together.by)}</b></p><p>{together.conflicts.length === 0 ? say.bothKept : say.conflicts}</p>
          <ul>{together.conflicts.map((edit) => <li key={edit.path.join(" ")}>{told(edit)} <Button size="small" onClick={() => { work.settle(edit); goTo(edit.path); }}>{say.useMine}</Button></li>)}</ul>
          <Button size="small" onClick={() => { work.dismissTogether(); goTo([]); }}>{say.noted}</Button>
        </div></div>
      )}
    </div>
  );
}

function Told({ place, mine, theirs }: ConflictWords): ReactNode {
  const say = useWords(words);
  return <><b>{place}</b><br />{say.theirs} <q>{theirs}</q><br />{say.yours} <q>{mine}</q></>;
}

function SaveProblem({ error }: { readonly error: unknown }): ReactNode {
  const say = useWords(words);
  return <div><p><b>{say.notSaved}</b> {error instanceof DeskProblem ? `${error.problem}${say.stop}${error.remedy}` : null}</p><p>{say.here}</p></div>;
}

const words = messages({
  together: (by: string) => ({ zh: `${by}同时在改这份稿子`, en: `${by} changed this draft at the same time` }),
  ownWindow: { zh: "您的另一个窗口同时在改这份稿子", en: "Another window of yours changed this draft at the same time" },
  bothKept: { zh: "两边的改动都保住了。", en: "Both changes are kept." },
  conflicts: { zh: "其他改动都保住了。下面几处两边写得不一样，稿子里是先保存的：", en: "Everything else is kept. Here the two differ; what was saved first stands in the draft:" },
  theirs: { zh: "稿子里：", en: "In the draft:" }, yours: { zh: "您写的：", en: "Yours:" },
  useMine: { zh: "改用我写的", en: "Use mine" },
  noted: { zh: "知道了", en: "Noted" },
  late: (how: string) => ({ zh: `您写的时候，这份稿子${how}`, en: `While you were writing, the draft ${how}` }),
  draft: { zh: "改过了", en: "was changed" }, "in-check": { zh: "已经送签了", en: "was handed in" }, released: { zh: "已经签发了", en: "was released" }, discarded: { zh: "已经作废了", en: "was discarded" },
  lateMeans: { zh: "下面是您还没保存的话，没有进稿子。要用的话，请先抄下来；稿子撤回来以后再改。", en: "What you had written is here and did not go into the draft. Copy it if you need it, and put it in once the draft is taken back." },
  notSaved: { zh: "还没存上。", en: "Not saved." },
  here: { zh: "您写的留在这个浏览器里，不会丢。", en: "What you wrote is kept in this browser." },
  stop: { zh: "：", en: ": " },
});
