import type { ChipTone, DeskIconName } from "#platform/desk-ui";
import type { LocalText } from "#platform/i18n";
import type { Bucket } from "../desk-views.ts";

/** The groups of the list, worst first. Named here and not read from the schemas, so that the browser need not fetch what checks them. */
export const BUCKETS_IN_ORDER: readonly Bucket[] = ["overdue", "today", "soon", "later", "waiting"];

/** How a group of the list looks and what it is called; done ones have a look of their own. */
export const BUCKET_LOOKS: Readonly<Record<Bucket | "done", { readonly tone: ChipTone; readonly icon: DeskIconName; readonly name: LocalText }>> = {
  overdue: { tone: "no", icon: "no", name: { zh: "已超时", en: "Overdue" } },
  today: { tone: "warn", icon: "warn", name: { zh: "今天到期", en: "Due today" } },
  soon: { tone: "appr", icon: "half", name: { zh: "三天内", en: "Within three days" } },
  later: { tone: "idle", icon: "ring", name: { zh: "更晚", en: "Later" } },
  waiting: { tone: "idle", icon: "clock", name: { zh: "等对方回复", en: "Waiting for the other side" } },
  done: { tone: "ok", icon: "ok", name: { zh: "今天已办", en: "Done today" } },
};

/** How a state looks, by its tone. */
export const TONE_LOOKS: Readonly<Record<"under-way" | "waiting" | "ok" | "no" | "closed", { readonly tone: ChipTone; readonly icon: DeskIconName }>> = {
  "under-way": { tone: "appr", icon: "half" }, waiting: { tone: "warn", icon: "clock" }, ok: { tone: "ok", icon: "ok" }, no: { tone: "no", icon: "no" }, closed: { tone: "idle", icon: "ring" },
};
