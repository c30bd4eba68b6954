import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const LAYERS = ["apps", "bench", "engines", "journeys", "platform", "services"];
const folders: string[] = [];
afterEach(() => { for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true }); });

type Cruise = { readonly modules: readonly { readonly source: string }[]; readonly summary: { readonly violations: readonly { readonly rule: { readonly name: string } }[] } };

function cruise(folder: string, layers: readonly string[]): Cruise {
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs"), "--config", join(folder, ".dependency-cruiser.mjs"), "--output-type", "json", ...layers], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Cruise;
}

/** A small house with these files, our rules, our doors and our packages. */
function houseWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "anxin-house-"));
  folders.push(folder);
  for (const name of ["package.json", "tsconfig.json", ".dependency-cruiser.mjs"]) cpSync(join(ROOT, name), join(folder, name));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const door = "export const open = 1;\n";
const PLANTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "no-cycles": { "engines/a/index.ts": 'import { two } from "./two.ts";\nexport const one = two;\n', "engines/a/two.ts": 'import { one } from "./index.ts";\nexport const two = one;\n' },
  "engines-stand-alone": { "engines/a/index.ts": 'export { open } from "#platform/p";\n', "platform/p/index.ts": door },
  "services-do-not-meet": { "services/a/index.ts": 'export { open } from "#services/b";\n', "services/b/index.ts": door },
  "platform-is-below": { "platform/p/index.ts": 'export { open } from "#services/b";\n', "services/b/index.ts": door },
  "nobody-uses-apps": { "services/a/index.ts": 'export { open } from "../../apps/cli/tool.ts";\n', "apps/cli/tool.ts": door },
  "through-doors-only": { "services/a/index.ts": 'export { open } from "../../platform/p/inside.ts";\n', "platform/p/inside.ts": door, "platform/p/index.ts": door },
  "apps-use-doors": { "apps/cli/tool.ts": 'export { open } from "../../platform/p/inside.ts";\n', "platform/p/inside.ts": door },
  "cores-stay-pure": { "services/a/index.ts": 'export { open } from "./server/index.ts";\n', "services/a/server/index.ts": door },
  "cores-touch-nothing": { "engines/a/index.ts": 'import { readFileSync } from "node:fs";\nexport const open = readFileSync;\n' },
  "sql-in-stores": { "services/a/server/routes.ts": 'import { Client } from "pg";\nexport const open = Client;\n' },
  "no-test-parts-in-the-product": { "apps/cli/tool.ts": 'import fc from "fast-check";\nexport const open = fc;\n' },
  "declared-packages-only": { "apps/cli/tool.ts": 'import proxy from "avvio";\nexport const open = proxy;\n' },
  "everything-resolves": { "apps/cli/tool.ts": 'export { open } from "./nowhere.ts";\n' },
};

describe("each rule catches what it forbids", () => {
  test.each(Object.entries(PLANTED))("%s", (rule, files) => {
    const folder = houseWith(files);
    const layers = [...new Set(Object.keys(files).map((name) => name.split("/")[0] ?? ""))];
    expect(cruise(folder, layers).summary.violations.map(({ rule: { name } }) => name)).toEqual([rule]);
  });
  test("and nothing in a house that keeps them", () => {
    const folder = houseWith({ "services/a/index.ts": 'export { open } from "#engines/e";\nexport { open as other } from "#platform/p";\n', "engines/e/index.ts": door, "platform/p/index.ts": door });
    expect(cruise(folder, ["services", "engines", "platform"]).summary.violations).toEqual([]);
  });
  test("every rule has a planted violation", async () => {
    const { default: config } = await import(join(ROOT, ".dependency-cruiser.mjs")) as { default: { forbidden: { name: string; comment?: string }[] } };
    expect(config.forbidden.map(({ name }) => name).toSorted()).toEqual(Object.keys(PLANTED).toSorted());
    expect(config.forbidden.filter(({ comment }) => comment === undefined)).toEqual([]);
  });
});

test("the cruise reads every source file, and our house keeps the rules", () => {
  const layers = LAYERS.filter((layer) => readdirSync(ROOT).includes(layer));
  // A bench may have packages of its own.
  const sources = layers.flatMap((layer) => readdirSync(join(ROOT, layer), { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/u.test(name) && !name.includes("node_modules")).map((name) => `${layer}/${name}`));
  const { modules, summary } = cruise(ROOT, layers);
  const cruised = modules.map(({ source }) => source).filter((source) => layers.some((layer) => source.startsWith(`${layer}/`)));
  expect(cruised.toSorted()).toEqual(sources.toSorted());
  expect(summary.violations).toEqual([]);
});
