/**
 * By what a normalised name is looked for, each behind the register's key: pairs of neighbouring signs, and where both are letters or digits triples instead, since pairs of digits stand in
 * every number. Whatever is part of a name, its terms are among the name's.
 */
export function termsOf(register: string, text: string): readonly string[] {
  const terms = new Set<string>();
  for (const word of text.split(" ")) {
    const signs = [...word];
    for (const [at, sign] of signs.entries()) {
      const [next, third] = [signs[at + 1], signs[at + 2]];
      if (next === undefined) continue;
      if (!isLatin(sign) || !isLatin(next)) terms.add(`${register} ${sign}${next}`);
      else if (third !== undefined && isLatin(third)) terms.add(`${register} ${sign}${next}${third}`);
    }
  }
  return [...terms];
}

/** Terms by which these words are looked for; null where they are so short that too many names hold them. */
export function wantedTerms(register: string, words: readonly string[]): readonly string[] | null {
  const terms = termsOf(register, words.join(" "));
  return terms.length === 0 ? null : terms;
}

const isLatin = (sign: string): boolean => /^[a-z0-9]$/u.test(sign);
