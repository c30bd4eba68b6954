import { z } from "zod";

/** A text in both languages; neither may be empty. */
export const localText = z.strictObject({ zh: filled(), en: filled() });

/** Lower-case name that other files and services refer to. */
export const key = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "key");

/** 区划代码: six digits, as text. */
export const divisionCode = z.string().regex(/^[1-9]\d{5}$/, "division-code");

/** ISO calendar date. */
export const isoDate = z.iso.date();

/** Digits and hyphens, as printed on official pages. */
export const phone = z.string().regex(/^\d[\d-]{1,18}\d$/, "phone");

/** Where a fact comes from and when it was taken from there. */
export const source = { source: localText, asOf: isoDate };

/** A value that says where it comes from. */
export function sourced<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, ...source });
}

/** A text that is not blank. */
export function filled() {
  return z.string().trim().min(1);
}
