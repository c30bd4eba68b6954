import { useCallback, useEffect, useRef, useState } from "react";
import { DeskProblem, requestJson } from "./api.ts";
import { forgetWork, keepWork, recallWork, saveBeforeSignOut } from "./kept-work.ts";
import { useSession } from "./session.tsx";

/** Both officers changed this, differently; `path` is its place in the draft. */
export type DraftConflict = { readonly path: readonly string[]; readonly mine: unknown; readonly theirs: unknown };
/** What every draft tells of itself when it is opened. */
export type OpenedDraft<Content> = { readonly draft: { readonly revision: number; readonly state: "draft" | "in-check" | "released" | "discarded"; readonly changedBy: string }; readonly names: Readonly<Record<string, string>>; readonly content: Content };
/** Where drafts of one kind are kept, and how two officers' changes of one are joined. */
export type DraftKind<Content> = {
  /** Above the draft's id: `/api/notices/drafts`. */
  readonly path: string;
  /** What the browser keeps unsaved work under. */
  readonly keptAs: string;
  readonly merge: (base: Content, mine: Content, theirs: Content) => { readonly merged: Content; readonly conflicts: readonly DraftConflict[] };
  readonly editsBetween: (base: Content, mine: Content) => readonly DraftConflict[];
  readonly withValue: (content: Content, path: readonly string[], value: unknown) => Content;
};

/** Whether the server has what was typed. */
export type SaveState = "saved" | "saving" | "unsaved" | "failed";
/** Somebody changed the draft while we did; both changes stand, conflicts are told. `by` is null for another window of ours. */
export type Together = { readonly by: string | null; readonly conflicts: readonly DraftConflict[] };
/** The draft went on before these words could be saved: they are shown, and in no draft. */
export type Late = { readonly state: OpenedDraft<unknown>["draft"]["state"]; readonly edits: readonly DraftConflict[] };

/** One draft while somebody works on it. */
export type DraftWork<View extends OpenedDraft<Content>, Content = View["content"]> = {
  readonly view: View | null;
  /** What the draft says on this screen: saved content and what was typed since. */
  readonly content: Content | null;
  /** What was asked for by a button, or opening it, failed. */
  readonly error: unknown;
  /** Saving by itself failed: told without taking the focus from who is typing. */
  readonly saveError: unknown;
  readonly saving: SaveState;
  readonly together: Together | null;
  readonly late: Late | null;
  readonly change: (edit: (content: Content) => Content, when?: "soon" | "now") => void;
  /** Saves what is open, then does it with the revision that is current. */
  readonly act: (work: (revision: number) => Promise<View | null>) => Promise<boolean>;
  readonly settle: (conflict: DraftConflict) => void;
  readonly dismissTogether: () => void;
  readonly dismissLate: () => void;
};

const PAUSE_MILLISECONDS = 900;
const TRY_AGAIN_MILLISECONDS = 5_000;

/** What the running save works with; state alone would be one render late. */
type Now<View, Content> = { view: View | null; content: Content | null; running: Promise<void> | null; timer: number | undefined; gone: boolean; signedOut: boolean };

/**
 * Opens a draft, saves changes by itself after a short pause, and loses nothing: what is not saved yet lies in this browser
 * until it is or the person signs out, and a colleague's change is joined with ours (`DraftKind.merge`).
 */
export function useDraft<View extends OpenedDraft<Content>, Content = View["content"]>(kind: DraftKind<Content>, id: string): DraftWork<View, Content> {
  const { merge, editsBetween, withValue } = kind;
  const path = `${kind.path}/${id}`;
  const { session, reload } = useSession();
  const { personId } = session;
  const keptAs = `${personId}.${kind.keptAs}.${id}`;
  const [view, setView] = useState<View | null>(null);
  const [content, setContent] = useState<Content | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [saveError, setSaveError] = useState<unknown>(null);
  const [saving, setSaving] = useState<SaveState>("saved");
  const [together, setTogether] = useState<Together | null>(null);
  const [late, setLate] = useState<Late | null>(() => recallWork(`${keptAs}.late`) as Late | null);
  const now = useRef<Now<View, Content>>({ view: null, content: null, running: null, timer: undefined, gone: false, signedOut: false });

  const show = useCallback((next: View, mine: Content) => {
    now.current.view = next;
    now.current.content = mine;
    setView(next);
    setContent(mine);
  }, []);

  /** Takes over what somebody else saved, and puts what was written here on top, unless the draft can no longer be changed. */
  const join = useCallback((from: Content, mine: Content, theirs: View, tellAll: boolean): boolean => {
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
    const { merged, conflicts } = merge(from, mine, theirs.content);
    const by = theirs.draft.changedBy === personId ? null : theirs.names[theirs.draft.changedBy] ?? theirs.draft.changedBy;
    if (tellAll || conflicts.length > 0) setTogether((before) => ({ by, conflicts: [...before?.conflicts.filter((told) => !conflicts.some((each) => samePath(each.path, told.path))) ?? [], ...conflicts] }));
    show(theirs, merged);
    return true;
  }, [editsBetween, keptAs, merge, personId, show]);

  const save = useCallback(async (isLeaving = false): Promise<void> => {
    window.clearTimeout(now.current.timer);
    while (now.current.running !== null) await now.current.running;
    const { view: base, content: mine } = now.current;
    if (base === null || mine === null || mine === base.content || now.current.signedOut) return;
    setSaving("saving");
    let [joined, again] = [false, true];
    now.current.running = (async () => {
      try {
        const saved = await requestJson<View>(path, { method: "PUT", body: { revision: base.draft.revision, content: mine }, keepalive: isLeaving });
        const typedSince = now.current.content;
        const isAll = typedSince === null || typedSince === mine;
        show(saved, isAll ? saved.content : merge(mine, typedSince, saved.content).merged);
        setSaveError(null);
        if (isAll) forgetWork(keptAs);
        else keepWork(keptAs, { base: saved.content, content: now.current.content });
      } catch (problem) {
        const status = problem instanceof DeskProblem ? problem.status : 0;
        if (status === 409) {
          const theirs = await requestJson<View>(path).catch(() => null);
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
  }, [path, keptAs, join, merge, reload, show]);

  useEffect(() => {
    let gone = false;
    void (async () => {
      try {
        const opened = await requestJson<View>(path);
        if (gone) return;
        const left = recallWork(keptAs) as Kept<Content> | null;
        if (left === null) show(opened, opened.content);
        else if (join(left.base, left.content, opened, false)) void save();
      } catch (problem) { if (!gone) setError(problem); }
    })();
    return () => { gone = true; };
  }, [path, keptAs, join, save, show]);

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

  const change = useCallback((edit: (content: Content) => Content, when: "soon" | "now" = "soon") => {
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

  const act = useCallback(async (work: (revision: number) => Promise<View | null>): Promise<boolean> => {
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
      const current = await requestJson<View>(path).catch(() => null);
      if (current !== null) show(current, current.content);
      return false;
    }
  }, [path, save, show]);
  const dismissTogether = useCallback(() => { setTogether(null); }, []);
  const settle = useCallback(({ path: place, mine }: DraftConflict) => {
    change((current) => withValue(current, place, mine), "now");
    setTogether((told) => {
      const left = told?.conflicts.filter((each) => each.path !== place) ?? [];
      return told === null || left.length === 0 ? null : { ...told, conflicts: left };
    });
  }, [change, withValue]);
  const dismissLate = useCallback(() => { forgetWork(`${keptAs}.late`); setLate(null); }, [keptAs]);
  return { view, content, error, saveError, saving, together, late, change, act, settle, dismissTogether, dismissLate };
}

const samePath = (one: readonly string[], other: readonly string[]): boolean => one.join(" ") === other.join(" ");

/** What lies in the browser: what was typed, and what it was typed over. */
type Kept<Content> = { readonly base: Content; readonly content: Content };
