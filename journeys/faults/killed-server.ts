import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { FaultName } from "#platform/fault-points";
import { Client } from "pg";
import { asStarted } from "../as-started.ts";
import { freePort } from "../free-port.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const PASSWORD = "anxin-demo-2021";
/** The city and the district of the demo people. */
const DISTRICTS = "150700,150702";

/** What is killed where: the server by its own hand, or PostgreSQL under it while it lives. */
export type Fault = { readonly place: FaultName; readonly what: "server" | "postgres" };

/** The product on data of its own, to be killed and started again as often as one likes. */
export class KilledServer {
  readonly #data = mkdtempSync(join(tmpdir(), "anxin-killed-"));
  #process: ChildProcess | null = null;
  #site = "";

  constructor() {
    chmodSync(this.#data, 0o755);
  }

  /** Starts it; with `fault` something is killed there. Rejects when it ends before it is ready. */
  async start(fault: Fault | null = null): Promise<void> {
    this.#site = `http://127.0.0.1:${await freePort()}`;
    const server = spawn(process.execPath, [join(ROOT, ".build.journeys", "server.mjs")], {
      cwd: ROOT, stdio: "ignore", env: {
        ...this.#environment(), PORT: new URL(this.#site).port, PUBLIC_URL: this.#site,
        ...(fault === null ? {} : { ANXIN_FAULT: fault.place }), ...(fault?.what === "postgres" ? { ANXIN_FAULT_POSTGRES: this.#postmasterFile() } : {}),
      },
    });
    this.#process = server;
    await this.ready();
  }

  /** Waits until it answers, with its database; rejects when it has ended. */
  async ready(): Promise<void> {
    const end = performance.now() + 120_000;
    while (performance.now() < end) {
      if (this.hasEnded()) throw new Error(`the server ended: ${this.#process?.exitCode ?? this.#process?.signalCode}`);
      if ((await fetch(`${this.#site}/readyz`).catch(() => null))?.status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("the server was not ready in two minutes");
  }

  hasEnded(): boolean {
    return this.#process === null || this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** Waits until it is gone by its own hand. */
  async dead(): Promise<void> {
    const server = this.#process;
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    await new Promise((resolve) => { server.once("exit", resolve); });
  }

  /** What `anxin audit verify` finds, beside the running server. */
  proveAudit(): unknown {
    const { stdout, stderr } = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", join(ROOT, "apps", "cli", "main.ts"), "audit", "verify", "--json"], { cwd: ROOT, env: this.#environment(), encoding: "utf8" });
    if (stdout === "") throw new Error(stderr);
    return JSON.parse(stdout);
  }

  /** Whether residents find these words. */
  async finds(words: string): Promise<boolean> {
    return (await (await fetch(`${this.#site}/search?q=${encodeURIComponent(words)}`)).text()).includes("<mark");
  }

  /** What a page of residents answers. */
  async page(path: string): Promise<{ readonly status: number; readonly text: string }> {
    const answer = await fetch(this.#site + path, { headers: { accept: "text/html" } });
    return { status: answer.status, text: await answer.text() };
  }

  /** Sends a form as a page of residents does; rejects when the server dies before it answers. */
  async form(path: string, fields: Readonly<Record<string, string>>): Promise<{ readonly status: number; readonly text: string }> {
    const answer = await fetch(this.#site + path, { method: "POST", headers: { accept: "text/html", "content-type": "application/x-www-form-urlencoded" }, body: new URLSearchParams(fields).toString() });
    return { status: answer.status, text: await answer.text() };
  }

  #environment(): NodeJS.ProcessEnv {
    return { ...asStarted(), ANXIN_DATA: this.#data };
  }

  /** Kills PostgreSQL as well, without a chance to write anything more. */
  killPostgres(): void {
    const pid = Number(readFileSync(this.#postmasterFile(), "utf8").split("\n")[0]);
    process.kill(pid, "SIGKILL");
  }

  /** Asks the database itself, as its owner, for the city's rows. */
  async count(sql: string, values: readonly string[]): Promise<number> {
    const [, , , port = ""] = readFileSync(this.#postmasterFile(), "utf8").split("\n");
    const secret = readFileSync(this.#find("secret"), "utf8").trim();
    const client = new Client({ connectionString: `postgres://anxin_owner:${secret}@127.0.0.1:${port.trim()}/anxin` });
    await client.connect();
    try {
      await client.query("select set_config('anxin.districts', $1, false)", [DISTRICTS]);
      return (await client.query<{ count: number }>(`select count(*)::int as count from ${sql}`, [...values])).rows[0]?.count ?? -1;
    } finally {
      await client.end();
    }
  }

  /** Lets it end in order; the data stay. */
  async stopSoftly(): Promise<void> {
    this.#process?.kill("SIGTERM");
    await this.dead();
  }

  async stop(): Promise<void> {
    await this.stopSoftly();
    rmSync(this.#data, { recursive: true, force: true });
  }

  /** Signs somebody in, again and again while the database comes back as a person would; their requests reject when the server dies before it answers. */
  async officer(login: string): Promise<KilledOfficer> {
    const site = this.#site;
    const signIn = () => fetch(`${site}/api/sign-in`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ login, password: PASSWORD }) });
    let reply = await signIn();
    for (let tries = 0; reply.status >= 500 && tries < 100; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      reply = await signIn();
    }
    if (reply.status !== 204) throw new Error(`${login} is not let in: ${reply.status} ${await reply.text()}`);
    const cookie = String(reply.headers.get("set-cookie")).split(";")[0] ?? "";
    const { csrfToken } = await (await fetch(`${site}/api/session`, { headers: { cookie } })).json() as { csrfToken: string };
    const headers = { cookie, "x-csrf-token": csrfToken };
    return {
      get: async <Reply>(path: string) => await (await fetch(site + path, { headers })).json() as Reply,
      send: async (method, path, body) => {
        const init: RequestInit = body instanceof FormData ? { method, headers, body } : { method, headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(body) };
        const answer = await fetch(site + path, init);
        return { status: answer.status, body: answer.status === 204 ? null : await answer.json() as unknown };
      },
    };
  }

  /** Beside what lies in the cluster's folder whether PostgreSQL runs or not. */
  #postmasterFile(): string {
    return join(dirname(this.#find("pg_hba.conf")), "postmaster.pid");
  }

  #find(name: string): string {
    const found = readdirSync(this.#data, { recursive: true, encoding: "utf8" }).find((path) => path.endsWith(`/${name}`));
    if (found === undefined || !existsSync(join(this.#data, found))) throw new Error(`${name} is not in the data folder`);
    return join(this.#data, found);
  }
}

/** What a signed-in officer can send. */
export type KilledOfficer = {
  readonly get: <Reply>(path: string) => Promise<Reply>;
  readonly send: (method: "POST" | "PUT", path: string, body: unknown) => Promise<{ readonly status: number; readonly body: unknown }>;
};
