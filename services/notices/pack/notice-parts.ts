import type { Reading } from "#engines/reading";
import type { City, YamlFile } from "#platform/pack";
import type { RecordedCorrection } from "./corrections-file.ts";
import type { NoticeSettings } from "./settings-file.ts";

/** What a notice is put together from. `textFile` and the files' names only serve to say where a problem stands. */
export type NoticeParts = {
  readonly key: string;
  readonly textFile: string;
  readonly text: string;
  readonly settings: YamlFile<NoticeSettings>;
  readonly corrections: YamlFile<{ readonly corrections: readonly RecordedCorrection[] }>;
  /** Null while `city.yaml` does not hold: what can be checked without it still is. */
  readonly city: Pick<City, "bodies"> | null;
  /** What the reader read in `text`, uncorrected. */
  readonly reading: Reading;
};
