import { newId } from "#platform/db/server";
import { faultPoint } from "#platform/fault-points/server";
import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { BYTES_MAX, cleanName, mediaTypeOf, type FileRefusal } from "../accepted.ts";
import { objectName, type Bucket } from "./bucket.ts";
import { cleanPicture } from "./clean-picture.ts";
import { chunksOf, deleteFile, findFile, insertChunk, insertFile, type FileFacts } from "./store.ts";

/** A file to keep. `madeBy` is a person's id. `removable`: kept for a time only; left out, it stays for good. */
export type NewFile = { readonly district: string; readonly name: string; readonly bytes: Uint8Array; readonly madeBy: string; readonly removable?: true };

/** A file that was looked at and made ready, its bytes already in the bucket when there is one; it is kept when a transaction keeps it. */
export type HeldFile = { readonly district: string; readonly facts: FileFacts; readonly bytes: Uint8Array };

/** Where files are kept. */
export type FileStore = {
  /**
   * Before the transaction: a store far away may take a minute, and no connection of the database waits for it. What no transaction keeps
   * afterwards is swept from the bucket (`sweepBucket`).
   */
  readonly hold: (file: NewFile) => Promise<{ readonly kind: "held"; readonly file: HeldFile } | { readonly kind: "refused"; readonly refusal: FileRefusal }>;
  readonly keep: (tx: ClientBase, file: HeldFile) => Promise<FileFacts>;
  /** Null when there is no such file for this context. Rejects when its bytes are not those that were kept. */
  readonly get: (tx: ClientBase, district: string, id: string) => Promise<{ readonly file: FileFacts; readonly bytes: Uint8Array } | null>;
  /** Takes away one that was kept for a time; false when there is none. What lies in the bucket of it is swept from there (`sweepBucket`). */
  readonly remove: (tx: ClientBase, district: string, id: string) => Promise<boolean>;
};

const CHUNK_BYTES = 256 * 1024;

/** The store of an installation: a bucket when there is one, else chunks in the database. */
export function fileStore({ bucket, machineNow }: { readonly bucket: Bucket | null; readonly machineNow: () => Date }): FileStore {
  return {
    hold: async ({ district, name, bytes: given, madeBy, removable = false }) => {
      const prepared = await prepare(given);
      if ("refusal" in prepared) return { kind: "refused", refusal: prepared.refusal };
      const { bytes, mediaType } = prepared;
      const facts: FileFacts = {
        id: newId(machineNow()), sha256: sha256(bytes), byteLength: bytes.length, mediaType, name: cleanName(name), place: bucket === null ? "database" : "bucket", madeBy, madeAt: machineNow(), removable,
      };
      // The object before the row: a row never points to nothing.
      await bucket?.put(objectName(district, facts.id), bytes, mediaType);
      return { kind: "held", file: { district, facts, bytes } };
    },
    keep: async (tx, { district, facts, bytes }) => {
      await insertFile(tx, district, facts);
      faultPoint("import.after-file-row");
      if (facts.place === "database") for (let number = 0; number * CHUNK_BYTES < bytes.length; number += 1) {
        if (number === 1) faultPoint("import.between-chunks");
        await insertChunk(tx, district, facts.id, number, bytes.subarray(number * CHUNK_BYTES, (number + 1) * CHUNK_BYTES));
      }
      return facts;
    },
    get: async (tx, district, id) => {
      const file = await findFile(tx, district, id);
      if (file === null) return null;
      const bytes = file.place === "bucket" ? await fromBucket(bucket, objectName(district, id)) : Buffer.concat(await chunksOf(tx, district, id));
      if (sha256(bytes) !== file.sha256) throw new Error(`file ${id} is not as it was kept`);
      return { file, bytes };
    },
    remove: (tx, district, id) => deleteFile(tx, district, id),
  };
}

async function fromBucket(bucket: Bucket | null, name: string): Promise<Uint8Array> {
  if (bucket === null) throw new Error("the file lies in a bucket, and this server has none: set S3_ENDPOINT and the other S3_ settings");
  return bucket.get(name);
}

async function prepare(bytes: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | { readonly refusal: FileRefusal }> {
  if (bytes.length === 0) return { refusal: EMPTY };
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) return { refusal: KIND };
  if (bytes.length > BYTES_MAX[mediaType]) return { refusal: tooLarge(BYTES_MAX[mediaType]) };
  if (!mediaType.startsWith("image/")) return { bytes, mediaType };
  const clean = await cleanPicture(bytes, mediaType);
  return clean === null ? { refusal: DAMAGED } : { bytes: clean, mediaType };
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const EMPTY: FileRefusal = { reason: "empty", problem: { zh: "文件是空的", en: "The file is empty" }, remedy: { zh: "换一个有内容的文件。", en: "Choose a file that holds something." } };
const KIND: FileRefusal = {
  reason: "kind", problem: { zh: "这种文件不收", en: "This kind of file is not taken" },
  remedy: { zh: "用 .txt、.html、.docx、.pdf，或 .jpg、.png、.webp 图片。", en: "Use .txt, .html, .docx, .pdf, or a .jpg, .png or .webp picture." },
};
const DAMAGED: FileRefusal = {
  reason: "damaged-picture", problem: { zh: "图片打不开，或者太大", en: "The picture cannot be opened, or is too large" },
  remedy: { zh: "重新保存一次，或缩小后再传。", en: "Save it again, or make it smaller, then send it." },
};
function tooLarge(bytesMax: number): FileRefusal {
  const megabytes = Math.floor(bytesMax / 1024 / 1024);
  return {
    reason: "too-large", problem: { zh: `文件超过 ${megabytes} MB`, en: `The file is over ${megabytes} MB` },
    remedy: { zh: "压缩、分开，或换一种格式再传。", en: "Make it smaller, split it, or send it in another format." },
  };
}
