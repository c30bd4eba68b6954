import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { load, type Round } from "./load.ts";
import { processorSeconds } from "./processor-seconds.ts";
import { median, spread } from "./spread.ts";

const ROUNDS = 5;
const ROUND_MILLISECONDS = 1_500;
const CONNECTIONS = 32;

/** What is asked of whom, and the reply of the bare server beside it. `what`: how one answer is called. */
export type RateParts = {
  readonly name: string;
  readonly what: string;
  readonly port: number;
  readonly server: ChildProcess;
  readonly requests: readonly Buffer[];
  readonly bare: { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> };
};

type MeasuredRound = Round & { readonly perProcessorSecond: number };

/** Ours and a bare node:http reply of equal bytes in turns, so that what else the machine does falls on both; prints rates, waiting times and their ratios. */
export async function printRateInTurns({ name, what, port, server, requests, bare: { body, headers } }: RateParts): Promise<void> {
  const bare = fork(join(import.meta.dirname, "bare-server.ts"), { execArgv: ["--disable-warning=ExperimentalWarning"] });
  bare.send({ body: body.toString("base64"), headers });
  const barePort = await new Promise<number>((resolve) => { bare.once("message", (message) => resolve(Number(message))); });
  const [ours, limit]: [MeasuredRound[], MeasuredRound[]] = [[], []];
  await load(port, requests, CONNECTIONS, ROUND_MILLISECONDS);
  await load(barePort, requests, CONNECTIONS, ROUND_MILLISECONDS);
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await measured(port, requests, server));
    limit.push(await measured(barePort, requests, bare));
  }
  bare.kill();
  const ratios = (of: keyof MeasuredRound): string => spread(ours.map((round, at) => round[of] / (limit[at]?.[of] ?? Number.NaN)));
  const middle = (rounds: readonly MeasuredRound[], of: keyof MeasuredRound): number => median(rounds.map((round) => round[of]));
  process.stdout.write(`\n${name}: ${body.length} bytes, ${CONNECTIONS} connections, ${ROUNDS} rounds in turns, medians\n`);
  for (const [who, rounds] of [["ours", ours], ["bare node:http", limit]] as const) process.stdout.write(`  ${who.padEnd(16)} ${middle(rounds, "perSecond").toFixed(0).padStart(7)} ${what}/s   p50 ${middle(rounds, "p50").toFixed(1)} ms   p99 ${middle(rounds, "p99").toFixed(1)} ms   ${middle(rounds, "perProcessorSecond").toFixed(0).padStart(7)} ${what} per second of its processor time\n`);
  process.stdout.write(`  ratio            ${ratios("perSecond")} by the clock, ${ratios("perProcessorSecond")} by processor time, p99 ${ratios("p99")} times (median and spread of the rounds)\n`);
}

/** One round, with what the answering process itself worked for it. */
async function measured(port: number, requests: readonly Buffer[], { pid }: ChildProcess): Promise<MeasuredRound> {
  const [worked, started] = [processorSeconds(pid ?? 0), performance.now()];
  const round = await load(port, requests, CONNECTIONS, ROUND_MILLISECONDS);
  const seconds = (performance.now() - started) / 1000;
  return { ...round, perProcessorSecond: (round.perSecond * seconds) / (processorSeconds(pid ?? 0) - worked) };
}
