import { describe, inject } from "vitest";
import { noticeWay } from "./notice-way.ts";
import { withMouse } from "./officer.ts";

const [city] = inject("cities");
if (city === undefined) throw new Error("the city is not served");

describe(`${city.pack.replace(/^packs\//u, "")}, by mouse: from a copied page to a notice in force`, () => {
  noticeWay({ ...city, notice: "stay-put", hands: withMouse, widths: [1280, 390] });
});
