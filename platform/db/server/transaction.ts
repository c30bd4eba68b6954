import type { Pool, PoolClient } from "pg";

/** Whose rows a transaction may touch (six-digit district codes) and who acts; row-level security reads both. */
export type Context = { readonly districts: readonly string[]; readonly actor: string };

/**
 * Runs `work` in one transaction under this context. The context ends with the transaction (SET LOCAL), so a pooled
 * connection never carries it on. Rolls back and passes on whatever `work` throws; rejects when the connection is lost.
 */
export async function inTransaction<Result>(pool: Pool, { districts, actor }: Context, work: (tx: PoolClient) => Promise<Result>): Promise<Result> {
  const strange = districts.find((district) => !/^\d{6}$/.test(district));
  if (strange !== undefined) throw new Error(`no district code: ${strange}`);
  const client = await pool.connect();
  let broken: Error | undefined;
  const note = (error: Error): void => { broken = error; };
  // The pool listens only to idle connections: one lost between two questions of `work` would end the server.
  client.on("error", note);
  try {
    await client.query("begin");
    await client.query("select set_config('anxin.districts', $1, true), set_config('anxin.actor', $2, true)", [districts.join(","), actor]);
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    // A connection that cannot even roll back must not go back into the pool.
    await client.query("rollback").catch(note);
    throw error;
  } finally {
    client.off("error", note);
    client.release(broken);
  }
}
