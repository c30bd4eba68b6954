import { crc32 } from "node:zlib";

/** A ZIP archive of the given files, stored without packing. */
export function storeZip(files: readonly (readonly [name: string, content: Uint8Array])[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, content] of files) {
    const nameBytes = new TextEncoder().encode(name);
    const local = Buffer.concat([header(LOCAL_START, content), numbers([nameBytes.length, 0], 2), nameBytes, content]);
    locals.push(local);
    directory.push(Buffer.concat([
      header(DIRECTORY_START, content), numbers([nameBytes.length, 0, 0, 0, 0], 2), numbers([0, at], 4), nameBytes,
    ]));
    at += local.length;
  }
  const directoryBytes = Buffer.concat(directory);
  const end = Buffer.concat([
    numbers([0x06054b50], 4), numbers([0, 0, files.length, files.length], 2), numbers([directoryBytes.length, at], 4), numbers([0], 2),
  ]);
  return Buffer.concat([...locals, directoryBytes, end]);
}

const LOCAL_START = [0x04034b50];
const DIRECTORY_START = [0x02014b50];
const VERSION = 20;
const UTF8_NAMES = 0x0800;

/** Fields common to both kinds of header: version, flags, method, time, checksum and sizes. */
function header(start: readonly number[], content: Uint8Array): Buffer {
  const versions = start === DIRECTORY_START ? [VERSION, VERSION] : [VERSION];
  return Buffer.concat([
    numbers(start, 4), numbers([...versions, UTF8_NAMES, 0, 0, 0x21], 2), numbers([crc32(content), content.length, content.length], 4),
  ]);
}

function numbers(values: readonly number[], bytesEach: 2 | 4): Buffer {
  const buffer = Buffer.alloc(values.length * bytesEach);
  for (const [index, value] of values.entries()) buffer.writeUIntLE(value, index * bytesEach, bytesEach);
  return buffer;
}
