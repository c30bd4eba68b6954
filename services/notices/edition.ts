import type { Released } from "#platform/release";
import type { Notice } from "./notice.ts";

/** A version of a notice as the public may see it, its release, and the very bytes that were signed. There is none whose signature does not hold. */
export type NoticeEdition = { readonly notice: Notice; readonly release: Released; readonly bytes: Uint8Array };

/** Every version of every notice, by key, newest first. */
export type NoticeEditions = ReadonlyMap<string, readonly NoticeEdition[]>;
