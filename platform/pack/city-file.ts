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
  bodies: z.array(body).min(1),
  helpline: sourced(phone),
  feeReport: sourced(localText),
});

const OTHER_CITY = fault(
  "这个代码不属于本市", "this code does not belong to the city",
  "前四位应与市的代码相同", "its first four digits must be those of the city's code",
);
