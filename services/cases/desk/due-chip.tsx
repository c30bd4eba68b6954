/** @jsxImportSource react */
import { Chip, useLanguage } from "#platform/desk-ui";
import type { ReactNode } from "react";
import type { Bucket } from "../desk-views.ts";
import { BUCKET_LOOKS } from "./bucket-looks.ts";
import { timeLeft } from "./time-left.ts";

/** The deadline by shape, word and colour. */
export function DueChip({ dueAt, bucket, now }: { readonly dueAt: string | null; readonly bucket: Bucket | null; readonly now: string }): ReactNode {
  const { language } = useLanguage();
  // It passed while the page stood open.
  const isOver = bucket !== null && bucket !== "waiting" && dueAt !== null && Date.parse(dueAt) < Date.parse(now);
  const looks = BUCKET_LOOKS[isOver ? "overdue" : bucket ?? "done"];
  return <Chip tone={looks.tone} icon={!isOver && (bucket === "soon" || (bucket === "later" && dueAt !== null)) ? "clock" : looks.icon}>{timeLeft({ dueAt, bucket }, now, language)}</Chip>;
}
