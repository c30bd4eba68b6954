import type { Released } from "#platform/release";
import type { Notice } from "./notice.ts";

/** A version of a notice as the public may see it, who released it when, and whether its signature was found to hold. */
export type NoticeEdition = { readonly notice: Notice; readonly release: Released | null; readonly genuine: boolean };

/** Every version of every notice, by key, newest first. */
export type NoticeEditions = ReadonlyMap<string, readonly NoticeEdition[]>;
