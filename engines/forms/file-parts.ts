import { z } from "zod";

/** A text in both languages of the product, as a pack's file writes it. */
export const wordsInFile = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) });
/** Lower-case name that other files and services refer to; every object has a `constructor` of its own already. */
export const keyInFile = z.string().regex(/^(?!constructor$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "key");
