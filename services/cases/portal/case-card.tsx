import { messages } from "#platform/i18n";
import { Card, href, type View } from "#platform/portal-ui";
import type { Notice, NoticeClause } from "#services/notices";
import type { VNode } from "preact";
import type { OfferedType } from "../portal-views.ts";
import { RequestLinks } from "./requests-page.tsx";
import { TRACK_PATH } from "./request-paths.ts";

/** What a clause's page is told of requests under it; `counts`: how many came in and how many are finished, where that is shown. */
export type CaseCardProps = {
  readonly notice: Pick<Notice, "key" | "withdrawn">; readonly clause: Pick<NoticeClause, "key">; readonly view: View;
  readonly offered: readonly OfferedType[]; readonly counts?: { readonly opened: number; readonly finished: number } | null;
};

/** On a clause's page: what can be reported or applied for under it. Null where there is nothing, and once the notice is withdrawn. */
export function caseCard({ notice, clause, view, offered, counts = null }: CaseCardProps): VNode | null {
  const types = offered.filter((each) => each.clause !== null && each.clause.notice === notice.key && each.clause.clause === clause.key).map(({ type }) => type);
  if (notice.withdrawn !== null || types.length === 0) return null;
  const say = words(view.language);
  return (
    <Card title={say.title} id="requests">
      {counts === null || counts.opened === 0 ? null : <p class="m">{say.counts(counts.opened, counts.finished)}</p>}
      <RequestLinks types={types} view={view} />
      <p class="noprint"><a class="go" href={href(TRACK_PATH, view)}>{say.track}</a></p>
    </Card>
  );
}

const words = messages({
  title: { zh: "可以反映、申请的事", en: "Report or apply" }, track: { zh: "查办理进度", en: "How does my request stand?" },
  counts: (opened: number, finished: number) => ({ zh: `收到 ${opened} 件，办结 ${finished} 件。`, en: `${opened} came in, ${finished} are finished.` }),
});
