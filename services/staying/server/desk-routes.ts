import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import { districtsWith, httpProblem, permitted } from "#platform/http";
import { jsonRoute, refuse, type Refused, type Route, type SendProblem } from "#platform/http/server";
import { dayInChina, type LocalText } from "#platform/i18n";
import type { City } from "#platform/pack";
import { KEY_USED } from "#platform/release";
import type { Pool } from "pg";
import { filedView, filingBody, headcountList, headcountSums, latestDay, showingOf, sumOf, sumsByPlace, type StayingPack } from "../headcount/index.ts";
import type { FileHeadcount, FilingOutcome } from "./file-headcount.ts";
import { findCurrent } from "./store.ts";

export type HeadcountRoutesOptions = {
  readonly http: { readonly sendProblem: SendProblem };
  readonly pool: Pool;
  readonly city: Pick<City, "code" | "name" | "districts">;
  readonly staying: StayingPack;
  readonly clock: Pick<Clock, "policyNow" | "drill">;
  readonly file: FileHeadcount;
  /** The public shares are to be taken anew. */
  readonly filed: () => Promise<void>;
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
};

const [FILE, READ] = ["headcounts.file", "headcounts.read"];

/** The desk's way to headcounts: JSON under /api/staying. Who files sees the bodies of the own districts; who reads sees sums, and no body. */
export function headcountRoutes({ http, pool, city, staying, clock, file, filed, namesOf }: HeadcountRoutesOptions): readonly Route[] {
  const places = [city, ...city.districts].map(({ code, name }) => ({ code, name: { ...name } }));
  const kinds = staying.kinds.map(({ key, name }) => ({ key, name: { ...name } }));
  const reasons = staying.reasons.value.map(({ key, name }) => ({ key, name: { ...name } }));
  const today = (): string => dayInChina(clock.policyNow());
  const currentOf = (districts: readonly string[], actor: string) => inTransaction(pool, { districts, actor }, (tx) => findCurrent(tx, districts, { day: today(), drill: clock.drill }));
  return [
    jsonRoute(http, {
      method: "GET", url: "/api/staying/headcounts", access: permitted(FILE, "bodies of the caller's districts with their headcounts"), summary: { zh: "各单位最近一次报的人数", en: "Bodies with their latest headcounts" }, reply: headcountList,
      handler: async ({ signedIn }) => {
        const own = signedIn === null ? [] : districtsWith(signedIn, FILE);
        const bodies = await currentOf(own, signedIn?.personId ?? "");
        return {
          today: today(), kinds, reasons, districts: places.filter(({ code }) => own.includes(code)), names: { ...await namesOf(bodies.map(({ filedBy }) => filedBy)) },
          bodies: bodies.map((each) => ({ ...each, reasons: { ...each.reasons }, filedAt: each.filedAt.toISOString() })),
        };
      },
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/staying/headcounts", access: permitted(FILE, "files the headcount of a body"), summary: { zh: "报一个单位的人数", en: "File the headcount of a body" }, body: filingBody, reply: filedView, problems: [403, 409, 422],
      handler: async ({ body: { commandKey, ...headcount }, signedIn, reply }) => {
        if (signedIn === null || !districtsWith(signedIn, FILE).includes(headcount.district)) return refuse(403, { field: "district", ...NOT_YOURS });
        const outcome = await file(signedIn.personId, commandKey, headcount);
        if (outcome.kind !== "filed") return refusedFiling(outcome);
        await filed();
        reply.code(201);
        return { number: outcome.number };
      },
    }),
    jsonRoute(http, {
      method: "GET", url: "/api/staying/sums", access: permitted([READ, FILE], "sums of headcounts in the caller's districts"), summary: { zh: "按地方和单位类别合计", en: "Sums by district and kind of body" }, reply: headcountSums,
      handler: async ({ signedIn }) => {
        const seen = signedIn === null ? [] : [...new Set([...districtsWith(signedIn, READ), ...districtsWith(signedIn, FILE)])];
        const current = await currentOf(seen, signedIn?.personId ?? "");
        const day = latestDay(current);
        const named = (among: readonly { readonly key: string; readonly name: { zh: string; en: string } }[], key: string) => among.find((each) => each.key === key) ?? { key, name: { zh: key, en: key } };
        const ofCity = kinds.map((kind) => ({ kind, ...sumOf(current.filter((each) => each.kind === kind.key), day) })).filter(({ bodies }) => bodies > 0);
        return {
          day, reasons,
          places: sumsByPlace(current, places.map(({ code }) => code), kinds.map(({ key }) => key)).map(({ district, kind, ...sum }) => ({
            ...sum, reasons: { ...sum.reasons }, district: places.find(({ code }) => code === district) ?? { code: district, name: { zh: district, en: district } }, kind: named(kinds, kind),
          })),
          // What the public is shown is taken from the whole city: with part of it in view nothing can be said.
          city: seen.includes(city.code) ? ofCity.map((sum) => ({ ...sum, reasons: { ...sum.reasons }, showing: showingOf(sum) })) : null,
        };
      },
    }),
  ];
}

function refusedFiling(outcome: Exclude<FilingOutcome, { kind: "filed" }>): Refused {
  if (outcome.kind === "key-used") return refuse(409, { field: "commandKey", problem: KEY_USED.problem, remedy: KEY_USED.remedy });
  const [first] = outcome.faults;
  const { status, ...closer } = httpProblem(422, { field: first?.field ?? null, ...(first === undefined ? {} : { problem: first.problem, remedy: first.remedy }), errors: outcome.faults });
  return refuse(status, closer);
}

const NOT_YOURS: { readonly problem: LocalText; readonly remedy: LocalText } = {
  problem: { zh: "您不负责这个地方的填报", en: "You do not file for this district" }, remedy: { zh: "选您负责的地方。", en: "Choose a district you file for." },
};
