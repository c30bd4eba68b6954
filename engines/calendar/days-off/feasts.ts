import type { Words } from "../words.ts";

/** What days off are for: the seven holidays of the national regulation (全国年节及纪念日放假办法), and the one day of 2015. */
export const FEASTS = {
  "new-year": { zh: "元旦", en: "New Year's Day" },
  "spring-festival": { zh: "春节", en: "Spring Festival" },
  "tomb-sweeping": { zh: "清明节", en: "Tomb-sweeping Day" },
  "labour-day": { zh: "劳动节", en: "Labour Day" },
  "dragon-boat": { zh: "端午节", en: "Dragon Boat Festival" },
  "mid-autumn": { zh: "中秋节", en: "Mid-autumn Festival" },
  "national-day": { zh: "国庆节", en: "National Day" },
  "victory-70": { zh: "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日", en: "70th anniversary of the victory in the War of Resistance and the World Anti-Fascist War" },
} as const satisfies Readonly<Record<string, Words>>;

/** The key of a holiday. */
export type Feast = keyof typeof FEASTS;

/** What holidays are called that a paper arranges together: 国庆节、中秋节. */
export function feastWords(feasts: readonly Feast[]): Words {
  return { zh: feasts.map((feast) => FEASTS[feast].zh).join("、"), en: feasts.map((feast) => FEASTS[feast].en).join(" and ") };
}
