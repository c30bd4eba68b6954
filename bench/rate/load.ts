import { connect, type Socket } from "node:net";
import { at } from "./spread.ts";

/** Rate and waiting times of one round. */
export type Round = { readonly perSecond: number; readonly p50: number; readonly p99: number };

/** A GET as it goes over the wire, made once so that the asking costs little beside the answering. */
export function requestFor(path: string, headers: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`);
}

/**
 * Asks over `connections` kept-alive connections for `milliseconds`, on each the next question when the last one is answered (no pipelining). Every reply must
 * be a 200 that tells its length. Plain sockets: a client of node:http works longer for an answer than a server that has it ready.
 */
export async function load(port: number, requests: readonly Buffer[], connections: number, milliseconds: number): Promise<Round> {
  const waits: number[] = [];
  const started = performance.now();
  let turn = 0;
  await Promise.all(Array.from({ length: connections }, async () => {
    const socket = await connected(port);
    const end = started + milliseconds;
    await askUntil(socket, () => (performance.now() > end ? null : requests[(turn += 1) % requests.length] ?? null), waits);
    socket.destroy();
  }));
  const seconds = (performance.now() - started) / 1000;
  waits.sort((one, other) => one - other);
  return { perSecond: waits.length / seconds, p50: at(waits, 0.5), p99: at(waits, 0.99) };
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    socket.once("error", reject).once("connect", () => { socket.off("error", reject); resolve(socket); });
  });
}

/** One question after the other until there is none. */
function askUntil(socket: Socket, next: () => Buffer | null, waits: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Bytes of the reply that are still to come; null before its head is there.
    let [asked, left, head] = [0, null as number | null, ""];
    function ask(): void {
      const request = next();
      if (request === null) { resolve(); return; }
      [asked, left, head] = [performance.now(), null, ""];
      socket.write(request);
    }
    socket.on("error", reject).on("close", () => reject(new Error("the server closed the connection")));
    socket.on("data", (bytes: Buffer) => {
      if (left === null) {
        head += bytes.toString("latin1");
        const end = head.indexOf("\r\n\r\n");
        if (end < 0) return;
        const length = /\r\ncontent-length: (\d+)\r\n/i.exec(head.slice(0, end + 2))?.[1];
        if (!head.startsWith("HTTP/1.1 200 ") || length === undefined) { reject(new Error(`answered ${head.slice(0, head.indexOf("\r\n"))}`)); return; }
        left = Number(length) - (head.length - end - 4);
      } else left -= bytes.length;
      if (left > 0) return;
      waits.push(performance.now() - asked);
      ask();
    });
    ask();
  });
}
