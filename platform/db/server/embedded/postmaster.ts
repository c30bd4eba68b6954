import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Account } from "./account.ts";
import type { Note } from "../note.ts";
import { endLeftover } from "./leftover.ts";

type Cluster = { readonly native: string; readonly data: string; readonly account: Account | null; readonly log: Note };

/** The running server process. It is started again on the same port when it ends without being asked. */
export type Postmaster = { readonly port: number; readonly stop: () => Promise<void> };

const READY = /database system is ready to accept connections/;
const START_MILLISECONDS_MAX = 60_000;
const RESTART_MILLISECONDS = 500;

/** Starts PostgreSQL on a free loopback port and keeps it running until `stop`. */
export async function keepRunning(cluster: Cluster): Promise<Postmaster> {
  await endLeftover(cluster.data, cluster.log);
  const port = await freePort();
  let stopping = false;
  let child = await start(cluster, port);
  let restarting: Promise<void> = Promise.resolve();
  // When we end without having stopped it (a fault nobody caught), it ends too; after kill -9 the next start ends it.
  const endWithUs = (): void => { child.kill("SIGINT"); };
  process.once("exit", endWithUs);
  const watch = (): void => {
    child.once("exit", (code, signal) => {
      if (stopping) return;
      cluster.log.warn("database-ended", { code: code ?? 0, signal: signal ?? "" });
      restarting = restart();
    });
  };
  const restart = async (): Promise<void> => {
    while (!stopping) {
      try {
        await endLeftover(cluster.data, cluster.log);
        child = await start(cluster, port);
        cluster.log.info("database-restarted", { port });
        watch();
        return;
      } catch (error) {
        cluster.log.warn("database-restart-failed", { reason: error instanceof Error ? error.message : String(error) });
        await new Promise((resolve) => setTimeout(resolve, RESTART_MILLISECONDS));
      }
    }
  };
  watch();
  return {
    port,
    stop: async () => {
      stopping = true;
      await restarting;
      await end(child);
      process.off("exit", endWithUs);
    },
  };
}

/** Runs one postmaster and waits until it takes connections. Its log goes to a pipe: only what matters is passed on. */
function start({ native, data, account, log }: Cluster, port: number): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(native, "bin", "postgres"), [
      "-D", data, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=60",
      "-c", "timezone=UTC", "-c", "log_timezone=UTC", "-c", "lc_messages=C", "-c", "logging_collector=off", "-c", "log_statement=none",
      // A process group of its own: Ctrl-C in a terminal goes to us, and we stop PostgreSQL after the last request.
    ], { ...account, detached: true, stdio: ["ignore", "ignore", "pipe"], env: { PATH: process.env["PATH"], TZ: "UTC", LC_ALL: "C.UTF-8" }, cwd: "/" });
    let said = "";
    const timer = setTimeout(() => { child.kill("SIGQUIT"); fail(new Error("PostgreSQL did not become ready in a minute")); }, START_MILLISECONDS_MAX);
    const fail = (error: Error): void => { clearTimeout(timer); reject(error); };
    const endedEarly = (code: number | null): void => fail(new Error(`PostgreSQL ended with ${code}: ${said.trim().split("\n").slice(-3).join(" ")}`));
    child.once("error", fail);
    child.once("exit", endedEarly);
    child.stderr.on("data", (chunk: Buffer) => {
      const words = chunk.toString();
      said = (said + words).slice(-4_000);
      if (/\b(?:FATAL|PANIC)\b/.test(words) && /PANIC|could not/.test(words)) log.warn("database-trouble", { words: words.slice(0, 300) });
      // Said again whenever PostgreSQL has recovered from a killed connection; only our own listener goes.
      if (READY.test(said)) { clearTimeout(timer); said = ""; child.off("exit", endedEarly); resolve(child); }
    });
  });
}

/** Fast shutdown; a server that does not end in ten seconds is stopped at once, which costs a recovery at the next start. */
function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) { resolve(); return; }
    const timer = setTimeout(() => child.kill("SIGQUIT"), 10_000);
    child.once("exit", () => { clearTimeout(timer); resolve(); });
    child.kill("SIGINT");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => { if (address !== null && typeof address === "object") resolve(address.port); else reject(new Error("no free port")); });
    });
  });
}
