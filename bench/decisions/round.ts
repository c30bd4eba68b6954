import type { Loaded } from "./contender.ts";
import type { Journey } from "./travel-table.ts";

/** Decides `count` journeys, going on where the last call ended. */
export type Work = (count: number) => Promise<void> | void;

/** The length of every answer is added up here: work whose result nobody can see might be left out. */
export let letters = 0;

/** A contender's work. The loop around a decision is as small as it can be, for the fastest contender's sake. */
export function workOf(loaded: Loaded, journeys: readonly Journey[]): Work {
  let at = 0;
  const next = (): Journey => {
    at = at + 1 < journeys.length ? at + 1 : 0;
    return journeys[at] as Journey;
  };
  if (loaded.kind === "at-once") {
    const { decide } = loaded;
    return (count) => { let sum = 0; for (let done = 0; done < count; done += 1) sum += decide(next()).length; letters += sum; };
  }
  const { decide, together } = loaded;
  return async (count) => {
    for (let done = 0; done < count; done += together) {
      if (together === 1) letters += (await decide(next())).length;
      else for (const answer of await Promise.all(Array.from({ length: together }, () => decide(next())))) letters += answer.length;
    }
  };
}

/** Answers to all journeys, in their order. */
export async function answersOf({ decide }: Loaded, journeys: readonly Journey[]): Promise<string[]> {
  const answers: string[] = [];
  for (const journey of journeys) answers.push(await decide(journey));
  return answers;
}

/** Works for about `seconds` of processor time; decisions per second of it, user and system, all threads. */
export async function rateFor(seconds: number, work: Work): Promise<number> {
  const started = process.cpuUsage();
  let [batch, decided, used] = [64, 0, 0];
  while (used < seconds) {
    await work(batch);
    decided += batch;
    const { user, system } = process.cpuUsage(started);
    const before = used;
    used = (user + system) / 1e6;
    // Looking at the clock must not count: a batch takes some hundredths of a second.
    if (used - before < 0.02) batch *= 2;
  }
  return decided / used;
}
