import { ACTOR_ENDINGS } from "../lexicon/phrases.ts";
import { type Word, wordsIn } from "./lexer.ts";

const ENDINGS = ACTOR_ENDINGS.toSorted((left, right) => right.length - left.length).join("|");
/** Words that end like the name of who acts; brackets (hidden) may follow. */
export const ACTOR_END = new RegExp(`(?:${ENDINGS})(?:＊+)?(?<![经由向报]所)$`, "u");
/** 各单位放假前要…: the name, then a time. */
const ACTOR_BEFORE_TIME = new RegExp(`^([^，。；的]{1,30}?(?:${ENDINGS}))(?:在|于|每|放假|节|汛|入冬|开学|开工|\\d)[^，。；的]{0,14}(?:前|后|时|日|天|周|月|期间|内)$`, "u");

/** Is `name` the name of who acts, and does what it does begin right behind? 社区 · 负责发放…. */
export function endsActorBeforeVerb(name: string, behind: string): boolean {
  // 市政府会同有关部门: 会 belongs to the verb.
  if (!ACTOR_END.test(name) || behind.length < 2 || (name.endsWith("会") && /^同(?![步时样期类意])/u.test(behind))) return false;
  const first = wordsIn(behind)[0];
  return first !== undefined && first.start === 0 && (first.entry.verb || first.entry.adverb || first.entry.opener || first.entry.light || first.entry.nounLike || first.entry.modal !== null) || /^(?:负责|牵头|陪同|监护|派员|审|批|派)/u.test(behind);
}

/** Offset behind joining words only. */
export function skipJoin(words: readonly Word[]): number {
  let at = 0;
  for (const word of words) if (word.start === at && word.entry.connective) at = word.end;
  return at;
}

/** Where the subject ends: the first place before a verb, modal or phrase where the words so far name an actor. */
export function subjectEndBefore(chunk: string, words: readonly Word[], limit: number | null): number {
  const verbFirst = words[0] !== undefined && words[0].start === 0 && words[0].entry.verb && words[0].entry.word.length > 1 && limit === null;
  if (verbFirst) return 0;
  const join = skipJoin(words);
  const first = words.find((word) => word.start === join);
  const isUser = limit !== null && limit <= 10 && /^用[^，]{1,4}(?:单位|人|户)$/u.test(chunk.slice(0, limit));
  if (first !== undefined && first.entry.opener && first.entry.word !== "由" && first.entry.word !== "同" && !isUser) return 0;
  if (limit !== null && limit >= 2 && ACTOR_END.test(chunk.slice(0, limit))) return limit;
  const timed = limit === null ? null : ACTOR_BEFORE_TIME.exec(chunk.slice(0, Math.min(limit, 60)));
  if (timed?.[1] !== undefined) return timed[1].length;
  let end = 0;
  for (const word of words) {
    if (limit !== null && word.start > limit) break;
    const { entry } = word;
    if (word.start < 2 || !(entry.verb || entry.light || entry.nounLike || entry.adverb || entry.opener || entry.modal !== null || entry.refrain)) continue;
    if (!ACTOR_END.test(chunk.slice(0, word.start))) continue;
    if (limit === null) return word.start;
    end = word.start;
  }
  return end;
}
