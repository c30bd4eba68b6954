import { loadTravel, type AskedTrip } from "#services/travel";
import { viewOfAnswer, type AnswerView } from "#services/travel/server";
import { travelService } from "../../apps/server/travel.ts";
import { addressOf } from "./questions.ts";
import type { Setting } from "./setting.ts";

/**
 * Asks a server that has answered many questions already, and compares every answer, letter by letter, with one worked out from nothing: for each question the
 * rules, the levels and the places are read anew, so that nothing kept from another answer can be in it. Throws when one differs.
 */
export async function printSameAnswers(setting: Setting, port: number, asked: readonly AskedTrip[]): Promise<void> {
  for (const question of asked) {
    const served = await (await fetch(`http://127.0.0.1:${port}${addressOf(question)}`)).text();
    const anew = await answeredAnew(setting, question);
    // Only the moment of the answer may be another.
    const { asOf } = JSON.parse(served) as AnswerView;
    const expected = JSON.stringify(asOf === null || anew.asOf === null ? anew : { ...anew, asOf: { ...anew.asOf, at: asOf.at } });
    if (served !== expected) throw new Error(`another answer than one worked out anew: ${addressOf(question)}\n${served}\n${expected}`);
  }
  process.stdout.write(`  ${asked.length} answers are letter by letter those worked out anew, with nothing kept\n`);
}

async function answeredAnew({ pool, pack, parts, rules, cityPlaces, clock, audit }: Setting, question: AskedTrip): Promise<AnswerView> {
  const { travel } = await loadTravel(parts, rules, cityPlaces);
  if (travel === null) throw new Error("the pack has no travel service");
  const note = (): void => undefined;
  const service = await travelService({ pool, city: pack.city, clock, audit, log: { info: note, warn: note, error: note }, travel: { ...travel, list: null }, places: cityPlaces, prove: () => Promise.resolve(true), forgetPages: note });
  await service.rules.refresh();
  await service.levels.refresh();
  return viewOfAnswer(service.answers.answer(question), service.answers.nameOf);
}
