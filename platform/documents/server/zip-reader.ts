import { inflateRawSync } from "node:zlib";
import { ZIP_DECLARED_BYTES_MAX, ZIP_ENTRIES_MAX } from "../limits.ts";

/** One file in a ZIP archive, as the archive's directory describes it. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
};

export type ZipListing =
  | { readonly kind: "listed"; readonly entries: readonly ZipEntry[] }
  | { readonly kind: "refused"; readonly reason: "damaged" | "unsafe"; readonly detail: string };

/** The directory of an archive; refuses too many files, sizes beyond reason and the same name twice (readers disagree on those). */
export function listZip(bytes: Uint8Array): ZipListing {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findDirectoryEnd(view);
  if (end === null) return { kind: "refused", reason: "damaged", detail: "no zip directory" };
  const count = view.getUint16(end + 10, true);
  if (count > ZIP_ENTRIES_MAX) return { kind: "refused", reason: "unsafe", detail: `${count} zip entries` };
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return { kind: "refused", reason: "damaged", detail: "zip directory cut short" };
    const nameLength = view.getUint16(at + 28, true);
    entries.push(readEntry(view, bytes, at, nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return checked(entries);
}

/** The content of one file; null when it is damaged, `too-large` when it unpacks to more than `bytesMax`, whatever it declares. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry, bytesMax: number): Uint8Array | "too-large" | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { headerAt } = entry;
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== LOCAL_ENTRY) return null;
  const start = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  const packed = bytes.subarray(start, start + entry.packedSize);
  if (packed.length !== entry.packedSize) return null;
  if (entry.method === 0) return packed.length > bytesMax ? "too-large" : packed;
  if (entry.method !== 8) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytesMax) });
  } catch (error) {
    return error instanceof RangeError ? "too-large" : null;
  }
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const COMMENT_BYTES_MAX = 65_535;

function findDirectoryEnd(view: DataView): number | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - COMMENT_BYTES_MAX); at -= 1) {
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  }
  return null;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, nameLength: number): ZipEntry {
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    headerAt: view.getUint32(at + 42, true),
  };
}

function checked(entries: readonly ZipEntry[]): ZipListing {
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (declared > ZIP_DECLARED_BYTES_MAX) return { kind: "refused", reason: "unsafe", detail: `declares ${declared} bytes unpacked` };
  if (new Set(entries.map((entry) => entry.name)).size < entries.length) return { kind: "refused", reason: "unsafe", detail: "a zip name twice" };
  return { kind: "listed", entries };
}
