import { type ContenderName, load } from "./contender.ts";
import { type Held, memoryOver } from "./memory.ts";
import { answersOf, rateFor, workOf } from "./round.ts";
import { everyJourney } from "./travel-table.ts";

/** What the run asks of a contender's process, and what it is told. */
export type Asked = { readonly ask: "answers" } | { readonly ask: "rate"; readonly seconds: number } | { readonly ask: "memory"; readonly decisions: number };
export type Told = { readonly answers: readonly string[] } | { readonly rate: number } | { readonly held: readonly Held[] } | { readonly failed: string };

// One contender, alone in its process: what the others leave in the engine's caches and heap is not its business.
const journeys = everyJourney();
const loaded = await load(process.argv[2] as ContenderName);
const work = workOf(loaded, journeys);

process.on("message", (asked: Asked) => {
  void told(asked).catch((error: unknown) => ({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })).then((answer) => process.send?.(answer));
});
process.once("disconnect", () => process.exit());
process.send?.("ready");

async function told(asked: Asked): Promise<Told> {
  switch (asked.ask) {
    case "answers": return { answers: await answersOf(loaded, journeys) };
    case "rate": return { rate: await rateFor(asked.seconds, work) };
    case "memory": return { held: await memoryOver(asked.decisions, work) };
  }
}
