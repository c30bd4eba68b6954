import { dayInWords, inLanguage, messages } from "#platform/i18n";
import { Card, type View } from "#platform/portal-ui";
import type { Notice, NoticeClause, NoticeObligation } from "#services/notices";
import type { VNode } from "preact";
import type { KindShares, PublicShares, StayingPack } from "../headcount/index.ts";

type CardProps = {
  readonly notice: Pick<Notice, "key" | "withdrawn">;
  readonly clause: Pick<NoticeClause, "key"> & { readonly obligations: readonly Pick<NoticeObligation, "key">[] };
  readonly view: View;
  readonly staying: StayingPack;
  readonly shares: PublicShares | null;
};

/** Who stays, by kind of bodies, beside the clause that asks for it; null on other clauses, and while there is nothing to show. */
export function stayingCard({ notice, clause, view: { language }, staying, shares }: CardProps): VNode | null {
  if (shares === null || notice.key !== staying.notice || clause.key !== staying.clause || notice.withdrawn !== null) return null;
  const say = words(language);
  const reasons = shares.reasons.map(({ reason, percent }) => {
    const listed = staying.reasons.value.find(({ key }) => key === reason);
    return say.share(listed === undefined ? say.unlisted : inLanguage(listed.name, language), percent);
  });
  return (
    <Card title={say.title} id="staying">
      <p class="s m">{say.asOf(dayInWords(shares.day, language))}</p>
      <ul class="list">
        {shares.kinds.map((kind) => <KindLine kind={kind} {...{ clause, staying, language }} />)}
      </ul>
      {reasons.length === 0 ? null : <><h3>{say.why}</h3><p>{reasons.join(say.comma)}</p><p class="s m">{say.whyNote}</p></>}
      <p class="s m">{say.kept}</p>
    </Card>
  );
}

function KindLine({ kind, clause, staying, language }: Pick<CardProps, "clause" | "staying"> & { readonly kind: KindShares; readonly language: View["language"] }): VNode {
  const say = words(language);
  const facts = staying.kinds.find(({ key }) => key === kind.kind);
  // Officers may amend the notice: a duty that is gone has no number any more.
  const duty = clause.obligations.findIndex(({ key }) => key === facts?.duty) + 1;
  return (
    <li>
      <b>{facts === undefined ? kind.kind : inLanguage(facts.name, language)}</b>
      <Bar {...kind} />
      <p>{say.shares(kind.staying, kind.leaving, kind.open)}</p>
      <p class="s m">{say.filed(kind.latest, kind.bodies)}{duty === 0 ? null : <>{say.stop}<a href={`#o-${duty}`}>{say.duty(duty)}</a></>}</p>
    </li>
  );
}

/** The shares as a bar; the words below say the same, so it is hidden from screen readers. */
function Bar({ staying, leaving }: Pick<KindShares, "staying" | "leaving">): VNode {
  return (
    <svg class="shares" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <path class="rest" d="M0 0h100v4H0z" /><path class="left" d={`M0 0h${staying + leaving}v4H0z`} /><path class="stays" d={`M0 0h${staying}v4H0z`} />
    </svg>
  );
}

const words = messages({
  title: { zh: "留下来的人", en: "Who stays" },
  asOf: (day: string) => ({ zh: `各单位报的人数，截至${day}，全市合计。`, en: `From headcounts that bodies filed, over the whole city, as of ${day}.` }),
  shares: (staying: number, leaving: number, open: number) => ({ zh: `留下 ${staying}%，离开 ${leaving}%${open === 0 ? "" : `，还没定 ${open}%`}`, en: `${staying}% stay, ${leaving}% leave${open === 0 ? "" : `, ${open}% not decided`}` }),
  filed: (latest: number, bodies: number) => ({ zh: `${bodies} 个单位里，${latest} 个报的是这一天`, en: `${latest} of ${bodies} bodies filed for this day` }),
  stop: { zh: "。", en: ". " }, duty: (number: number) => ({ zh: `对应上面第 ${number} 件事`, en: `Measures duty ${number} above` }),
  why: { zh: "为什么离开", en: "Why people leave" }, unlisted: { zh: "没有归类", en: "Not sorted" }, comma: { zh: "，", en: ", " },
  share: (name: string, percent: number) => ({ zh: `${name} ${percent}%`, en: `${name} ${percent}%` }),
  whyNote: { zh: "原因只用来计数，不是能不能走的条件。", en: "Reasons only count people; they do not decide who may leave." },
  kept: { zh: "同类单位不到 5 个，或者一个单位占了绝大多数人，就不显示，免得看出是哪一家。", en: "A kind with fewer than 5 bodies, or with nearly everybody at one body, is not shown, so that no single body can be made out." },
});
