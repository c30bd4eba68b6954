import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { exportsWithoutDocstring } from "./doors.ts";
import { ownFiles, textOf } from "./files.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const files = ownFiles();
const code = files.filter((file) => /\.(?:tsx?|mjs)$/.test(file));
const words = files.filter((file) => /\.(?:tsx?|mjs|md|ya?ml|json|sql)$/.test(file) || file === ".ci/run");
const LINES_MAX = 300;
// Written in two parts, so that this file does not hold what it looks for.
const UNFINISHED = new RegExp(`\\b(?:TO${"DO"}|FIX${"ME"}|XX${"X"})\\b`);
const PUT_ASIDE = /\b(?:test|it|describe)\.(?:only|skip|todo|fails)\b/;
const OF_ONE_MACHINE = /(?:\/home\/|\/root\/|\/Users\/|[A-Z]:\\Users\\)\w|\/work\/|\bshared\/(?:data|guide|design)/;
const DOWNLOAD_HOSTS = /https?:\/\/[\w.-]*(?:registry|artifact|nexus|mirror)[\w.-]*\//;

describe("the repository", () => {
  test("has no drawer for odds and ends", () => {
    expect(files.filter((file) => file.split("/").some((part) => /^(?:utils?|helpers?|common|misc|managers?|shared|lib)(?:\.|$)/i.test(part)))).toEqual([]);
  });

  test("leaves nothing unfinished or put aside in its code", () => {
    expect(code.filter((file) => UNFINISHED.test(textOf(file)))).toEqual([]);
    expect(code.filter((file) => /\.test\./.test(file) && PUT_ASIDE.test(textOf(file)))).toEqual([]);
  });

  test("names no person's machine and no download host", () => {
    expect(words.filter((file) => !file.startsWith("bench/repository/") && OF_ONE_MACHINE.test(textOf(file)))).toEqual([]);
    expect(words.filter((file) => DOWNLOAD_HOSTS.test(textOf(file)))).toEqual([]);
  });

  test("keeps files short enough to hold one idea", () => {
    expect(code.filter((file) => textOf(file).split("\n").length > LINES_MAX)).toEqual([]);
  });

  test("says in every module what it is for", () => {
    const modules = new Set(files.flatMap((file) => /^(?:engines|services|platform|apps)\/[^/]+(?=\/)/.exec(file)?.[0] ?? []));
    expect([...modules, "journeys", "bench", "packs"].filter((module) => !files.includes(`${module}/README.md`))).toEqual([]);
  });

  test("says of every export of a door what it means", () => {
    const doors = files.filter((file) => /^(?:engines|services|platform)\/[^/]+\/(?:(?:server|portal)\/)?index\.ts$/.test(file));
    expect(doors.length).toBeGreaterThan(10);
    expect(doors.flatMap(exportsWithoutDocstring)).toEqual([]);
  });

  test("subscribes to events and fills slots in one place", () => {
    const wiring = code.filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith("platform/events/") && /\b(?:events\.on|slots\.fill)\(/.test(textOf(file)));
    expect(wiring).toEqual(["apps/server/wire.ts"]);
  });

  test("speaks SQL in stores and in platform/db alone", () => {
    const product = code.filter((file) => /^(?:apps|engines|platform|services)\//.test(file) && !/\.test\.tsx?$|\/example-[a-z-]+\.tsx?$/.test(file));
    expect(product.filter((file) => /\.query(?:<[^>]*>)?\(/.test(textOf(file)) && !/\/server\/(?:[a-z-]+\/)?store\.ts$|^platform\/db\//.test(file))).toEqual([]);
  });

  test("has documents whose links lead somewhere", () => {
    const documents = files.filter((file) => file.endsWith(".md"));
    const broken = documents.flatMap((file) => linksOf(file).filter((link) => !existsSync(join(ROOT, posix.dirname(file), link))).map((link) => `${file} -> ${link}`));
    expect(documents.length).toBeGreaterThan(10);
    expect(broken).toEqual([]);
  });

  test("has a Chinese README that is the twin of the English one", () => {
    const [english, chinese] = ["README.md", "README.zh-CN.md"].map((file) => linksOf(file).filter((link) => !link.startsWith("README")).toSorted());
    expect(chinese).toEqual(english);
    expect(commandsOf("README.zh-CN.md")).toEqual(commandsOf("README.md"));
  });

  test("names every setting in its README", () => {
    const settings = [...textOf("platform/config/config.ts").matchAll(/\b(?:given|take)\("([A-Z_]+)"/g)].map(([, name]) => name ?? "");
    expect(settings.length).toBeGreaterThan(4);
    for (const file of ["README.md", "README.zh-CN.md"]) expect(settings.filter((name) => !textOf(file).includes(`\`${name}\``)), file).toEqual([]);
  });
});

/** Links of a document to files beside it, without fragments. */
function linksOf(file: string): string[] {
  return [...textOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => (link ?? "").replace(/#.*$/, "")).filter((link) => link !== "" && !/^[a-z]+:/.test(link));
}

/** The first words of each line in the shell blocks of a document. */
function commandsOf(file: string): string[] {
  return [...textOf(file).matchAll(/```sh\n([^`]*)```/g)].flatMap(([, block]) => (block ?? "").trim().split("\n").map((line) => line.split(" ").slice(0, 3).join(" ").trim()));
}
