import type { AskedTrip } from "#services/travel";
import type { AnswerView } from "#services/travel/server";
import type { ChildProcess } from "node:child_process";
import { printRateInTurns } from "../rate/in-turns.ts";
import { requestFor } from "../rate/load.ts";
import { addressOf } from "./questions.ts";

/** The rate of different decisions beside a bare reply of their mean bytes, in turns. */
export async function printDecisionRate(name: string, port: number, server: ChildProcess, asked: readonly AskedTrip[]): Promise<void> {
  const kinds = new Map<string, number>();
  let bytes = 0;
  for (const question of asked) {
    const body = await (await fetch(`http://127.0.0.1:${port}${addressOf(question)}`)).text();
    bytes += Buffer.byteLength(body);
    const { kind } = JSON.parse(body) as AnswerView;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  await printRateInTurns({
    name: `decisions, ${name}, ${asked.length} different questions (${[...kinds].map(([kind, count]) => `${kind} ${count}`).join(", ")})`, what: "answers", port, server,
    requests: asked.map((question) => requestFor(addressOf(question), { accept: "application/json" })),
    bare: { body: Buffer.alloc(Math.round(bytes / asked.length), 97), headers: { "content-type": "application/json; charset=utf-8" } },
  });
}
