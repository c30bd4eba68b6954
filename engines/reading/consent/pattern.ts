/** Any of these words, the longest first, in a pattern. */
export const oneOf = (words: readonly string[]): string => words.toSorted((left, right) => right.length - left.length).join("|");
