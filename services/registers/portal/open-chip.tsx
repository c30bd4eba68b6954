import { dayInChina, messages, minuteInWords, type Language } from "#platform/i18n";
import { Chip } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { OpenState } from "../portal-views.ts";

/** Whether a place is open, in shape, word and colour: one shape for each meaning. */
export function OpenChip({ open, at, language }: { readonly open: OpenState; readonly at: string; readonly language: Language }): VNode {
  const say = words(language);
  switch (open.kind) {
    case "open": return open.soon && !neverCloses(open) ? <Chip tone="warn" icon="clock">{say.closes(momentNear(open.until, at, language))}</Chip> : <Chip tone="ok" icon="check">{say.open}</Chip>;
    case "closed": return <Chip tone="idle" icon="ring">{say.closed}</Chip>;
    case "unknown": return <Chip tone="idle" icon="none">{say.unknown}</Chip>;
    case "not-announced": return <Chip tone="idle" icon="none">{say.unknown}</Chip>;
  }
}

/** Empty where it never closes. */
export const neverCloses = (open: OpenState): boolean => open.kind === "open" && open.until === "";

/** A moment with its day where that is not today: `18:00`, `明天 08:00`, `1月28日 09:00`. */
export function momentNear(moment: string, at: string, language: Language): string {
  const [then, now] = [new Date(moment), new Date(at)];
  const said = minuteInWords(then, language);
  const time = said.slice(-5);
  if (dayInChina(then) === dayInChina(now)) return time;
  const tomorrow = dayInChina(new Date(now.getTime() + 86_400_000)) === dayInChina(then);
  return tomorrow ? words(language).tomorrow(time) : said;
}

const words = messages({
  open: { zh: "开门中", en: "Open" }, closes: (moment: string) => ({ zh: `${moment} 关门`, en: `Closes ${moment}` }), closed: { zh: "没开门", en: "Closed" }, unknown: { zh: "时间没确认", en: "Hours not known" },
  tomorrow: (time: string) => ({ zh: `明天 ${time}`, en: `tomorrow ${time}` }),
});
