import { expect, test } from "vitest";
import { simplified } from "./simplified.ts";

test("a notice in traditional characters is read in simplified ones", () => {
  expect(simplified("各縣區要做好強寒潮天氣應對工作，確需停熱檢修的，須報市政府批准，嚴禁因欠費停熱。")).toEqual({ text: "各县区要做好强寒潮天气应对工作，确需停热检修的，须报市政府批准，严禁因欠费停热。", converted: true });
});
test("a simplified notice with a traditional name in it stays as it is", () => {
  const text = `${"各县区要做好寒潮应对工作，保证供热供电，照看好困难群众。".repeat(10)}臺灣同胞聯誼會請參照執行。`;
  expect(simplified(text)).toEqual({ text, converted: false });
});
