/**
 * Reads every list of risk areas in a folder, asks for the level of each of its places, and prints what does not agree, what was remarked, and the time:
 *   npm run bench:risk-lists -- DIR
 * Ends with 1 when a place has another level than its list says. A folder that is absent or holds no list is an error, not an empty result.
 */
import { gazetteer } from "#engines/places";
import { placeOf, readRiskList, riskMap } from "#services/travel";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: npm run bench:risk-lists -- DIR, a folder with lists as .json and .txt");
const places = gazetteer();
let lists = 0;
for (const file of (await readdir(folder)).filter((each) => /\.(?:json|txt)$/u.test(each)).toSorted()) {
  const bytes = await readFile(join(folder, file));
  const begun = performance.now();
  const { list, faults } = readRiskList(places, bytes);
  const took = performance.now() - begun;
  if (list === undefined) {
    process.stdout.write(`${file}: not a list: ${faults[0]?.problem.en ?? ""} (${faults[0]?.field ?? ""})\n`);
    continue;
  }
  lists += 1;
  const map = riskMap(places, list.areas);
  const wrong = list.areas.filter((area) => {
    const place = placeOf(area);
    const answer = place === null ? null : map.levelOf(place);
    return answer?.kind !== "level" || answer.level !== area.level;
  });
  const count = (level: string): number => list.areas.filter((area) => area.level === level).length;
  process.stdout.write(`${file}: as of ${list.asOf ?? "?"}, high ${count("high")}, medium ${count("medium")}, low ${count("low")}; ${list.areas.length - wrong.length} of ${list.areas.length} places have the list's level; ${took.toFixed(0)} ms\n`);
  for (const { words } of list.remarks) process.stdout.write(`  ${words.en}\n`);
  for (const { written } of wrong) process.stdout.write(`  OTHER LEVEL: ${written.join(" ")}\n`);
  if (wrong.length > 0) process.exitCode = 1;
}
if (lists === 0) throw new Error(`no list of risk areas in ${folder}`);
