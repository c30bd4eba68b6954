// Bundles the server and the pages' scripts. Runs on Node 24, after the packages are installed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { alone, root } from "./setup.mjs";

const LAYERS = ["apps", "engines", "platform", "services"];

/**
 * Builds into `folder` unless it holds the build of exactly these sources: `server.mjs`, `assets/<name>.<hash>.js`
 * and `assets/manifest.json`. A build is made beside and moved into place, so a server never reads half of one.
 */
export async function build(folder) {
  const state = createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).update(LAYERS.flatMap((layer) => sourcesIn(join(root, layer))).join("\n")).digest("hex");
  const isBuilt = () => existsSync(join(folder, "state")) && readFileSync(join(folder, "state"), "utf8") === state;
  if (!isBuilt()) await alone(`build${basename(folder)}`, () => undefined, async () => { if (!isBuilt()) await make(folder, state); });
}

async function make(folder, state) {
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(join(making, "assets"), { recursive: true });
  try {
    await bundleInto(making);
    writeFileSync(join(making, "state"), state);
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

async function bundleInto(making) {
  const { build: bundle } = await import("esbuild");
  const [{ portalScripts }, { caseScripts }] = [await import("../services/notices/portal/scripts.ts"), await import("../services/cases/portal/scripts.ts")];
  await bundle({
    entryPoints: { server: join(root, "apps/server/main.ts") }, outdir: making, outExtension: { ".js": ".mjs" }, bundle: true, platform: "node", format: "esm",
    target: "node24", packages: "external", sourcemap: "linked", jsx: "automatic", jsxImportSource: "preact", logLevel: "warning", absWorkingDir: root,
  });
  const manifest = {};
  for (const { name, file } of [...portalScripts, ...caseScripts]) {
    const { outputFiles: [script] } = await bundle({ entryPoints: [join(root, file)], bundle: true, minify: true, format: "esm", target: "es2020", write: false, logLevel: "warning", absWorkingDir: root });
    const fileName = `${name}.${createHash("sha256").update(script.contents).digest("hex").slice(0, 10)}.js`;
    writeFileSync(join(making, "assets", fileName), script.contents);
    manifest[name] = fileName;
  }
  writeFileSync(join(making, "assets", "manifest.json"), JSON.stringify(manifest));
  await bundleDesk(join(making, "desk"));
}

/** The desk's pages, each in a file of its own, fetched when it is opened. */
async function bundleDesk(folder) {
  const { build: bundle } = await import("vite");
  await bundle({
    configFile: false, root, base: "/desk/", logLevel: "warn", publicDir: false, oxc: { jsx: { runtime: "automatic", importSource: "react" } },
    build: { outDir: folder, emptyOutDir: true, manifest: true, target: "es2022", modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2_000, rolldownOptions: {
      input: join(root, "apps/desk/main.tsx"),
      // antd marks its files for servers that draw React; here is none.
      onLog: (level, log, say) => { if (log.code !== "MODULE_LEVEL_DIRECTIVE") say(level, log); },
    } },
  });
}

/** Every source file with its size and time, by name. */
function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).toSorted((one, other) => (one.name < other.name ? -1 : 1)).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    if (!/\.(?:tsx?|css)$/.test(entry.name) || /\.test\.tsx?$/.test(entry.name)) return [];
    const { size, mtimeMs } = statSync(path);
    return [`${path} ${size} ${mtimeMs}`];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build(process.argv[2] ?? join(root, ".build"));
