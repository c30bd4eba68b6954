import { expect, test } from "vitest";
import { draftOf, type AskedField } from "./asked-field.ts";

const every = { name: { zh: "名", en: "Name" }, hint: null, required: false };
const fields: readonly AskedField[] = [
  { key: "shop", kind: "text", lengthMax: 80, ...every }, { key: "stock", kind: "number", unit: null, decimals: 1, min: 0, max: null, ...every }, { key: "paid", kind: "money", max: null, ...every },
  { key: "open", kind: "yes-no", ...every }, { key: "where", kind: "point", ...every }, { key: "kinds", kind: "choices", choices: [], ...every }, { key: "id", kind: "identity-number", ...every }, { key: "day", kind: "day", ...every },
];

test("what is kept stands in the form as it would be typed: fen as yuan, a position as two numbers, yes and no as words of their own", () => {
  expect(draftOf(fields, { shop: "满达超市", stock: 12.5, paid: 26_050, open: false, where: { latitude: 49.21, longitude: 119.76 }, kinds: ["rice", "oil"], day: "2021-01-26" }))
    .toEqual({ shop: "满达超市", stock: "12.5", paid: "260.50", open: "false", where: "49.21, 119.76", kinds: ["rice", "oil"], day: "2021-01-26" });
});

test("whole yuan have no decimals, and what was not answered is not there", () => {
  expect(draftOf(fields, { paid: 26_000 })).toEqual({ paid: "260" });
});

test("an identity number is never put into a form: only its end is known", () => {
  expect(draftOf(fields, { id: "…123X" })).toEqual({});
});
