import { messages } from "#platform/i18n";
import { Card, type View } from "#platform/portal-ui";
import type { Notice, NoticeClause } from "#services/notices";
import type { VNode } from "preact";
import type { PublicRegister } from "../portal-views.ts";
import { RegisterLinks } from "./lists-page.tsx";

/** What a clause's page is told of registers under it. */
export type RegisterCardProps = { readonly notice: Pick<Notice, "key" | "withdrawn">; readonly clause: Pick<NoticeClause, "key">; readonly view: View; readonly registers: readonly PublicRegister[] };

/** On a clause's page: what can be looked up under it. Null where there is nothing, and once the notice is withdrawn. */
export function registerCard({ notice, clause, view, registers }: RegisterCardProps): VNode | null {
  const shown = registers.filter((each) => each.clause !== null && each.clause.notice === notice.key && each.clause.clause === clause.key);
  if (notice.withdrawn !== null || shown.length === 0) return null;
  return <Card title={words(view.language).title} id="lists"><RegisterLinks registers={shown} view={view} /></Card>;
}

const words = messages({ title: { zh: "可以查的", en: "What you can look up" } });
