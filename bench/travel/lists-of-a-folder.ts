import { placeOf, readRiskList, type RiskList } from "#services/travel";
import { keepLevels, levelRecorder } from "#services/travel/server";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { randomFrom } from "./random.ts";
import { PERSON, type Setting } from "./setting.ts";

type Dated = { readonly file: string; readonly list: RiskList; readonly asOf: Date; readonly sha256: string };

/** A city of the bench, so that nothing else is recorded beside the lists. */
const CITY = "990100";
/** All lists count as known before the first of them began. */
const BEFORE_ALL = new Date("2020-01-01T00:00:00+08:00");
const SEED = 7;

/**
 * Records every list of a folder in one database, in shuffled order, and asks for the level of every place of every list at the minute of its list. Prints counts and
 * every difference; true when there is none.
 */
export async function printListsOfFolder({ pool, places, audit }: Setting, folder: string): Promise<boolean> {
  process.stdout.write("\nlists of a folder, recorded in shuffled order in one database\n");
  const lists = await listsIn(folder, places);
  if (lists.length === 0) throw new Error(`no list of risk areas in ${folder}`);
  const clock = { policyNow: () => BEFORE_ALL, machineNow: () => new Date(), drill: true };
  const recorder = levelRecorder({ pool, district: CITY, clock, audit });
  const random = randomFrom(SEED);
  const shuffled = lists.map((each) => ({ each, by: random() })).toSorted((one, other) => one.by - other.by).map(({ each }) => each);
  for (const [base, { file, list, asOf, sha256 }] of shuffled.entries()) {
    const outcome = await recorder.recordList({ person: PERSON, commandKey: `folder-${sha256}`, base }, { asOf, areas: list.areas, remarks: list.remarks, source: file, sha256 });
    if (outcome.kind !== "recorded") throw new Error(`${file}: ${outcome.kind}`);
    process.stdout.write(`  ${outcome.number} ${file}: added ${outcome.added}, changed ${outcome.changed}, removed ${outcome.removed}\n`);
  }
  const note = (): void => undefined;
  const keeper = keepLevels({ pool, district: CITY, places, policyNow: clock.policyNow, log: { info: note, warn: note, error: note }, changed: note });
  let [asked, differing] = [0, 0];
  for (const { file, list, asOf } of lists) {
    const { map, list: holding, areas } = await keeper.at(asOf);
    const wrong = list.areas.filter((area) => {
      const place = placeOf(area);
      const found = place === null ? null : map.levelOf(place);
      return found?.kind !== "level" || found.level !== area.level;
    });
    const isThis = holding?.source === file && areas.length === list.areas.length;
    asked += list.areas.length;
    differing += wrong.length + (isThis ? 0 : 1);
    process.stdout.write(`  ${file}: at ${list.asOf} ${list.areas.length - wrong.length} of ${list.areas.length} places have the list's level${isThis ? "" : `; ANOTHER LIST HOLDS: ${holding?.source ?? "none"}, ${areas.length} areas`}\n`);
    for (const { written } of wrong) process.stdout.write(`    OTHER LEVEL: ${written.join(" ")}\n`);
  }
  process.stdout.write(`  ${lists.length} lists, ${asked} places asked, ${differing} differences\n`);
  return differing === 0;
}

/** Every file that is a list with its minute; what is none is told. */
async function listsIn(folder: string, places: Setting["places"]): Promise<readonly Dated[]> {
  const found: Dated[] = [];
  for (const file of (await readdir(folder)).filter((each) => /\.(?:json|txt)$/u.test(each)).toSorted()) {
    const bytes = await readFile(join(folder, file));
    const { list, faults } = readRiskList(places, bytes);
    if (list === undefined) process.stdout.write(`  ${file}: not a list: ${faults[0]?.problem.en ?? ""} (${faults[0]?.field ?? ""})\n`);
    else if (list.asOf === null) process.stdout.write(`  ${file}: LEFT OUT, it does not say of which time it is\n`);
    else found.push({ file, list, asOf: new Date(`${list.asOf}:00+08:00`), sha256: createHash("sha256").update(bytes).digest("hex") });
  }
  return found;
}
