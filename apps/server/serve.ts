import { appendAudit, auditRoutes, HEADS_FILE, makeDailyRoot } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import type { OidcConfig, S3Config } from "#platform/config";
import { databaseProbe } from "#platform/db/server";
import { createEvents, createSlots } from "#platform/events";
import { fileStore, s3Bucket, sweepBucket } from "#platform/files/server";
import type { Log } from "#platform/http";
import { createHttpServer, multipartReader, type HttpServer } from "#platform/http/server";
import { createIdentity, sessionCookie } from "#platform/identity/server";
import { startJobs } from "#platform/jobs/server";
import { drillPurpose } from "#platform/keys";
import { keyring, keyRoutes } from "#platform/keys/server";
import type { Pack } from "#platform/pack";
import { STYLE_HASH } from "#platform/portal-ui";
import type { Refreshing } from "#platform/refresh";
import type { Released } from "#platform/release";
import { searchIndex } from "#platform/search/server";
import type { Notice, PackNotice } from "#services/notices";
import type { CaseType } from "#engines/cases";
import type { RecordType } from "#engines/registers";
import { REQUESTS_PATH, TRACK_PATH } from "#services/cases/portal";
import { LISTS_PATH } from "#services/registers/portal";
import { choicesIn, type PackQuestion, type PackRule } from "#services/rules";
import { QUESTIONS_PATH, questionPath } from "#services/rules/portal";
import { keepRules, publishRules, questionBook, questionRoutes, ruleDesk, ruleRoutes, type ProveRule } from "#services/rules/server";
import type { StayingPack } from "#services/staying";
import { headcountFiling, headcountRoutes, keepShares } from "#services/staying/server";
import type { CityPlaces } from "#engines/places";
import type { TravelPack } from "#services/travel";
import { levelDeskRoutes, TRAVEL_PAGES, travelApiRoutes, travelPageRoutes } from "#services/travel/server";
import { deskRoutes, draftDesk, editionRoutes, keepSnapshot, noticeArchive, noticeReader, pageRoutes, publishPack, READ_UPLOAD_LIMITS, readRoutes, searchRoutes, searchSources } from "#services/notices/server";
import { join } from "node:path";
import type { ClientBase, Pool } from "pg";
import { loadAssets } from "./assets.ts";
import { deskPageRoutes } from "./desk.ts";
import { interfaceRoutes } from "./interface-routes.ts";
import { portalOf } from "./portal.tsx";
import { recordsAndCases, type RecordsAndCases } from "./records-and-cases.ts";
import { smallRoutes } from "./small-routes.ts";
import { travelService, type TravelService } from "./travel.ts";
import { wire } from "./wire.ts";

export type ServeParts = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly port: number;
  readonly publicUrl: string;
  readonly pack: Pack;
  /** As the pack gives them, without problems. */
  readonly notices: readonly PackNotice[];
  readonly rules: readonly PackRule[];
  /** Rules that residents may ask by themselves. */
  readonly questions: readonly PackQuestion[];
  readonly registers: readonly RecordType[];
  readonly caseTypes: readonly CaseType[];
  /** Null: the pack has no travel service. */
  readonly travel: TravelPack | null;
  /** Null: the pack counts nobody who stays. */
  readonly staying: StayingPack | null;
  readonly places: CityPlaces;
  /** Where the build left its files. */
  readonly buildFolder: string;
  readonly log: Log;
  /** 32 bytes that open what lies sealed in the database. */
  readonly secret: Uint8Array;
  readonly oidc: OidcConfig | null;
  readonly s3: S3Config | null;
  /** The address of the jobs' role; null: every server does the jobs by its own timer. */
  readonly jobsUrl: string | null;
  /** Proxies in front whose word on the caller's address is believed. */
  readonly proxies?: readonly string[];
  /** Where what the server keeps outside the database lies. */
  readonly dataFolder: string;
  /** How often other servers' versions are asked for. */
  readonly refreshMilliseconds?: number;
};

/** `http` tells its routes; `stop` lets running requests end and leaves the database alone. */
export type Serving = { readonly port: number; readonly http: HttpServer; readonly travel: TravelService | null; readonly both: RecordsAndCases; readonly stop: () => Promise<void> };

/**
 * Serves a pack on a migrated database: its notices into the database unless officers have released since, the snapshot out of it, the routes, then the port. Rejects with the
 * system's error when the port is taken (`EADDRINUSE`).
 */
export async function serve({ pool, clock, port, publicUrl, pack: given, notices, rules: brought, questions, registers: recordTypes, caseTypes, travel: travelPack, staying, places, buildFolder, log, secret, oidc, s3, jobsUrl, dataFolder, proxies = [], refreshMilliseconds = REFRESH_MILLISECONDS }: ServeParts): Promise<Serving> {
  const audit = appendAudit(clock);
  // A district that does not exist has no place outside a drill.
  const pack: Pack = clock.drill ? given : { ...given, city: { ...given.city, invented: null } };
  const rules = brought.filter(({ district }) => district === null || [...pack.city.districts, ...(pack.city.invented === null ? [] : [pack.city.invented])].some(({ code }) => code === district));
  const keys = keyring({ pool, district: pack.city.code, secret, clock, audit });
  const signNotice = (tx: ClientBase, bytes: Uint8Array) => keys.sign(tx, NOTICE_PURPOSE, bytes);
  const archive = noticeArchive(pool, pack.city.code);
  for (const { kind, noticeKey, version } of await publishPack(pool, pack.city.code, notices, { clock, sign: signNotice, audit })) {
    if (kind === "differs") log.warn("pack-notice-differs", { noticeKey, versionInForce: version, remedy: "officers released this notice, so the pack's is not published; to bring it in force, import its text at the desk as an amendment and have it released" });
    else if (kind !== "there") log.info("notice-published", { noticeKey, version });
  }
  const signRule = (tx: ClientBase, bytes: Uint8Array) => keys.sign(tx, RULE_PURPOSE, bytes);
  const proveRule: ProveRule = async (release, bytes) => await keys.verify(release.drill ? drillPurpose(RULE_PURPOSE) : RULE_PURPOSE, release, bytes);
  for (const { kind, district, ruleKey, version } of await publishRules(pool, pack.city.code, rules, { clock, sign: signRule, audit, prove: proveRule })) {
    if (kind === "differs") log.warn("pack-rule-differs", { district, ruleKey, versionInForce: version, remedy: "officers released this rule, so the pack's is not published; to bring it in force, import its table at the rule desk and have it released" });
    else if (kind === "published") log.info("rule-published", { district, ruleKey, version });
  }
  const [events, slots] = [createEvents(), createSlots()];
  const keeper = keepSnapshot({ archive, keys: pack.notices, events, log, proofOf: async (release, bytes) => {
    if (await keys.verify(NOTICE_PURPOSE, release, bytes)) return { drill: false };
    return await keys.verify(drillPurpose(NOTICE_PURPOSE), release, bytes) ? { drill: true } : null;
  } });
  const search = searchIndex(pool, pack.city.code);

  const assets = await loadAssets(join(buildFolder, "assets"));
  const { invented } = pack.city;
  const travel = travelPack === null ? null : await travelService({
    pool, city: pack.city, clock, audit, log, travel: travelPack, prove: proveRule, forgetPages: () => { forgetPages(); },
    places: invented === null ? places : { ...places, divisions: [...places.divisions ?? [], { code: invented.code, name: invented.shortName.zh }] },
  });
  const districtsOfCity = [pack.city, ...pack.city.districts].map(({ code }) => code);
  const shares = staying === null ? null : keepShares({ pool, districts: districtsOfCity, staying, clock, log, changed: () => { forgetPages(); } });
  const askedRules = keepRules({ pool, districts: [pack.city.code], ruleKeys: questions.map(({ rule }) => rule), prove: proveRule, log, changed: () => { forgetPages(); } });
  const book = questionBook(questions, pack.city.code, askedRules.current);
  const databaseAnswers = databaseProbe(pool);
  const bucket = s3 === null ? null : s3Bucket(s3);
  const files = fileStore({ bucket, machineNow: clock.machineNow });
  // In a drill officers of the city reach the invented district as well.
  const identity = createIdentity({ pool, clock, city: invented === null ? pack.city : { ...pack.city, districts: [...pack.city.districts, invented] }, secret, publicUrl, audit, openid: oidc, log });
  const both = await recordsAndCases({ pool, clock, audit, events, secret, city: pack.city, places, log, files, recordTypes, caseTypes, notices: () => keeper.current().notices, identity, forgetPages: () => { forgetPages(); } });
  const portal = portalOf({ pack, publicUrl, clock, scriptUrl: assets.scriptUrl, slots, travel, shares, shown: both.shown, offered: both.offered, notices: () => keeper.current().notices });
  const http = createHttpServer({
    log, publicUrl, styleHash: STYLE_HASH, proxies,
    problemPage: (facts) => portal.problem(facts, keeper.current().notices),
    authenticate: identity.authenticate,
    // A notice that is withheld is answered for: its page says so.
    missing: async () => [...(keeper.current().notices.length + keeper.current().withheld.length > 0 ? [] : ["notices"]), ...(await databaseAnswers() ? [] : ["database"])],
  });
  const reader = noticeReader();
  const pages = pageRoutes({ http, portal, snapshot: keeper.current });
  const editions = editionRoutes({ http, snapshot: keeper.current, publicUrl, cityName: pack.city.name, patterns: [...portal.patterns, ...(travel === null ? [] : TRAVEL_PAGES), ...(questions.length === 0 ? [] : [QUESTIONS_PATH, ...questions.map(({ rule }) => questionPath(rule))]), ...(caseTypes.length === 0 ? [] : [REQUESTS_PATH, TRACK_PATH]), ...(recordTypes.length === 0 ? [] : [LISTS_PATH])] });
  const readUpload = await multipartReader(http.app, READ_UPLOAD_LIMITS);
  http.declare(...smallRoutes(publicUrl), ...assets.routes((request, reply) => http.sendProblem(request, reply, 404)), ...pages.routes, ...editions.routes, ...searchRoutes({ portal, snapshot: keeper.current, index: search }));
  http.declare(...readRoutes({ http, portal, snapshot: keeper.current, reader, readUpload, now: () => clock.machineNow() }));
  http.declare(...await deskPageRoutes(join(buildFolder, "desk"), clock, pack.city.name, [...(travel === null ? [] : ["travel"]), ...(staying === null ? [] : ["staying"]), ...(caseTypes.length === 0 ? [] : ["cases"]), ...(recordTypes.length === 0 ? [] : ["registers"])], (request, reply) => http.sendProblem(request, reply, 404)));
  if (travel !== null) {
    const { answers, levels } = travel;
    http.declare(...travelPageRoutes({ http, portal, pool, city: pack.city, places: travel.places, answers, levels, policyNow: clock.policyNow, listsBefore: travel.travel.listsBefore, publicUrl }));
    http.declare(...travelApiRoutes({ http, answers, levels, policyNow: clock.policyNow, notices: () => keeper.current().notices }));
  }
  if (questions.length > 0) http.declare(...questionRoutes({ http, portal, book, policyNow: clock.policyNow }));
  http.declare(...await both.routes(http, portal));
  const desk = draftDesk({ pool, clock, city: pack.city, files, audit, sign: signNotice });
  http.declare(...identity.routes(http), ...auditRoutes({ http, pool, audit, namesOf: identity.namesOf }), ...keyRoutes({ http, keys }));
  http.declare(...deskRoutes({
    http, desk, city: pack.city, namesOf: identity.namesOf, reader, readUpload, released: async () => { await keeper.refresh(); },
    latest: async () => {
      const found: { notice: Notice; release: Released | null }[] = [];
      for (const key of [...(await archive.stamps()).keys()].toSorted()) {
        const inForce = (await archive.history(key)).find(({ release }) => release !== null);
        if (inForce?.read.kind === "notice") found.push({ notice: inForce.read.notice, release: inForce.release });
      }
      return found;
    },
  }));
  if (travel !== null) {
    const { places: known, recorder, levels, answers, travel: settings } = travel;
    http.declare(...levelDeskRoutes({ http, pool, city: pack.city, places: known, travel: settings, recorder, levels, answers, policyNow: clock.policyNow, readUpload, namesOf: identity.namesOf }));
  }
  const rulesAtDesk = ruleDesk({ pool, clock, city: pack.city, audit, sign: signRule, prove: proveRule, clausesOf: (key) => choicesIn(keeper.current().notices, key) });
  http.declare(...ruleRoutes({
    http, desk: rulesAtDesk, pool, city: pack.city, prove: proveRule, namesOf: identity.namesOf,
    notices: () => keeper.current().notices.filter(({ withdrawn }) => withdrawn === null).map(({ key, title }) => ({ key, title: title.value })),
  }));
  if (staying !== null && shares !== null) http.declare(...headcountRoutes({
    http, pool, city: pack.city, staying, clock, file: headcountFiling({ pool, clock, audit, staying }), filed: async () => { await shares.refresh(); }, namesOf: identity.namesOf,
  }));
  http.declare(...interfaceRoutes({
    routes: () => http.routes, name: pack.name, version: PRODUCT_VERSION, publicUrl, cookieName: sessionCookie(publicUrl),
    page: (url, description) => portal.interfacePage(url, keeper.current().notices, description),
  }));
  const forgetPages = (): void => { pages.forget(); editions.forget(); };
  wire({ events, slots, log, forgetPages, search, travel, book, both, staying: staying === null || shares === null ? null : { staying, shares } });

  const districts = [...pack.city.districts, ...(invented === null ? [] : [invented])].map(({ code }) => code);
  const jobs = await startJobs({ url: jobsUrl, log, machineNow: clock.machineNow, jobs: [...both.jobs, {
    // Each server writes the heads into its own data folder.
    name: "audit.daily-root", times: { dailyAt: "00:10" }, servers: "every",
    work: async () => {
      const { notOurs } = await makeDailyRoot({ pool, city: pack.city.code, districts, clock, sign: (tx, bytes) => keys.sign(tx, "audit", bytes), publicKeys: keys.publicKeys, headsFile: join(dataFolder, HEADS_FILE) });
      if (notOurs.length > 0) log.error("audit-roots-not-ours", { days: notOurs.join(" ") });
    },
  }, {
    // What could not be made findable when it was released; nothing is done where everything is.
    name: "search.keep", times: { everyMinutes: 5 }, servers: "one",
    work: async () => {
      const { id, notices: shown } = keeper.current();
      // Before the first snapshot nothing is known, which is not the same as that there is nothing.
      if (id !== "") await search.keep(searchSources(shown));
    },
  }, {
    name: "files.sweep", times: { dailyAt: "03:20" }, servers: "one",
    work: async () => {
      const swept = bucket === null ? 0 : await sweepBucket({ bucket, pool, districts: [pack.city.code, ...districts], machineNow: clock.machineNow });
      if (swept > 0) log.info("files-swept", { files: swept });
    },
  }] });

  const watched: readonly Refreshing[] = [...(travel === null ? [] : [travel.rules, travel.levels]), ...(shares === null ? [] : [shares]), ...(questions.length === 0 ? [] : [askedRules]), ...both.watched];
  const stop = async () => {
    await http.stop();
    await jobs.stop();
    keeper.stop();
    for (const kept of watched) kept.stop();
    await reader.stop();
  };
  try {
    await keeper.refresh();
    keeper.watch(refreshMilliseconds);
    for (const kept of watched) {
      await kept.refresh();
      kept.watch(Math.min(refreshMilliseconds, LEVELS_REFRESH_MILLISECONDS));
    }
    return { port: await http.listen(port), http, travel, both, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the key that signs notices is for. */
const NOTICE_PURPOSE = "notices";
/** And the one that signs rules. */
const RULE_PURPOSE = "rules";
/** As package.json has it. */
const PRODUCT_VERSION = "0.1.0";
/** Levels and rules are asked of within a second of their change. */
const LEVELS_REFRESH_MILLISECONDS = 500;
/** A version that another server published is shown this late at most. */
const REFRESH_MILLISECONDS = 5_000;
