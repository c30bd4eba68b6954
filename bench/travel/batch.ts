import { csvText } from "#platform/csv";
import type { AskedTrip } from "#services/travel";
import type { RunningProduct } from "../rate/built-product.ts";
import { askFigures } from "./ask-figures.ts";

/** Asks for many trips in one call, as JSON and as CSV: seconds, trips a second, and how long everybody else waited for the server. */
export async function printBatch(name: string, { port, server }: Pick<RunningProduct, "port" | "server">, asked: readonly AskedTrip[]): Promise<void> {
  process.stdout.write(`\n${asked.length.toLocaleString("en")} trips in one call, ${name}\n`);
  const rows = asked.map(({ from, fromElsewhere, to, toElsewhere, on, until, facts }) => ({ from, fromElsewhere, to, toElsewhere, on, until, ...facts }));
  const columns = ["from", "to", "on", "until", "who", "need", "approved"];
  const table = csvText([columns, ...asked.map(({ from, to, on, until, facts }) => [from, to, on, until, facts["who"] ?? "", facts["need"] ?? "", facts["approved"] ?? ""])]);
  for (const [kind, path, type, body] of [
    ["JSON", "/api/travel/decisions", "application/json", JSON.stringify({ trips: rows })],
    ["CSV", "/api/travel/decisions.csv", "text/csv", table],
  ] as const) {
    await askFigures(server);
    const started = performance.now();
    const reply = await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", headers: { "content-type": type }, body });
    const bytes = (await reply.arrayBuffer()).byteLength;
    const seconds = (performance.now() - started) / 1000;
    if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}`);
    const { stall } = await askFigures(server);
    process.stdout.write(`  ${kind.padEnd(4)} ${seconds.toFixed(2)} s, ${Math.round(asked.length / seconds).toLocaleString("en")} trips a second, ${(bytes / 1_048_576).toFixed(1)} MB of answers, longest stall of the server ${stall.toFixed(0)} ms\n`);
  }
}
