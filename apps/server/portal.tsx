import { dayInChina, type LocalText } from "#platform/i18n";
import type { Slots } from "#platform/events";
import type { OpenApi, ProblemPageFacts } from "#platform/http/server";
import type { Pack } from "#platform/pack";
import { href, ProblemPage, readAddress, renderPage, type PageContext, type Site } from "#platform/portal-ui";
import type { Notice } from "#services/notices";
import { ReadPage, ReadResultPage, SearchPage, type PortalRequest } from "#services/notices/portal";
import { clauseExtras, homeDoors, type NoticePortal } from "#services/notices/server";
import { AnswerPage, AreasPage, areasAlert, HistoryPage, StricterPage, TravelFormPage } from "#services/travel/portal";
import type { OfferedType } from "#services/cases";
import { ReceiptPage, RequestFormPage, requestPath, RequestsPage, StatusPage, TrackPage } from "#services/cases/portal";
import type { CasesPortal } from "#services/cases/server";
import type { PublicRegister } from "#services/registers";
import { ListsPage, RegisterPage } from "#services/registers/portal";
import type { RegistersPortal } from "#services/registers/server";
import { QuestionPage, QuestionsPage } from "#services/rules/portal";
import type { QuestionPortal } from "#services/rules/server";
import type { SharesKeeper } from "#services/staying/server";
import { ownAreas, type TravelPortal } from "#services/travel/server";
import type { TravelService } from "./travel.ts";
import { InterfacePage, pages, portalSite } from "../portal/index.ts";

type PortalOptions = {
  readonly pack: Pack;
  readonly publicUrl: string;
  /** Policy time and whether it is a drill's. */
  readonly clock: { readonly policyNow: () => Date; readonly drill: boolean };
  readonly scriptUrl: (name: string) => string | null;
  readonly slots: Slots;
  readonly travel: TravelService | null;
  /** Shares that are shown beside a clause; null where the pack counts nobody. */
  readonly shares: Pick<SharesKeeper, "current"> | null;
  /** Registers residents may look at now, and types of cases they may open. */
  readonly shown: () => readonly PublicRegister[];
  readonly offered: () => readonly OfferedType[];
  readonly notices: () => readonly Notice[];
};

export type Portal = NoticePortal & TravelPortal & QuestionPortal & CasesPortal & RegistersPortal & {
  readonly interfacePage: (url: string, notices: readonly Notice[], description: OpenApi) => string;
  readonly problem: (facts: ProblemPageFacts, notices: readonly Notice[]) => string };

/** The portal's pages as HTML by address: this install's facts, the day of the policy clock, the view that the address asks for. */
export function portalOf({ pack, publicUrl, clock, scriptUrl, slots, travel, shares, shown: registers, offered, notices: shown }: PortalOptions): Portal {
  const today = dayKept(() => clock.policyNow());

  const districts = [...pack.city.districts, ...(pack.city.invented === null ? [] : [pack.city.invented])].map(({ code, name }) => ({ code, name }));
  const approvalPath = (): string | null => (offered().some(({ type, clause }) => clause !== null && type.key === travel?.travel.approvalCase) ? requestPath({ key: travel?.travel.approvalCase ?? "" }) : null);
  /** What can be reported of a clause stands where its register says otherwise than people know. */
  const helpWith = ({ type }: PublicRegister): { readonly path: string; readonly name: LocalText } | null => {
    const found = offered().find(({ type: each, clause }) => clause !== null && each.group === "report" && each.duties.some((duty) => type.duties.includes(duty)));
    return found === undefined ? null : { path: requestPath(found.type), name: found.type.name };
  };
  const alert = (): Site["alert"] => {
    if (travel === null) return null;
    const { areas, list } = travel.levels.current();
    return areasAlert(ownAreas(areas, pack.city), list);
  };
  /** A page that keeps its query in the links to its other language and size. */
  function withQuery(url: string): PageContext {
    const context = contextOf(url, shown());
    const { search } = splitAddress(url);
    search.delete("size");
    return { ...context, path: search.size > 0 ? `${context.path}?${search}` : context.path };
  }
  function contextOf(url: string, notices: readonly Notice[]): PageContext {
    const { pathname, search } = splitAddress(url);
    const { view, path } = readAddress(pathname, search);
    const site = portalSite({ publicUrl, name: pack.name, city: pack.city, notices, today: today(), drill: clock.drill, scriptUrl, alert: alert() });
    return { site, view, path };
  }
  return {
    patterns: pages.map(({ pattern }) => pattern),
    edition: () => `${today()} ${clock.drill} ${travel?.levels.current().number ?? ""} ${shares?.current().number ?? ""} ${registers().map(({ count, openNow }) => `${count}.${openNow ?? ""}`).join()}`,
    address: (url) => {
      const { pathname, search } = splitAddress(url);
      const { view, path } = readAddress(pathname, search);
      return href(path, view);
    },
    page: (pattern, url, params, { notices, editions }) => {
      const page = pages.find((candidate) => candidate.pattern === pattern);
      const doors = slots.contents(homeDoors, notices).flat();
      const context = contextOf(url, notices);
      const extras: PortalRequest["clauseExtras"] = (notice, clause) => slots.contents(clauseExtras, { notice, clause, view: context.view }).filter((each) => each !== null);
      const asked = { context, notices, editions, doors, params, clauseExtras: extras };
      const drawn = page?.render(asked) ?? null;
      return drawn === null ? null : { html: renderPage(drawn), isGone: page?.isGone?.(asked) === true };
    },
    searchPage: (url, notices, found) => renderPage(<SearchPage {...contextOf(url, notices)} found={found} />),
    readForm: (url, notices, form) => renderPage(<ReadPage {...contextOf(url, notices)} {...form} />),
    readResult: (url, notices, result) => renderPage(<ReadResultPage {...contextOf(url, notices)} {...result} />),
    interfacePage: (url, notices, description) => renderPage(<InterfacePage {...contextOf(url, notices)} description={description} />),
    travelForm: (url, form) => renderPage(<TravelFormPage {...withQuery(url)} {...form} city={pack.city} drill={clock.drill} />),
    travelAnswer: (url, found) => renderPage(travel === null ? <></> : <AnswerPage {...withQuery(url)} {...found} approvalPath={approvalPath()} travel={travel.travel} notices={shown()} nameOf={travel.answers.nameOf} shortNameOf={travel.answers.shortNameOf} districts={[...pack.city.districts, ...(pack.city.invented === null ? [] : [pack.city.invented])]} />),
    riskAreas: (url, areas) => renderPage(<AreasPage {...withQuery(url)} {...areas} />),
    riskHistory: (url, statements) => renderPage(<HistoryPage {...withQuery(url)} statements={statements} />),
    stricterRules: (url, report) => renderPage(<StricterPage {...withQuery(url)} {...report} notices={shown()} levels={(travel?.travel.levels ?? []).filter(({ recordedAt }) => recordedAt <= clock.policyNow().toISOString())} />),
    questions: (url, page) => renderPage(<QuestionsPage {...contextOf(url, shown())} {...page} />),
    question: (url, page) => renderPage(<QuestionPage {...withQuery(url)} {...page} notices={shown()} />),
    requests: (url, page) => renderPage(<RequestsPage {...contextOf(url, shown())} {...page} />),
    requestForm: (url, page) => renderPage(<RequestFormPage {...contextOf(url, shown())} {...page} districts={districts} />),
    receipt: (url, page) => renderPage(<ReceiptPage {...contextOf(url, shown())} {...page} />),
    track: (url, page) => renderPage(<TrackPage {...contextOf(url, shown())} {...page} />),
    status: (url, page) => renderPage(<StatusPage {...contextOf(url, shown())} {...page} districts={districts} />),
    lists: (url, page) => renderPage(<ListsPage {...contextOf(url, shown())} {...page} />),
    register: (url, page) => renderPage(<RegisterPage {...withQuery(url)} {...page} help={helpWith(page.register)} />),
    problem: ({ problem, language, url, requestId }, notices) => {
      const context = contextOf(url, notices);
      // What is asked for may not exist in the other language or size: those links lead home.
      const elsewhere = { ...context, view: { ...context.view, language }, path: "/" };
      return renderPage(<ProblemPage {...elsewhere} status={problem.status} words={problem} requestId={requestId} />);
    },
  };
}

/** Path and query of an address as it came in the request line. However a page is spelt, `%2D` for a hyphen or with a slash at the end, it is one page. */
function splitAddress(url: string): { readonly pathname: string; readonly search: URLSearchParams } {
  const [, path = "/", query = ""] = /^([^?]*)(?:\?(.*))?$/s.exec(url) ?? [];
  return { pathname: decoded(path).replace(/(.)\/$/, "$1"), search: new URLSearchParams(query) };
}

/** Addresses that cannot be decoded reach the problem page as they are. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The day is asked on every request and changes once a day: looked up once a second. */
function dayKept(now: () => Date): () => string {
  let [second, day] = [-1, ""];
  return () => {
    const instant = now();
    const current = Math.floor(instant.getTime() / 1_000);
    if (current !== second) [second, day] = [current, dayInChina(instant)];
    return day;
  };
}
