/** @jsxImportSource react */
import { messages, type LocalText } from "#platform/i18n";
import type { SessionView } from "#platform/identity";
import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from "@tanstack/react-query";
import { ConfigProvider } from "antd";
import en from "antd/locale/en_US.js";
import zh from "antd/locale/zh_CN.js";
import { Component, lazy, StrictMode, Suspense, useCallback, useEffect, useMemo, useRef, useState, type ComponentType, type ReactNode } from "react";
import { BrowserRouter, Navigate, Route, Routes, useLocation } from "react-router";
import "./desk.css";
import { callAs, DeskProblem, requestJson, SESSION, whenSignedOut } from "./api.ts";
import type { DeskModule, DeskPage, RecordWords } from "./desk-module.ts";
import { Frame } from "./frame.tsx";
import { forgetAllWork, saveAllWork } from "./kept-work.ts";
import { LanguageProvider, useLanguage, useWords } from "./language.tsx";
import { ProblemAlert } from "./problem-alert.tsx";
import { maySee, SessionContext } from "./session.tsx";
import { deskTheme } from "./theme.ts";

type DeskAppProps = {
  readonly modules: readonly DeskModule[];
  /** Shown while nobody is signed in; calls `done` when somebody is. `expired`: somebody was, and what they typed waits for them. */
  readonly SignIn: ComponentType<{ readonly done: () => void; readonly expired: boolean; readonly city: LocalText }>;
  /** Shown until a one-time password is changed. */
  readonly FirstPassword: ComponentType<{ readonly done: () => void }>;
  /** Shown to people whose posts open no page of the desk. */
  readonly Home: ComponentType;
  /** Whose desk this is, for whoever is not signed in yet. */
  readonly city: LocalText;
  readonly drill: boolean;
  readonly today: Date;
  /** Lets antd's styles in, see the page's content security policy. */
  readonly nonce: string;
};

/** The desk: first who is there, then their pages. */
export function DeskApp(props: DeskAppProps): ReactNode {
  const queries = useMemo(() => new QueryClient({ defaultOptions: { queries: { retry: (count, error) => count < 2 && error instanceof DeskProblem && error.status === 0, refetchOnWindowFocus: false, staleTime: 5_000 } } }), []);
  return (
    <StrictMode>
      <LanguageProvider><Themed nonce={props.nonce}><QueryClientProvider client={queries}><BrowserRouter basename="/desk"><Gate {...props} /></BrowserRouter></QueryClientProvider></Themed></LanguageProvider>
    </StrictMode>
  );
}

function Themed({ nonce, children }: { readonly nonce: string; readonly children: ReactNode }): ReactNode {
  const { language } = useLanguage();
  return <ConfigProvider theme={deskTheme} locale={(language === "en" ? en : zh).default} csp={{ nonce }} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>{children}</ConfigProvider>;
}

function Gate({ modules, SignIn, FirstPassword, Home, city, drill, today }: DeskAppProps): ReactNode {
  const { data, error, refetch } = useQuery({ queryKey: ["session"], staleTime: Number.POSITIVE_INFINITY, queryFn: () => requestJson<SessionView>(SESSION).catch((problem: unknown) => {
    if (problem instanceof DeskProblem && problem.status === 401) return null;
    throw problem;
  }) });
  const reload = useCallback(async () => refetch(), [refetch]);
  const signOut = useCallback(async () => {
    await saveAllWork();
    const isOut = await requestJson("/api/sign-out", { method: "POST" }).then(() => true, (problem: unknown) => problem instanceof DeskProblem && problem.status === 401);
    // While the server cannot be reached nobody is signed out, and what was typed is still theirs to save.
    if (isOut) forgetAllWork();
    // A fresh page: nothing that was read stays in memory for whoever sits down next.
    location.assign("/desk/");
  }, []);
  const queries = useQueryClient();
  const [expired, setExpired] = useState(false);
  // Nothing is asked again here: the answer would be the same 401. The address stays, so whoever signs in is back where they were.
  useEffect(() => {
    whenSignedOut(() => {
      setExpired(true);
      queries.setQueryData(["session"], null);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
    });
  }, [queries]);
  const recordWords = useMemo((): RecordWords => {
    const all = <Name extends keyof RecordWords>(name: Name) => Object.assign({}, ...modules.map((module) => module[name] ?? {})) as RecordWords[Name];
    return { actions: all("actions"), objects: all("objects"), details: all("details"), values: all("values") };
  }, [modules]);
  // How far the clock of the notices is from this machine's, taken when the page was opened.
  const [ahead] = useState(() => today.getTime() - Date.now());
  callAs({ csrfToken: data?.csrfToken ?? null });
  const held = useMemo(() => (data === null || data === undefined ? null : { session: data, reload, signOut, recordWords, policyNow: () => new Date(Date.now() + ahead) }), [data, reload, signOut, recordWords, ahead]);
  if (error !== null && data === undefined) return <main className="alone"><ProblemAlert error={error} /></main>;
  if (data === undefined) return null;
  if (held === null) return <SignIn city={city} expired={expired} done={() => { void refetch(); }} />;
  return (
    <SessionContext value={held}>
      {held.session.mustChangePassword
        ? <FirstPassword done={() => { void refetch(); }} />
        : <Pages Home={Home} pages={modules.flatMap(({ pages }) => pages)} drill={drill} today={today} session={held.session} />}
    </SessionContext>
  );
}

const loaded = new WeakMap<DeskPage, ComponentType>();
function componentOf(page: DeskPage): ComponentType {
  const known = loaded.get(page) ?? lazy(async () => ({ default: (await page.load()).Page }));
  loaded.set(page, known);
  return known;
}

function Pages({ pages, Home, drill, today, session }: { readonly Home: ComponentType; readonly pages: readonly DeskPage[]; readonly drill: boolean; readonly today: Date; readonly session: SessionView }): ReactNode {
  const open = pages.filter((page) => maySee(session, page));
  const first = open.find((page) => page.navigation !== null);
  const { pathname } = useLocation();
  useFocusOnNewPage(pathname);
  return (
    <Frame pages={pages} drill={drill} today={today}>
      <Caught key={pathname}>
        <Suspense fallback={null}>
          <Routes>
            {open.map((page) => { const Page = componentOf(page); return <Route key={page.path} path={page.path} element={<Page />} />; })}
            <Route path="/" element={first === undefined ? <Home /> : <Navigate to={first.path} replace />} />
            <Route path="*" element={<Nothing />} />
          </Routes>
        </Suspense>
      </Caught>
    </Frame>
  );
}

/** After a step to another page the keyboard starts at its head, as it would on a page of its own. */
function useFocusOnNewPage(pathname: string): void {
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    document.querySelector<HTMLElement>("#page")?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
}

function Nothing(): ReactNode {
  const say = useWords(words);
  return <div className="empty"><h1>{say.nothing}</h1><p>{say.nothingMeans}</p></div>;
}

/** A page that fails takes nothing else with it. */
class Caught extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };
  static getDerivedStateFromError(error: unknown): { readonly error: unknown } { return { error }; }
  override render(): ReactNode { return this.state.error === null ? this.props.children : <ProblemAlert error={this.state.error} />; }
}

const words = messages({
  nothing: { zh: "这里没有您能打开的页面", en: "There is no page here for you" },
  nothingMeans: { zh: "地址可能写错了，或者这一页不归您的岗位。需要的话，请本单位的管理员给您加岗位。", en: "The address may be wrong, or the page is not for your post. If you need it, ask your administrator for the post." },
});
