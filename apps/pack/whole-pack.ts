import type { CityPlaces } from "#engines/places";
import { fault, loadPack, type Pack, type PackFiles, type PackProblem } from "#platform/pack";
import type { CaseType } from "#engines/cases";
import type { RecordType } from "#engines/registers";
import { loadCaseTypes } from "#services/cases";
import { loadNotices, type Notice, type PackNotice } from "#services/notices";
import { checkOpens, loadRegisters } from "#services/registers";
import { loadQuestions, loadRules, type PackQuestion, type PackRule } from "#services/rules";
import { loadStaying, type StayingPack } from "#services/staying";
import { loadPlaces, loadTravel, type TravelPack } from "#services/travel";

/** A pack as every service reads its part of it. What does not load is null or left out, and told in `problems`. */
export type WholePack = {
  readonly pack: Pack | null;
  readonly notices: readonly Notice[];
  readonly packNotices: readonly PackNotice[];
  readonly rules: readonly PackRule[];
  readonly questions: readonly PackQuestion[];
  readonly places: CityPlaces | null;
  /** Null: the pack has no travel service. */
  readonly travel: TravelPack | null;
  /** Null: the pack counts nobody who stays. */
  readonly staying: StayingPack | null;
  readonly registers: readonly RecordType[];
  readonly caseTypes: readonly CaseType[];
  readonly problems: readonly PackProblem[];
};

/** Reads a pack whole: one place that knows which service reads what, for the server, for `pack check` and for tests. Never throws. */
export async function loadWholePack({ files, problems: unread }: { readonly files: PackFiles; readonly problems: readonly PackProblem[] }): Promise<WholePack> {
  const { pack, parts, problems: own } = loadPack(files);
  const { notices, packNotices, problems: ofNotices } = loadNotices(parts);
  const { rules, problems: ofRules } = await loadRules(parts, notices);
  const { questions, problems: ofQuestions } = loadQuestions(parts, rules);
  const { places, problems: ofPlaces } = loadPlaces(parts);
  const { travel, problems: ofTravel } = await loadTravel(parts, rules, places);
  const { staying, problems: ofStaying } = loadStaying(parts, notices);
  const { registers, there, problems: ofRegisters } = loadRegisters(parts, notices);
  const { types: caseTypes, problems: ofCases } = loadCaseTypes(parts, notices, there);
  // What keeps a type of cases from loading is told of by itself.
  const caseKeys = ofCases.length > 0 ? null : caseTypes.map(({ key }) => key);
  const opening = caseKeys === null ? [] : checkOpens(registers, caseTypes);
  const approval = caseKeys === null || travel === null || travel.approvalCase === null || caseKeys.includes(travel.approvalCase) ? [] : [{ file: "travel/travel.yaml", line: 1, field: "approvalCase", ...NO_CASE }];
  return { pack, notices, packNotices, rules, questions, places, travel, staying, registers: registers.map(({ type }) => type), caseTypes, problems: [...unread, ...own, ...ofNotices, ...ofRules, ...ofQuestions, ...ofPlaces, ...ofTravel, ...ofStaying, ...ofRegisters, ...ofCases, ...opening, ...approval, ...unreadFiles(files)] };
}

/** Files that nothing reads would silently do nothing: a folder that is misspelt, `.yml` instead of `.yaml`. */
function unreadFiles(files: PackFiles): readonly PackProblem[] {
  return [...files.keys()].filter((file) => !READ.some((pattern) => pattern.test(file))).map((file) => ({ file, line: 1, field: "", ...UNREAD }));
}
const READ = [
  /^(?:pack|city|places)\.yaml$/u, /^notices\/[^/]+\/(?:notice\.yaml|corrections\.yaml|notice\.txt)$/u, /^rules\/[^/]+\/(?:districts\/[^/]+\/)?(?:rule\.yaml|question\.yaml|table\.dmn|above\.dmn)$/u,
  /^travel\/(?:[\w.-]+|levels\/[^/]+\/(?:level\.yaml|table\.dmn|conditions\.dmn))$/u, /^staying\/headcounts\.yaml$/u, /^(?:cases|registers)\/[^/]+\.yaml$/u,
  // Tables that clerks import in a drill, and words about the pack.
  /^drill\//u, /(?:^|\/)[\w.-]+\.md$/u,
];
const UNREAD = fault("没有哪一部分会读这个文件", "nothing reads this file", "核对文件夹和文件名，例如 cases/名字.yaml", "check its folder and name, such as cases/name.yaml");

const NO_CASE = fault("资料包里没有这种事项", "the pack has no such type of cases", "写 cases/ 里一个文件的名字，或者写 null", "name a file of cases/, or write null");
