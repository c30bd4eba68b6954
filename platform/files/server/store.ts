import type { ClientBase } from "pg";

/** What is known of a kept file. */
export type FileFacts = {
  readonly id: string; readonly sha256: string; readonly byteLength: number; readonly mediaType: string; readonly name: string;
  readonly place: "database" | "bucket"; readonly madeBy: string; readonly madeAt: Date;
  /** Kept for a time only; what is not can never be taken away. */
  readonly removable: boolean;
};

export async function insertFile(tx: ClientBase, district: string, { id, sha256, byteLength, mediaType, name, place, madeBy, madeAt, removable }: FileFacts): Promise<void> {
  await tx.query("insert into files.file (district, id, sha256, byte_length, media_type, name, place, made_by, made_at, removable) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    [district, id, sha256, byteLength, mediaType, name, place, madeBy, madeAt, removable]);
}

export async function insertChunk(tx: ClientBase, district: string, fileId: string, number: number, bytes: Uint8Array): Promise<void> {
  await tx.query("insert into files.chunk (district, file_id, number, bytes) values ($1, $2, $3, $4)", [district, fileId, number, bytes]);
}

/** Null when there is no such file in the districts of the context. */
export async function findFile(tx: ClientBase, district: string, id: string): Promise<FileFacts | null> {
  const { rows: [row] } = await tx.query<Row>("select id, sha256, byte_length, media_type, name, place, made_by, made_at, removable from files.file where district = $1 and id = $2", [district, id]);
  return row === undefined ? null : {
    id: row.id, sha256: row.sha256, byteLength: row.byte_length, mediaType: row.media_type, name: row.name, place: row.place, madeBy: row.made_by, madeAt: row.made_at, removable: row.removable,
  };
}

/** Its chunks go with it. False when there is none that may go. */
export async function deleteFile(tx: ClientBase, district: string, id: string): Promise<boolean> {
  return (await tx.query("delete from files.file where district = $1 and id = $2 and removable", [district, id])).rowCount === 1;
}

export async function chunksOf(tx: ClientBase, district: string, fileId: string): Promise<readonly Buffer[]> {
  const { rows } = await tx.query<{ bytes: Buffer }>("select bytes from files.chunk where district = $1 and file_id = $2 order by number", [district, fileId]);
  return rows.map(({ bytes }) => bytes);
}

/** Which of these ids the table knows. */
export async function knownIds(tx: ClientBase, district: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ id: string }>("select id from files.file where district = $1 and id = any ($2::uuid[])", [district, ids]);
  return new Set(rows.map(({ id }) => id));
}

type Row = { id: string; sha256: string; byte_length: number; media_type: string; name: string; place: FileFacts["place"]; made_by: string; made_at: Date; removable: boolean };
