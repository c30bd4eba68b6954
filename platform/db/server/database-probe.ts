import type { Pool } from "pg";

/** Asks whether the database answers, at most once a second however often it is asked, and waits two seconds at most. */
export function databaseProbe(pool: Pool): () => Promise<boolean> {
  let [askedAt, answer] = [-Infinity, Promise.resolve(false)];
  return () => {
    const now = performance.now();
    if (now - askedAt > 1_000) [askedAt, answer] = [now, answers(pool)];
    return answer;
  };
}

async function answers(pool: Pool): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => { setTimeout(() => resolve(false), 2_000).unref(); });
  return Promise.race([pool.query("select 1").then(() => true, () => false), late]);
}
