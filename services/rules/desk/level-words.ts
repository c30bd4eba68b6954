import { useLanguage, useSession } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { useRule } from "./use-rule.ts";

/** How the two levels are called: for a district the city stands above, for the city whoever stands above it. */
export function useLevelWords(): { readonly above: string; readonly own: string } {
  const { language } = useLanguage();
  const { session: { city } } = useSession();
  const { view } = useRule();
  const say = words(language);
  return view.draft.district === city ? { above: say.upper, own: say.city } : { above: say.city, own: say.own };
}

const words = messages({ upper: { zh: "上级", en: "Level above" }, city: { zh: "市级", en: "City" }, own: { zh: "本级", en: "District" } });
