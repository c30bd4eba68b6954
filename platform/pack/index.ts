export type { Body, City, District, Source, Sourced } from "./city.ts";
export { fault, type NamedFaults } from "./faults.ts";
export { filled, isoDate, key, localText, sourced } from "./fields.ts";
export { loadPack, missingFile, type Pack, type PackFiles, type PackParts } from "./pack.ts";
export type { Fault, PackProblem } from "./problem.ts";
export { readYaml, type YamlFile } from "./yaml-file.ts";
