import type { Door, PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { NoticeEdition, NoticeEditions } from "../edition.ts";
import type { Notice, NoticeClause } from "../notice.ts";
import { AccessibilityPage } from "./accessibility-page.tsx";
import { ClausePage } from "./clause-page.tsx";
import { GenuinePage } from "./genuine-page.tsx";
import { GoneClausePage, goneReason, type GoneReason } from "./gone-clause-page.tsx";
import { HomePage } from "./home-page.tsx";
import { NoticePage } from "./notice-page.tsx";
import { NoticeTextPage } from "./notice-text-page.tsx";
import { PrivacyPage } from "./privacy-page.tsx";
import { ReadPage } from "./read/read-page.tsx";
import { VerifyPage } from "./verify-page.tsx";
import { VersionsPage } from "./versions-page.tsx";

/** What a page is made from: where it stands, the released notices, the live doors and the names in its address. */
export type PortalRequest = {
  readonly context: PageContext;
  readonly notices: readonly Notice[];
  readonly editions: NoticeEditions;
  readonly doors: readonly Door[];
  /** What other services show of a clause; nothing when left out. */
  readonly clauseExtras?: (notice: Notice, clause: NoticeClause) => readonly VNode[];
  readonly params: Readonly<Record<string, string>>;
};

/** A page by the pattern of its Chinese path; English is the same under `/en`. `render` gives null when there is no such thing: answer 404. */
export type PortalPage = {
  readonly pattern: string;
  readonly render: (request: PortalRequest) => VNode | null;
  /** Whether what is drawn only tells that something is gone: answer 410. */
  readonly isGone?: (request: PortalRequest) => boolean;
};

/** Every page of the notices that is fetched by address. A new page is one entry. */
export const portalPages: readonly PortalPage[] = [
  { pattern: "/", render: ({ context, notices, doors }) => <HomePage {...context} notices={notices} doors={doors} /> },
  { pattern: "/n/:notice", render: (request) => withNotice(request, (notice) => <NoticePage {...request.context} notice={notice} />) },
  { pattern: "/n/:notice/text", render: (request) => withNotice(request, (notice) => <NoticeTextPage {...request.context} notice={notice} />) },
  { pattern: "/n/:notice/versions", render: (request) => withEditions(request, (editions) => <VersionsPage {...request.context} editions={editions} />) },
  { pattern: "/n/:notice/verify", render: (request) => withEditions(request, (editions) => <VerifyPage {...request.context} editions={editions} />) },
  { pattern: "/n/:notice/:clause", render: clausePage, isGone: (request) => goneClause(request) !== null },
  { pattern: "/read", render: ({ context }) => <ReadPage {...context} /> },
  { pattern: "/genuine", render: ({ context, notices }) => <GenuinePage {...context} notices={notices} /> },
  { pattern: "/accessibility", render: ({ context }) => <AccessibilityPage {...context} /> },
  { pattern: "/privacy", render: ({ context }) => <PrivacyPage {...context} /> },
];

function clausePage(request: PortalRequest): VNode | null {
  return withNotice(request, (notice) => {
    const clause = notice.clauses.find(({ key }) => key === request.params["clause"]);
    if (clause !== undefined) return <ClausePage {...request.context} notice={notice} clause={clause} extras={request.clauseExtras?.(notice, clause) ?? []} />;
    const reason = goneClause(request);
    return reason === null ? null : <GoneClausePage {...request.context} notice={notice} reason={reason} />;
  });
}

function goneClause({ editions, params }: PortalRequest): GoneReason | null {
  return goneReason(editions.get(params["notice"] ?? "") ?? [], params["clause"] ?? "");
}

function withNotice({ notices, params }: PortalRequest, render: (notice: Notice) => VNode | null): VNode | null {
  const notice = notices.find(({ key }) => key === params["notice"]);
  return notice === undefined ? null : render(notice);
}

function withEditions({ editions, params }: PortalRequest, render: (editions: readonly [NoticeEdition, ...NoticeEdition[]]) => VNode): VNode | null {
  const [latest, ...older] = editions.get(params["notice"] ?? "") ?? [];
  return latest === undefined ? null : render([latest, ...older]);
}
