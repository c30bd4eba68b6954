import type { Clock } from "#platform/clock";
import { databaseProbe } from "#platform/db/server";
import { createEvents, createSlots } from "#platform/events";
import type { Log } from "#platform/http";
import { createHttpServer, multipartReader, type HttpServer } from "#platform/http/server";
import type { Pack } from "#platform/pack";
import { STYLE_HASH } from "#platform/portal-ui";
import type { Notice } from "#services/notices";
import { keepSnapshot, noticeArchive, noticeReader, pageRoutes, READ_UPLOAD_LIMITS, readRoutes } from "#services/notices/server";
import { join } from "node:path";
import type { Pool } from "pg";
import { loadAssets } from "./assets.ts";
import { portalOf } from "./portal.tsx";
import { smallRoutes } from "./small-routes.ts";
import { wire } from "./wire.ts";

export type ServeParts = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly port: number;
  readonly publicUrl: string;
  readonly pack: Pack;
  /** As the pack gives them, without problems. */
  readonly notices: readonly Notice[];
  /** Where the build left its files. */
  readonly buildFolder: string;
  readonly log: Log;
  /** How often other servers' versions are asked for. */
  readonly refreshMilliseconds?: number;
};

/** `http` tells its routes; `stop` lets running requests end and leaves the database alone. */
export type Serving = { readonly port: number; readonly http: HttpServer; readonly stop: () => Promise<void> };

/**
 * Serves a pack on a migrated database: its notices into the database, the snapshot out of it, the routes, then the port. Rejects with the
 * system's error when the port is taken (`EADDRINUSE`).
 */
export async function serve({ pool, clock, port, publicUrl, pack, notices, buildFolder, log, refreshMilliseconds = REFRESH_MILLISECONDS }: ServeParts): Promise<Serving> {
  const archive = noticeArchive(pool, pack.city.code);
  for (const { noticeKey, version } of await archive.publish(notices, clock.machineNow())) log.info("notice-published", { noticeKey, version });
  const [events, slots] = [createEvents(), createSlots()];
  const keeper = keepSnapshot({ archive, keys: pack.notices, events, log });

  const assets = await loadAssets(join(buildFolder, "assets"));
  const portal = portalOf({ pack, publicUrl, clock, scriptUrl: assets.scriptUrl, slots });
  const databaseAnswers = databaseProbe(pool);
  const http = createHttpServer({
    log, publicUrl, styleHash: STYLE_HASH,
    problemPage: (facts) => portal.problem(facts, keeper.current().notices),
    missing: async () => [...(keeper.current().notices.length > 0 ? [] : ["notices"]), ...(await databaseAnswers() ? [] : ["database"])],
  });
  const reader = noticeReader();
  const pages = pageRoutes({ http, portal, snapshot: keeper.current });
  const readUpload = await multipartReader(http.app, READ_UPLOAD_LIMITS);
  http.declare(...smallRoutes, ...assets.routes((request, reply) => http.sendProblem(request, reply, 404)), ...pages.routes);
  http.declare(...readRoutes({ http, portal, snapshot: keeper.current, reader, readUpload, now: () => clock.machineNow() }));
  wire({ events, slots, forgetPages: pages.forget });

  const stop = async () => {
    await http.stop();
    keeper.stop();
    await reader.stop();
  };
  try {
    await keeper.refresh();
    keeper.watch(refreshMilliseconds);
    return { port: await http.listen(port), http, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A version that another server published is shown this late at most. */
const REFRESH_MILLISECONDS = 5_000;
