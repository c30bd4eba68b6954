/** Pairs of neighbouring signs of a normalised name, each behind the register's key; of a word of one sign the sign itself. */
export function termsOf(register: string, text: string): readonly string[] {
  const pairs = text.split(" ").flatMap((word) => {
    const signs = [...word];
    return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at] ?? ""}${sign}`);
  });
  return [...new Set(pairs)].map((pair) => `${register} ${pair}`);
}

/** Terms by which these words are looked for; null where one is a single sign, which too many names hold. */
export function wantedTerms(register: string, words: readonly string[]): readonly string[] | null {
  return words.length === 0 || words.some((word) => [...word].length < 2) ? null : termsOf(register, words.join(" "));
}
