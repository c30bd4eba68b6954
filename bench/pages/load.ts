import { Agent, request } from "node:http";

/** Rate and waiting times of one round. */
export type Round = { readonly perSecond: number; readonly p50: number; readonly p99: number };

/** Asks for one page over `connections` kept-alive connections for `milliseconds`; every reply must be a 200. */
export async function load(url: string, connections: number, milliseconds: number): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const waits: number[] = [];
  const end = performance.now() + milliseconds;
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, async () => {
    while (performance.now() < end) {
      const asked = performance.now();
      await ask(url, agent);
      waits.push(performance.now() - asked);
    }
  }));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  waits.sort((one, other) => one - other);
  return { perSecond: waits.length / seconds, p50: at(waits, 0.5), p99: at(waits, 0.99) };
}

function ask(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    request(url, { agent, headers: { "accept-encoding": "br", accept: "text/html" } }, (reply) => {
      reply.resume().once("end", () => { if (reply.statusCode === 200) resolve(); else reject(new Error(`${url} answered ${reply.statusCode}`)); });
    }).once("error", reject).end();
  });
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** The middle value. */
export const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
