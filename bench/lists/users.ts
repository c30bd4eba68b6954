import { request, Agent } from "node:http";
import { BEGINNINGS, DISTRICTS } from "./many-records.ts";

/** Told to the process of the users: which port, how many, how long they think between two questions, for how long. Milliseconds. */
export type UsersOrder = { readonly port: number; readonly users: number; readonly thinking: number; readonly milliseconds: number };
/** What came of it: how long each question waited, by its kind. */
export type UsersAnswer = Readonly<Record<string, readonly number[]>>;

/** How often which question is asked, of a hundred. */
const QUESTIONS = [["district", 30], ["city", 15], ["beginning", 25], ["next page", 10], ["flag", 10], ["latest", 5], ["word", 5]] as const;

process.once("message", (order: UsersOrder) => { void ask(order).then((answer) => process.send?.(answer, () => process.exit(0))); });

async function ask({ port, users, thinking, milliseconds }: UsersOrder): Promise<UsersAnswer> {
  const waits: Record<string, number[]> = {};
  const agent = new Agent({ keepAlive: true, maxSockets: users });
  const end = performance.now() + milliseconds;
  await Promise.all(Array.from({ length: users }, async (_, user) => {
    await pause((thinking * user) / users);
    let next: string | null = null;
    while (performance.now() < end) {
      const kind = drawn();
      const query: string = kind === "next page" && next !== null ? next : queryOf(kind);
      const started = performance.now();
      const page = await get(agent, port, query);
      (waits[kind] ??= []).push(performance.now() - started);
      next = page.next === null ? null : `${query.replace(/&after=.*$/u, "")}&after=${encodeURIComponent(page.next)}`;
      await pause(thinking);
    }
  }));
  agent.destroy();
  return waits;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });
const oneOf = <Each>(among: readonly Each[]): Each => among[Math.floor(Math.random() * among.length)] as Each;

function drawn(): (typeof QUESTIONS)[number][0] {
  let at = Math.random() * 100;
  for (const [kind, often] of QUESTIONS) if ((at -= often) < 0) return kind;
  return "district";
}

function queryOf(kind: (typeof QUESTIONS)[number][0]): string {
  const district = `district=${oneOf(DISTRICTS)}`;
  const beginning = encodeURIComponent(`${oneOf(BEGINNINGS)}${oneOf(["", "商店", "超市", "药房", "商店1", "粮店22"])}`);
  switch (kind) {
    case "district": case "next page": return district;
    case "city": return "sort=name";
    case "beginning": return Math.random() < 0.5 ? `text=${beginning}` : `${district}&text=${beginning}`;
    case "flag": return Math.random() < 0.5 ? "flag=short" : `${district}&flag=short`;
    case "latest": return Math.random() < 0.5 ? "sort=recorded" : `${district}&sort=recorded`;
    // The end of a name: its number.
    case "word": return `text=${100_000 + Math.floor(Math.random() * 800_000)}`;
  }
}

function get(agent: Agent, port: number, query: string): Promise<{ readonly next: string | null }> {
  return new Promise((resolve, reject) => {
    request({ agent, port, host: "127.0.0.1", path: `/api/registers/stock/records?${query}` }, (reply) => {
      const parts: Buffer[] = [];
      reply.on("data", (part: Buffer) => { parts.push(part); }).on("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        if (reply.statusCode !== 200) { reject(new Error(`${query}: ${text}`)); return; }
        const page = JSON.parse(text) as { readonly rows: readonly unknown[]; readonly next: string | null };
        if (page.rows.length === 0) reject(new Error(`${query}: nothing was found`));
        else resolve(page);
      });
    }).on("error", reject).end();
  });
}
