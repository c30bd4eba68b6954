import type { CaseState, CaseType, Duration } from "#engines/cases";
import { inLanguage, messages, type Language } from "#platform/i18n";

/** How long: `2 个工作日`, `2 working days`. */
export function durationInWords({ unit, count }: Duration, language: Language): string {
  return words(language)[unit](count);
}

/** What happens by when once a request is in: the first state's deadline and what the clock does when it passes; null where there is none. */
export function firstPromise({ states, initial, moves }: Pick<CaseType, "states" | "initial" | "moves">, language: Language): { readonly byWhen: string; readonly otherwise: string; readonly source: string } | null {
  const deadline = states.find(({ key }) => key === initial)?.deadline ?? null;
  if (deadline === null) return null;
  const say = words(language);
  const { then } = deadline;
  const next: CaseState | undefined = then.kind === "move" ? states.find(({ key }) => key === moves.find((move) => move.key === then.move)?.to) : undefined;
  const otherwise = then.kind === "escalate" ? say.escalates : next === undefined ? "" : say.becomes(inLanguage(next.public, language));
  return { byWhen: say.within(durationInWords(deadline.within, language)), otherwise, source: inLanguage(deadline.source, language) };
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

const words = messages({
  minutes: (count: number) => ({ zh: `${count} 分钟`, en: plural(count, "minute") }),
  hours: (count: number) => ({ zh: `${count} 小时`, en: plural(count, "hour") }),
  "working-hours": (count: number) => ({ zh: `${count} 个工作小时`, en: plural(count, "working hour") }),
  days: (count: number) => ({ zh: `${count} 天`, en: plural(count, "day") }),
  "working-days": (count: number) => ({ zh: `${count} 个工作日`, en: plural(count, "working day") }),
  within: (duration: string) => ({ zh: `收到后 ${duration}内有人处理。`, en: `It is dealt with within ${duration}.` }),
  escalates: { zh: "过了时间没有处理，会自动转给市里督办。", en: "If the time passes, it goes up to the city by itself." },
  becomes: (state: string) => ({ zh: `过了时间：${state}`, en: `If the time passes: ${state}` }),
});
