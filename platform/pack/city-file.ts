import { z } from "zod";
import type { City } from "./city.ts";
import { fault } from "./faults.ts";
import { divisionCode, key, localText, phone, source, sourced } from "./fields.ts";
import type { PackProblem } from "./problem.ts";
import { readYaml } from "./yaml-file.ts";

/** Reads `city.yaml`. Null with at least one problem when anything in it cannot be trusted. */
export function readCity(file: string, content: string): { readonly city: City | null; readonly problems: readonly PackProblem[] } {
  const yaml = readYaml(file, content, citySchema);
  const problems = [
    ...yaml.problems,
    ...yaml.repeatedIn([["districts"]], "code"),
    ...yaml.repeatedIn([["bodies"]], "key"),
  ];
  yaml.value?.districts.forEach((district, index) => {
    if (!district.code.startsWith(yaml.value?.code.slice(0, 4) ?? "")) {
      problems.push(yaml.problemAt(["districts", index, "code"], OTHER_CITY));
    }
  });
  const { code, districts, invented } = yaml.value ?? { code: "", districts: [], invented: null };
  if (invented !== null && !invented.code.startsWith(code.slice(0, 4))) problems.push(yaml.problemAt(["invented", "code"], OTHER_CITY));
  if (invented !== null && districts.some((district) => district.code === invented.code)) problems.push(yaml.problemAt(["invented", "code"], REAL_DISTRICT));
  return { city: problems.length === 0 ? yaml.value : null, problems };
}

const body = z.strictObject({ key, name: localText, ...source, phone: sourced(phone).nullable() });
const district = z.strictObject({ code: divisionCode, name: localText, shortName: localText, population: z.int().positive() });

const citySchema = z.strictObject({
  code: divisionCode,
  name: localText,
  shortName: localText,
  divisionSource: z.strictObject(source),
  populationSource: z.strictObject(source),
  districts: z.array(district).min(1),
  invented: z.strictObject({ code: divisionCode, name: localText, shortName: localText }).nullable().default(null),
  bodies: z.array(body).min(1),
  helpline: sourced(phone),
  feeReport: sourced(localText),
});

const REAL_DISTRICT = fault("虚构的旗县市区用了真实的代码", "the invented district has the code of a real one", "换一个没有人用的代码", "take a code that nobody has");
const OTHER_CITY = fault(
  "这个代码不属于本市", "this code does not belong to the city",
  "前四位应与市的代码相同", "its first four digits must be those of the city's code",
);
