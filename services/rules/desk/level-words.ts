import { useLanguage, useSession } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { useRule } from "./use-rule.ts";

/** How the two levels are called: for a district the city stands above, for the city whoever stands above it. `inSentence`: the upper one within a sentence. */
export function useLevelWords(): { readonly above: string; readonly own: string; readonly inSentence: string } {
  const { language } = useLanguage();
  const { session: { city } } = useSession();
  const { view } = useRule();
  const say = words(language);
  return view.draft.district === city ? { above: say.upper, own: say.city, inSentence: say.theUpper } : { above: say.city, own: say.own, inSentence: say.theCity };
}

const words = messages({ upper: { zh: "上级", en: "Level above" }, theUpper: { zh: "上级", en: "the level above" }, city: { zh: "市级", en: "City" }, theCity: { zh: "市级", en: "the city" }, own: { zh: "本级", en: "District" } });
