/**
 * Finds every place of the national risk lists in a folder and prints those that are not divisions, and how many paths a second are found:
 *   npm run bench:places -- DIR
 * DIR holds the lists' JSON (`data.highlist` and so on). A folder that is absent or holds none is an error, not an empty result.
 */
import { gazetteer, listedPlace } from "#engines/places";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: npm run bench:places -- DIR, a folder with risk lists as JSON");
const line = z.object({ province: z.string(), city: z.string(), county: z.string() });
const list = z.object({ data: z.object({ highlist: z.array(line).default([]), middlelist: z.array(line).default([]), lowlist: z.array(line).default([]) }) });

const places = gazetteer();
const names: string[] = [];
for (const file of (await readdir(folder)).filter((each) => each.endsWith(".json")).toSorted()) {
  const read = list.safeParse(JSON.parse(await readFile(join(folder, file), "utf8")));
  if (!read.success) continue;
  const { highlist, middlelist, lowlist } = read.data.data;
  const rows = [...highlist, ...middlelist, ...lowlist];
  const below = new Map<string, string>();
  for (const { province, city, county } of rows) {
    const at = listedPlace(places, [province, city, county]);
    names.push(`${province}${city}${county}`);
    if (at === null || at.below.length > 0) below.set(`${province} ${city} ${county}`, at === null ? "not known at all" : `${places.nameOf(at.division.code)} | ${at.below.join(" / ")}`);
  }
  process.stdout.write(`${file}: ${rows.length} lines, ${below.size} with parts that are no divisions\n${[...below].map(([written, led]) => `  ${written} -> ${led}\n`).join("")}`);
}
if (names.length === 0) throw new Error(`no risk list in ${folder}`);

const end = performance.now() + 2_000;
let found = 0;
while (performance.now() < end) for (const name of names) { places.find(`${name}一号院`); found += 1; }
process.stdout.write(`${Math.round(found / 2).toLocaleString("en")} whole paths found a second\n`);
