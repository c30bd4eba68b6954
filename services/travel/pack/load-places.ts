import { plainName, type CityPlaces } from "#engines/places";
import { fault, filled, isoDate, localText, readYaml, type PackParts, type PackProblem } from "#platform/pack";
import { z } from "zod";

/**
 * What a pack's city adds to the places of the country: its townships and what people call its places from `places.yaml`, its districts from `city.yaml`. A pack
 * without the file knows its districts alone. All problems are listed; `places` is null when there is any. What comes out may be given to `gazetteer` as it is.
 */
export function loadPlaces({ city, files }: Pick<PackParts, "city" | "files">): { readonly places: CityPlaces | null; readonly problems: readonly PackProblem[] } {
  if (city === null) return { places: null, problems: [] };
  const divisions = [city, ...city.districts].map(({ code, name }) => ({ code, name: name.zh }));
  const content = files.get(FILE);
  if (content === undefined) return { places: { divisions, townships: [], aliases: [], seats: [] }, problems: [] };
  const file = readYaml(FILE, content, placesSchema);
  const problems = [...file.problems, ...file.repeatedIn([["townships"], ["seats"]], "code")];
  const { townships, aliases, seats } = file.value ?? { townships: [], aliases: [], seats: [] };
  const districts = new Set(city.districts.map(({ code }) => code));
  const known = new Set([...divisions.map(({ code }) => code), ...townships.map(({ code }) => code)]);
  townships.forEach(({ code, name }, at) => {
    if (!districts.has(code.slice(0, 6))) problems.push(file.problemAt(["townships", at, "code"], OTHER_DISTRICT));
    // One name for two townships of a district would make every answer there a question.
    if (townships.findIndex((other) => other.name === name && other.code.slice(0, 6) === code.slice(0, 6)) < at) problems.push(file.problemAt(["townships", at, "name"], NAMED_TWICE));
  });
  aliases.forEach(({ name, code }, at) => {
    if (!known.has(code)) problems.push(file.problemAt(["aliases", at, "code"], UNKNOWN_CODE));
    if (plainName(name).length < 2) problems.push(file.problemAt(["aliases", at, "name"], ONE_SIGN));
  });
  seats.forEach(({ code }, at) => { if (!districts.has(code)) problems.push(file.problemAt(["seats", at, "code"], OTHER_DISTRICT)); });
  return problems.length > 0 ? { places: null, problems } : { places: { divisions, townships, aliases, seats }, problems };
}

const FILE = "places.yaml";

const placesSchema = z.strictObject({
  source: localText,
  asOf: isoDate,
  townships: z.array(z.strictObject({ code: z.string().regex(/^[1-9]\d{8}$/), name: filled() })),
  aliases: z.array(z.strictObject({ name: filled(), code: z.string().regex(/^[1-9](?:\d{5}|\d{8})$/) })),
  seats: z.array(z.strictObject({ code: z.string().regex(/^[1-9]\d{5}$/), latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })).default([]),
});

const OTHER_DISTRICT = fault("这个代码不属于本市的旗县市区", "this code belongs to no district of the city", "前六位应是 city.yaml 里一个旗县市区的代码", "its first six digits must be the code of a district in city.yaml");
const NAMED_TWICE = fault("同一个旗县市区里有两个同名的乡镇街道", "two townships of one district have this name", "查清哪一个是对的，删去另一个", "find out which one is right and remove the other");
const UNKNOWN_CODE = fault("没有这个代码的地方", "no place has this code", "写旗县市区或 townships 里的代码", "write the code of a district, or of a township listed above");
const ONE_SIGN = fault("一个字的别名会认错地方", "an alias of one sign would be taken for other places", "至少写两个字", "write two signs at least");
