/**
 * Programs that print to PDF may name a letter by its radical (⾏ for 行, ⻛ for 风): the picture is the same, the code is not, and no word is
 * found in it. Gives the letters people would type; everything else stays as it is.
 */
export function plainLetters(text: string): string {
  return text.replace(RADICALS, (radical) => SUPPLEMENT.get(radical) ?? radical.normalize("NFKC"));
}

/** Unicode's Kangxi radicals, which have canonical letters, and the supplement of simplified ones, most of which have none. */
const RADICALS = /[\u2e80-\u2fd5]/gu;

const SUPPLEMENT: ReadonlyMap<string, string> = new Map(
  "⺟母⺠民⺩王⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟".match(/../gu)?.map((pair) => [pair.charAt(0), pair.charAt(1)] as const) ?? [],
);
