import type { CityPlaces } from "#engines/places";
import { loadPack, type Pack, type PackFiles, type PackProblem } from "#platform/pack";
import { loadNotices, type Notice, type PackNotice } from "#services/notices";
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
  return { pack, notices, packNotices, rules, questions, places, travel, staying, problems: [...unread, ...own, ...ofNotices, ...ofRules, ...ofQuestions, ...ofPlaces, ...ofTravel, ...ofStaying] };
}
