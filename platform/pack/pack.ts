import type { LocalText } from "#platform/i18n";
import { z } from "zod";
import { readCity } from "./city-file.ts";
import type { City } from "./city.ts";
import { fault } from "./faults.ts";
import { key, localText } from "./fields.ts";
import type { PackProblem } from "./problem.ts";
import { readYaml } from "./yaml-file.ts";

/** The files of a pack by path (with `/`), decoded. */
export type PackFiles = ReadonlyMap<string, string>;

/** As much of a pack as could be read, for checking the rest of it in the same run. */
export type PackParts = {
  readonly city: City | null;
  /** Keys of the notices, in the order they are shown; each is a folder `notices/<key>/`. */
  readonly notices: readonly string[];
  /** Keys of the rules; each is a folder `rules/<key>/`. */
  readonly rules: readonly string[];
  /** Every file, for the services that read their own part of the pack. */
  readonly files: PackFiles;
};

/** Policy as data: a city, the notices it serves, and when a drill of them begins. */
export type Pack = PackParts & {
  readonly key: string;
  readonly version: number;
  readonly name: LocalText;
  /** `drillStart` is an ISO instant with offset, e.g. `2021-01-26T09:00:00+08:00`; null when the pack has no drill. */
  readonly clock: { readonly zone: "Asia/Shanghai"; readonly drillStart: string | null };
  readonly city: City;
};

/** Checks `pack.yaml` and `city.yaml`. All problems are listed; `pack` is null when there is any. Pure; never throws. */
export function loadPack(
  files: PackFiles,
): { readonly pack: Pack | null; readonly parts: PackParts; readonly problems: readonly PackProblem[] } {
  const settings = readYaml("pack.yaml", files.get("pack.yaml") ?? "", packSchema);
  const city = readCity("city.yaml", files.get("city.yaml") ?? "");
  const problems = [
    ...(files.has("pack.yaml") ? [...settings.problems, ...settings.repeatedIn([["notices"], ["rules"]], "")] : [missingFile("pack.yaml")]),
    ...(files.has("city.yaml") ? city.problems : [missingFile("city.yaml")]),
  ];
  const parts: PackParts = { city: city.city, notices: settings.value?.notices ?? [], rules: settings.value?.rules ?? [], files };
  if (problems.length > 0 || settings.value === null || city.city === null) return { pack: null, parts, problems };
  const { clock, ...rest } = settings.value;
  const drillStart = clock.drillStart === null ? null : `${clock.drillStart}:00+08:00`;
  return { pack: { ...rest, clock: { zone: clock.zone, drillStart }, city: city.city, files }, parts, problems };
}

/** A file the pack must have and has not. */
export function missingFile(file: string): PackProblem {
  return { file, line: 1, field: "", ...fault("缺少这个文件", "this file is missing", "补上这个文件", "add it to the pack") };
}

const packSchema = z.strictObject({
  key,
  version: z.int().positive(),
  name: localText,
  clock: z.strictObject({
    // All of China keeps one legal time; another zone would be a mistake.
    zone: z.literal("Asia/Shanghai"),
    drillStart: z.string()
      .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, "drill-start")
      .refine((value) => z.iso.date().safeParse(value.slice(0, 10)).success, "drill-start")
      .nullable(),
  }),
  notices: z.array(key).min(1),
  rules: z.array(key).default([]),
});
