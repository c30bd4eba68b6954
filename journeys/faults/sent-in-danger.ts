import { expect } from "vitest";
import type { Fault, KilledServer } from "./killed-server.ts";

/** Sends while something is killed, and brings what died back; whatever comes of it, sending again gives what sending once would have. */
export async function sentInDanger<Answer extends { readonly status: number }>(server: KilledServer, fault: Fault, send: () => Promise<Answer>): Promise<void> {
  const told = await send().catch(() => null);
  // After the answer went out, or before: it may have arrived either way, and then it stands.
  if (fault.place.endsWith(".after-answer")) expect([null, 200, 201]).toContain(told?.status ?? null);
  else if (fault.what === "server") expect(told).toBeNull();
  else expect(told?.status ?? 500).toBeGreaterThanOrEqual(500);
  if (fault.what === "postgres") {
    expect(server.hasEnded()).toBe(false);
    await server.ready();
    return;
  }
  await server.dead();
  server.killPostgres();
  await server.start();
}
