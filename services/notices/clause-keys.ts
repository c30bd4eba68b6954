/** Clause keys that would collide with a notice's other pages (`/n/stay-put/text`); neither packs nor officers may use them. */
export const RESERVED_CLAUSE_KEYS: readonly string[] = ["text", "versions", "verify"];
