import { describe, inject } from "vitest";
import { noticeWay } from "./notice-way.ts";
import { byKeyboard } from "./officer.ts";

const [, city] = inject("cities");
if (city === undefined) throw new Error("the city is not served");

describe(`${city.pack.replace(/^packs\//u, "")}, by keyboard alone: from a copied page to a notice in force`, () => {
  // The same states as by mouse, with the focus that keys leave: axe looks at them at one width.
  noticeWay({ ...city, notice: "cold-wave", hands: byKeyboard, widths: [390] });
});
