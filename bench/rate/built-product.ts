import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";

/** The product as it is built and started, on a free port. */
export type RunningProduct = { readonly port: number; readonly server: ChildProcess; readonly stop: () => Promise<void> };

/**
 * Builds the product into a folder of its own, not the one a running `npm start` serves from, and starts it without a parent, so that its processor time can be
 * told. `words`: for node, before the program; with `canBeAsked` the process takes messages.
 */
export async function startBuiltProduct(env: Readonly<Record<string, string>>, { words = [], canBeAsked = false }: { readonly words?: readonly string[]; readonly canBeAsked?: boolean } = {}): Promise<RunningProduct> {
  const root = join(import.meta.dirname, "..", "..");
  const build = join(root, ".build.bench");
  if (spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", join(root, "bin/build.mjs"), build], { stdio: ["ignore", "inherit", "inherit"] }).status !== 0) throw new Error("the product does not build");
  const port = await freePort();
  const server = spawn(process.execPath, [...words, join(build, "server.mjs")], { cwd: root, stdio: ["ignore", "ignore", "inherit", canBeAsked ? "ipc" : "ignore"], env: { ...process.env, ...env, PORT: String(port) } });
  const ended = new Promise<void>((resolve) => { server.once("exit", () => resolve()); });
  const stop = async (): Promise<void> => {
    server.kill("SIGTERM");
    await ended;
  };
  try {
    await ready(`http://127.0.0.1:${port}/readyz`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, server, stop };
}

async function ready(url: string): Promise<void> {
  for (let round = 0; round < 1_200; round += 1) {
    if (await fetch(url).then(({ ok }) => ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server did not start in two minutes");
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
