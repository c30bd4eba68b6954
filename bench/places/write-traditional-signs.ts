/**
 * Writes engines/places/national/traditional-signs.ts: the traditional forms of the signs in names of divisions and of the packs' townships, as opencc-js gives them.
 *   node bin/node24.mjs bench/places/write-traditional-signs.ts
 * A form that is itself a sign of some name is left out: 乾 is traditional for 干, and there is a 乾安县.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Converter } from "opencc-js";
import { DIVISION_LINES } from "../../engines/places/national/divisions.ts";

const packs = join(import.meta.dirname, "..", "..", "packs");
const townships = readdirSync(packs, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("places.yaml")).map((file) => readFileSync(join(packs, file), "utf8"));
const signs = new Set([...DIVISION_LINES, ...townships].flatMap((text) => [...text].filter((sign) => /\p{Script=Han}/u.test(sign))));
const forms = new Map<string, string>();
for (const to of ["t", "tw", "hk"] as const) {
  const traditional = Converter({ from: "cn", to });
  for (const sign of signs) {
    const form = traditional(sign);
    if ([...form].length === 1 && !signs.has(form)) forms.set(form, sign);
  }
}
const pairs = [...forms].map(([form, sign]) => form + sign).toSorted();
const lines = Array.from({ length: Math.ceil(pairs.length / 60) }, (_, at) => pairs.slice(at * 60, at * 60 + 60).join(""));
writeFileSync(new URL("../../engines/places/national/traditional-signs.ts", import.meta.url), `/** Traditional forms of the signs in names of places, each before its simplified one. Written by bench/places/write-traditional-signs.ts. */
export const TRADITIONAL_SIGNS: string = [
${lines.map((line) => `  ${JSON.stringify(line)},`).join("\n")}
].join("");
`);
process.stdout.write(`${pairs.length} signs\n`);
