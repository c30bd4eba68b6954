import type { RecordType } from "./record-type.ts";

/** Are its records of people: is any of its fields personal? Such a register is kept and read by those alone whom it concerns. */
export function holdsPeople({ fields }: Pick<RecordType, "fields">): boolean {
  return fields.some(({ privacy }) => privacy === "personal");
}
