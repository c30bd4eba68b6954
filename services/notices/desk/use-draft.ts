import { DeskProblem, forgetWork, keepWork, recallWork, requestJson, saveBeforeSignOut, useSession } from "#platform/desk-ui";
import { useCallback, useEffect, useRef, useState } from "react";
import type { DraftContent, DraftView, EditConflict } from "../draft/index.ts";
// Not through the door: the schemas beside it would come along into the browser.
import { mergeEdits } from "../draft/merge-edits.ts";

export type SaveState = "saved" | "saving" | "unsaved";
export type Together = { readonly by: string; readonly conflicts: readonly EditConflict[] };

/** One draft while somebody works on it. */
export type DraftWork = {
  readonly view: DraftView | null;
  /** What the draft says on this screen: saved content and what was typed since. */
  readonly content: DraftContent | null;
  readonly error: unknown;
  readonly saving: SaveState;
  /** Set when a colleague changed the draft meanwhile: both changes stand, conflicts are told. */
  readonly together: Together | null;
  readonly change: (edit: (content: DraftContent) => DraftContent, when?: "soon" | "now") => void;
  /** Saves what is open, then does it with the revision that is current. */
  readonly act: (work: (revision: number) => Promise<DraftView | null>) => Promise<boolean>;
  readonly dismissTogether: () => void;
};

const PAUSE_MILLISECONDS = 900;
const TRY_AGAIN_MILLISECONDS = 5_000;

/**
 * Opens a draft, saves changes by itself after a short pause, and loses nothing: what is not saved yet lies in this browser
 * until it is or the person signs out, and a colleague's change is joined with ours (`mergeEdits`).
 */
export function useDraft(id: string): DraftWork {
  const { session } = useSession();
  const keptAs = `${session.personId}.draft.${id}`;
  const [view, setView] = useState<DraftView | null>(null);
  const [content, setContent] = useState<DraftContent | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState<SaveState>("saved");
  const [together, setTogether] = useState<Together | null>(null);
  // What the running save works with; state alone would be one render late.
  const now = useRef<{ view: DraftView | null; content: DraftContent | null; running: Promise<void> | null; timer: number | undefined }>({ view: null, content: null, running: null, timer: undefined });

  const show = useCallback((next: DraftView, mine: DraftContent) => {
    now.current.view = next;
    now.current.content = mine;
    setView(next);
    setContent(mine);
  }, []);

  const save = useCallback(async (isLeaving = false): Promise<void> => {
    window.clearTimeout(now.current.timer);
    while (now.current.running !== null) await now.current.running;
    const { view: base, content: mine } = now.current;
    if (base === null || mine === null || mine === base.content) return;
    setSaving("saving");
    let joined = false;
    now.current.running = (async () => {
      try {
        const saved = await requestJson<DraftView>(`/api/notices/drafts/${id}`, { method: "PUT", body: { revision: base.draft.revision, content: mine }, keepalive: isLeaving });
        const typedSince = now.current.content;
        show(saved, typedSince === null || typedSince === mine ? saved.content : mergeEdits(mine, typedSince, saved.content).merged);
        setError(null);
        forgetWork(keptAs);
      } catch (problem) {
        joined = problem instanceof DeskProblem && problem.status === 409 && await join(base.content).catch(() => false);
        if (!joined) setError(problem);
      }
    })();
    await now.current.running;
    now.current.running = null;
    const isOpen = now.current.content !== now.current.view?.content;
    setSaving(isOpen ? "unsaved" : "saved");
    if (isOpen) now.current.timer = window.setTimeout(() => { void save(); }, joined ? 0 : TRY_AGAIN_MILLISECONDS);

    /** Takes what the colleague saved, puts our changes on top; saved again by the next turn. False: the draft cannot be changed any more. */
    async function join(from: DraftContent): Promise<boolean> {
      const theirs = await requestJson<DraftView>(`/api/notices/drafts/${id}`);
      const { merged, conflicts } = mergeEdits(from, now.current.content ?? from, theirs.content);
      setTogether({ by: theirs.names[theirs.draft.changedBy] ?? "", conflicts });
      if (theirs.draft.state !== "draft") { show(theirs, theirs.content); return false; }
      show(theirs, merged);
      return true;
    }
  }, [id, keptAs, show]);

  useEffect(() => {
    let gone = false;
    void (async () => {
      try {
        const opened = await requestJson<DraftView>(`/api/notices/drafts/${id}`);
        if (gone) return;
        const left = recallWork(keptAs) as Kept | null;
        if (left !== null && opened.draft.state === "draft") {
          const { merged, conflicts } = mergeEdits(left.base, left.content, opened.content);
          if (conflicts.length > 0) setTogether({ by: opened.names[opened.draft.changedBy] ?? "", conflicts });
          show(opened, merged);
          void save();
        } else show(opened, opened.content);
      } catch (problem) { if (!gone) setError(problem); }
    })();
    return () => { gone = true; };
  }, [id, keptAs, save, show]);

  useEffect(() => {
    // Leaving, closing, hiding: what was typed is sent so that it outlives the page. What is too large for that, or is not sent in time, lies in
    // this browser and is saved when the draft is opened here again, unless the person signs out: then it is saved first.
    const leave = (): void => { void save(true); };
    const hide = (): void => { if (document.visibilityState === "hidden") leave(); };
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    const forgetSaver = saveBeforeSignOut(save);
    return () => { window.removeEventListener("pagehide", leave); document.removeEventListener("visibilitychange", hide); forgetSaver(); leave(); };
  }, [save]);

  const change = useCallback((edit: (content: DraftContent) => DraftContent, when: "soon" | "now" = "soon") => {
    const { content: mine, view: base } = now.current;
    if (mine === null || base === null) return;
    const next = edit(mine);
    now.current.content = next;
    setContent(next);
    setSaving("unsaved");
    keepWork(keptAs, { base: base.content, content: next });
    window.clearTimeout(now.current.timer);
    if (when === "now") void save();
    else now.current.timer = window.setTimeout(() => { void save(); }, PAUSE_MILLISECONDS);
  }, [keptAs, save]);

  const act = useCallback(async (work: (revision: number) => Promise<DraftView | null>): Promise<boolean> => {
    await save();
    const { view: base, content: mine } = now.current;
    if (base === null || mine !== base.content) return false;
    try {
      setError(null);
      const next = await work(base.draft.revision);
      if (next !== null) show(next, next.content);
      return true;
    } catch (problem) {
      setError(problem);
      const current = await requestJson<DraftView>(`/api/notices/drafts/${id}`).catch(() => null);
      if (current !== null) show(current, current.content);
      return false;
    }
  }, [id, save, show]);
  const dismissTogether = useCallback(() => { setTogether(null); }, []);
  return { view, content, error, saving, together, change, act, dismissTogether };
}

/** What lies in the browser: what was typed, and what it was typed over. */
type Kept = { readonly base: DraftContent; readonly content: DraftContent };
