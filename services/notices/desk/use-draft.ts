import { DeskProblem, forgetWork, keepWork, recallWork, requestJson, saveBeforeSignOut, useSession } from "#platform/desk-ui";
import { useCallback, useEffect, useRef, useState } from "react";
import type { DraftContent, DraftView, EditConflict } from "../draft/index.ts";
// Not through the door: the schemas beside it would come along into the browser.
import { editsBetween, mergeEdits, withValue } from "../draft/merge-edits.ts";

export type SaveState = "saved" | "saving" | "unsaved" | "failed";
/** Somebody changed the draft while we did; both changes stand, conflicts are told. `by` is null for another window of ours. */
export type Together = { readonly by: string | null; readonly conflicts: readonly EditConflict[] };
/** The draft went on before these words could be saved: they are shown, and in no draft. */
export type Late = { readonly state: DraftView["draft"]["state"]; readonly edits: readonly EditConflict[] };

/** One draft while somebody works on it. */
export type DraftWork = {
  readonly view: DraftView | null;
  /** What the draft says on this screen: saved content and what was typed since. */
  readonly content: DraftContent | null;
  /** What was asked for by a button, or opening it, failed. */
  readonly error: unknown;
  /** Saving by itself failed: told without taking the focus from who is typing. */
  readonly saveError: unknown;
  readonly saving: SaveState;
  readonly together: Together | null;
  readonly late: Late | null;
  readonly change: (edit: (content: DraftContent) => DraftContent, when?: "soon" | "now") => void;
  /** Saves what is open, then does it with the revision that is current. */
  readonly act: (work: (revision: number) => Promise<DraftView | null>) => Promise<boolean>;
  readonly settle: (conflict: EditConflict) => void;
  readonly dismissTogether: () => void;
  readonly dismissLate: () => void;
};

const PAUSE_MILLISECONDS = 900;
const TRY_AGAIN_MILLISECONDS = 5_000;

/** What the running save works with; state alone would be one render late. */
type Now = { view: DraftView | null; content: DraftContent | null; running: Promise<void> | null; timer: number | undefined; gone: boolean; signedOut: boolean };

/**
 * Opens a draft, saves changes by itself after a short pause, and loses nothing: what is not saved yet lies in this browser
 * until it is or the person signs out, and a colleague's change is joined with ours (`mergeEdits`).
 */
export function useDraft(id: string): DraftWork {
  const { session, reload } = useSession();
  const { personId } = session;
  const keptAs = `${personId}.draft.${id}`;
  const [view, setView] = useState<DraftView | null>(null);
  const [content, setContent] = useState<DraftContent | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [saveError, setSaveError] = useState<unknown>(null);
  const [saving, setSaving] = useState<SaveState>("saved");
  const [together, setTogether] = useState<Together | null>(null);
  const [late, setLate] = useState<Late | null>(() => recallWork(`${keptAs}.late`) as Late | null);
  const now = useRef<Now>({ view: null, content: null, running: null, timer: undefined, gone: false, signedOut: false });

  const show = useCallback((next: DraftView, mine: DraftContent) => {
    now.current.view = next;
    now.current.content = mine;
    setView(next);
    setContent(mine);
  }, []);

  /** Takes over what somebody else saved, and puts what was written here on top, unless the draft can no longer be changed. */
  const join = useCallback((from: DraftContent, mine: DraftContent, theirs: DraftView, tellAll: boolean): boolean => {
    if (theirs.draft.state !== "draft") {
      const edits = editsBetween(from, mine);
      show(theirs, theirs.content);
      forgetWork(keptAs);
      if (edits.length === 0) return false;
      const told: Late = { state: theirs.draft.state, edits };
      // Kept apart from the draft: were it taken back, nothing of this may go in unasked.
      keepWork(`${keptAs}.late`, told);
      setLate(told);
      return false;
    }
    const { merged, conflicts } = mergeEdits(from, mine, theirs.content);
    const by = theirs.draft.changedBy === personId ? null : theirs.names[theirs.draft.changedBy] ?? theirs.draft.changedBy;
    if (tellAll || conflicts.length > 0) setTogether((before) => ({ by, conflicts: [...before?.conflicts.filter(({ path }) => !conflicts.some((each) => samePath(each.path, path))) ?? [], ...conflicts] }));
    show(theirs, merged);
    return true;
  }, [keptAs, personId, show]);

  const save = useCallback(async (isLeaving = false): Promise<void> => {
    window.clearTimeout(now.current.timer);
    while (now.current.running !== null) await now.current.running;
    const { view: base, content: mine } = now.current;
    if (base === null || mine === null || mine === base.content || now.current.signedOut) return;
    setSaving("saving");
    let [joined, again] = [false, true];
    now.current.running = (async () => {
      try {
        const saved = await requestJson<DraftView>(`/api/notices/drafts/${id}`, { method: "PUT", body: { revision: base.draft.revision, content: mine }, keepalive: isLeaving });
        const typedSince = now.current.content;
        const isAll = typedSince === null || typedSince === mine;
        show(saved, isAll ? saved.content : mergeEdits(mine, typedSince, saved.content).merged);
        setSaveError(null);
        if (isAll) forgetWork(keptAs);
        else keepWork(keptAs, { base: saved.content, content: now.current.content });
      } catch (problem) {
        const status = problem instanceof DeskProblem ? problem.status : 0;
        if (status === 409) {
          const theirs = await requestJson<DraftView>(`/api/notices/drafts/${id}`).catch(() => null);
          if (theirs !== null) { joined = join(base.content, now.current.content ?? mine, theirs, true); setSaveError(null); return; }
        }
        // Signed in again in another window: the session's token is a new one.
        if (status === 403) await reload();
        now.current.signedOut = status === 401;
        again = status === 0 || status === 403 || status === 429 || status >= 500;
        setSaveError(problem);
      }
    })();
    await now.current.running;
    now.current.running = null;
    const isOpen = now.current.content !== now.current.view?.content;
    setSaving(!isOpen ? "saved" : again ? "unsaved" : "failed");
    if (isOpen && !now.current.gone && (joined || again)) now.current.timer = window.setTimeout(() => { void save(); }, joined ? 0 : TRY_AGAIN_MILLISECONDS);
  }, [id, keptAs, join, reload, show]);

  useEffect(() => {
    let gone = false;
    void (async () => {
      try {
        const opened = await requestJson<DraftView>(`/api/notices/drafts/${id}`);
        if (gone) return;
        const left = recallWork(keptAs) as Kept | null;
        if (left === null) show(opened, opened.content);
        else if (join(left.base, left.content, opened, false)) void save();
      } catch (problem) { if (!gone) setError(problem); }
    })();
    return () => { gone = true; };
  }, [id, keptAs, join, save, show]);

  useEffect(() => {
    const held = now.current;
    held.gone = false;
    // Leaving, closing, hiding: what was typed is sent so that it outlives the page. What is too large for that, or is not sent in time, lies in
    // this browser and is saved when the draft is opened here again, unless the person signs out: then it is saved first.
    const leave = (): void => { void save(true); };
    const hide = (): void => { if (document.visibilityState === "hidden") leave(); };
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    const forgetSaver = saveBeforeSignOut(save);
    return () => { held.gone = true; window.removeEventListener("pagehide", leave); document.removeEventListener("visibilitychange", hide); forgetSaver(); leave(); };
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
  const settle = useCallback(({ path, mine }: EditConflict) => {
    change((current) => withValue(current, path, mine), "now");
    setTogether((told) => {
      const left = told?.conflicts.filter((each) => each.path !== path) ?? [];
      return told === null || left.length === 0 ? null : { ...told, conflicts: left };
    });
  }, [change]);
  const dismissLate = useCallback(() => { forgetWork(`${keptAs}.late`); setLate(null); }, [keptAs]);
  return { view, content, error, saveError, saving, together, late, change, act, settle, dismissTogether, dismissLate };
}

const samePath = (one: readonly string[], other: readonly string[]): boolean => one.join(" ") === other.join(" ");

/** What lies in the browser: what was typed, and what it was typed over. */
type Kept = { readonly base: DraftContent; readonly content: DraftContent };
