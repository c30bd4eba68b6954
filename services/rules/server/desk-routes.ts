import { districtsWith, httpProblem, permitted, type SignedIn } from "#platform/http";
import { jsonRoute, refuse, type Refused, type Route, type SendProblem } from "#platform/http/server";
import type { LocalText } from "#platform/i18n";
import type { City } from "#platform/pack";
import { KEY_USED } from "#platform/release";
import type { Pool } from "pg";
import { z } from "zod";
import {
  beginBody, compileRule, fileOfTable, importBody, moveBody, releaseBody, releasedView, ruleDraftId, ruleList, ruleView, saveBody, sendBackBody, triedCase, tryBody, tryCase, type FileFault, type RuleView,
} from "../draft/index.ts";
import { listRules } from "./list-rules.ts";
import type { ProveRule } from "./rule-archive.ts";
import type { BeginOutcome, OpenRule, RuleChange, RuleDesk, RuleOfficer } from "./rule-desk.ts";
import { nameOf, viewOf } from "./rule-views.ts";

export type RuleRoutesOptions = {
  readonly http: { readonly sendProblem: SendProblem };
  readonly desk: RuleDesk;
  readonly pool: Pool;
  readonly city: Pick<City, "code" | "name" | "districts">;
  readonly prove: ProveRule;
  /** Notices in force that a new rule can carry out. */
  readonly notices: () => readonly { readonly key: string; readonly title: LocalText }[];
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
};

const [EDIT, RELEASE] = ["rules.edit", "rules.release"];
const LOOK = permitted([EDIT, RELEASE], "drafts of rules in the caller's districts, and the city's rules in force");
const CONTENT_BYTES_MAX = 8 * 1024 * 1024;

/** The desk's way to rules: JSON under /api/rules. Officers see the drafts of the districts they work for; the city's rules in force bind all. */
export function ruleRoutes({ http, desk, pool, city, prove, notices, namesOf }: RuleRoutesOptions): readonly Route[] {
  const officer = (signedIn: SignedIn | null): RuleOfficer => signedIn === null ? NOBODY : { person: signedIn.personId, edit: districtsWith(signedIn, EDIT), release: districtsWith(signedIn, RELEASE) };
  const named = async (open: OpenRule): Promise<RuleView> => {
    const { createdBy, changedBy, editors, returns } = open.draft;
    return { ...viewOf(city, open), names: { ...await namesOf([createdBy, changedBy, ...editors, ...returns.map(({ by }) => by)]) } };
  };
  const answered = async (outcome: RuleChange | null): Promise<RuleView | Refused> => (outcome === null ? refuse(404) : outcome.kind === "done" ? named(outcome.open) : refusedChange(outcome));
  const one = "/api/rules/drafts/:id";
  return [
    jsonRoute(http, {
      method: "GET", url: "/api/rules", access: LOOK, summary: { zh: "规则表和它们的稿子", en: "Rules and their drafts" }, reply: ruleList,
      handler: async ({ signedIn }) => {
        const { person, edit, release } = officer(signedIn);
        const { drafts, released } = await listRules({ pool, city, prove }, person, [...new Set([...edit, ...release])]);
        return {
          drafts, released, editable: edit.map((code) => ({ code, name: nameOf(city, code) })), notices: notices().map(({ key, title }) => ({ key, title: { ...title } })),
          names: { ...await namesOf(drafts.flatMap(({ createdBy, changedBy }) => [createdBy, changedBy])) },
        };
      },
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/rules/drafts", access: permitted(EDIT, "begins a draft of a rule"), summary: { zh: "开一份规则表的稿子", en: "Begin a draft of a rule" }, body: beginBody, reply: z.object({ id: z.string() }), problems: [403, 404, 409, 422], bodyBytesMax: CONTENT_BYTES_MAX,
      handler: async ({ body, signedIn, reply }) => {
        const who = officer(signedIn);
        const outcome = await desk.begin(who, body);
        if (outcome.kind === "refused") return refusedBeginning(outcome);
        reply.code(201);
        return { id: outcome.id };
      },
    }),
    jsonRoute(http, {
      method: "GET", url: one, access: LOOK, summary: { zh: "打开一份规则表的稿子", en: "Open a draft of a rule" }, params: ruleDraftId, reply: ruleView, problems: [404],
      handler: async ({ params, signedIn }) => {
        const open = await desk.open(officer(signedIn), params.id);
        return open === null ? refuse(404) : named(open);
      },
    }),
    jsonRoute(http, {
      method: "PUT", url: one, access: permitted(EDIT, "changes a draft of a rule"), summary: { zh: "保存规则表的稿子", en: "Save a draft of a rule" }, params: ruleDraftId, body: saveBody, reply: ruleView, problems: [404, 409], bodyBytesMax: CONTENT_BYTES_MAX,
      handler: async ({ params, body, signedIn }) => answered(await desk.save(officer(signedIn), params.id, body.revision, body.content)),
    }),
    jsonRoute(http, {
      method: "POST", url: `${one}/try`, access: LOOK, summary: { zh: "试算一个人，什么也不存", en: "Try one person's case; nothing is kept" }, params: ruleDraftId, body: tryBody, reply: triedCase, problems: [404],
      handler: async ({ params, body, signedIn }) => {
        const draft = await desk.read(officer(signedIn), params.id);
        return draft === null ? refuse(404) : tryCase(compileRule(draft.content.table), draft.content, body.facts);
      },
    }),
    {
      method: "GET", url: `${one}/dmn`, access: LOOK, contract: { summary: { zh: "下载成 DMN 1.5 文件", en: "Download as a file of DMN 1.5" }, params: ruleDraftId, reply: null, file: "application/xml", problems: [404] },
      handler: async (request, reply) => {
        const id = ruleDraftId.safeParse(request.params);
        const draft = id.success ? await desk.read(officer(request.signedIn), id.data.id) : null;
        if (draft === null) return http.sendProblem(request, reply, 404);
        const { ruleKey, content } = draft;
        return reply.header("cache-control", "no-store").header("content-disposition", `attachment; filename="${ruleKey}.dmn"`).type("application/xml; charset=utf-8").send(await fileOfTable(content, ruleKey));
      },
    },
    jsonRoute(http, {
      method: "POST", url: `${one}/dmn`, access: permitted(EDIT, "puts a table out of a file of DMN into a draft"), summary: { zh: "导入 DMN 文件里的表", en: "Import the table of a file of DMN" }, params: ruleDraftId, body: importBody, reply: ruleView, problems: [404, 409, 422], bodyBytesMax: CONTENT_BYTES_MAX,
      handler: async ({ params, body, signedIn }) => {
        const outcome = await desk.importTable(officer(signedIn), params.id, body.revision, body.dmn, body.decision);
        return outcome?.kind === "file" ? refusedFile(outcome.faults) : answered(outcome);
      },
    }),
    ...(["hand-in", "take-back", "discard"] as const).map((action) => jsonRoute(http, {
      method: "POST", url: `${one}/${action}`, access: permitted(EDIT, "moves a draft of a rule on"), summary: MOVES[action], params: ruleDraftId, body: moveBody, reply: ruleView, problems: [404, 409, 422],
      handler: async ({ params, body, signedIn }) => answered(await desk.move(officer(signedIn), params.id, action, body.revision)),
    })),
    jsonRoute(http, {
      method: "POST", url: `${one}/send-back`, access: permitted(RELEASE, "sends a draft of a rule back instead of releasing it"), summary: { zh: "说明原因，退回修改", en: "Send back with a reason" }, params: ruleDraftId, body: sendBackBody, reply: ruleView, problems: [403, 404, 409, 422],
      handler: async ({ params, body, signedIn }) => answered(await desk.sendBack(officer(signedIn), params.id, body.revision, body.reason)),
    }),
    jsonRoute(http, {
      method: "POST", url: `${one}/release`, access: permitted(RELEASE, "puts a rule in force"), summary: { zh: "签发规则表", en: "Release a rule" }, params: ruleDraftId, body: releaseBody, reply: releasedView, problems: [403, 404, 409, 422],
      handler: async ({ params, body, signedIn }) => {
        const outcome = await desk.release(officer(signedIn), params.id, body.revision, body.commandKey, body.note);
        if (outcome === null) return refuse(404);
        if (outcome.kind === "refused") return refusedChange(outcome);
        if (outcome.released === null) return refuse(409);
        const { version, sha256, releasedAt } = outcome.released;
        return { version, sha256, releasedAt, effectiveFrom: outcome.open.draft.content.effectiveFrom };
      },
    }),
  ];
}

const NOBODY: RuleOfficer = { person: "", edit: [], release: [] };

/** Tells why, and what the draft says now: whoever was second goes on from there. */
function refusedChange({ refusal: { status, problem, remedy }, open: { draft, checked } }: Extract<RuleChange, { kind: "refused" }>): Refused {
  return refuse(status, { problem, remedy, facts: { revision: draft.revision, state: draft.state, changedBy: draft.changedBy, content: draft.content, faults: checked.faults } });
}

function refusedFile(faults: readonly FileFault[]): Refused {
  const [first] = faults;
  const problem = httpProblem(422, { field: first?.field ?? "dmn", ...(first === undefined ? {} : { problem: first.problem, remedy: first.remedy }), errors: faults.map((each) => ({ ...each })) });
  const { status, ...closer } = problem;
  return refuse(status, closer);
}

function refusedBeginning(outcome: Extract<BeginOutcome, { kind: "refused" }>): Refused {
  if (outcome.reason === "file") return refusedFile(outcome.faults);
  if (outcome.reason === "draft-open") return refuse(409, { field: "ruleKey", ...DRAFT_OPEN, facts: { draft: outcome.draftId } });
  if (outcome.reason === "not-yours") return refuse(403, { field: "district", ...NOT_YOURS });
  if (outcome.reason === "key-used") return refuse(409, { field: "commandKey", problem: KEY_USED.problem, remedy: KEY_USED.remedy });
  return refuse(outcome.reason === "nothing-to-begin-with" ? 404 : 409, { field: "ruleKey", ...BEGINNINGS[outcome.reason] });
}

const MOVES = { "hand-in": { zh: "送签", en: "Hand in for release" }, "take-back": { zh: "撤回修改", en: "Take back to change it" }, "discard": { zh: "作废", en: "Discard" } } as const;
const NOT_YOURS = { problem: { zh: "您不管这个旗县市区的规则", en: "You do not work on this district's rules" }, remedy: { zh: "选您负责的地方。", en: "Choose a district you work for." } };
const DRAFT_OPEN = { problem: { zh: "这张规则表已经有一份稿子，还没签发", en: "A draft of this rule is open" }, remedy: { zh: "打开那一份接着改。", en: "Open it and go on there." } };
const BEGINNINGS = {
  "city-first": { problem: { zh: "旗县市区的规则表要从市级的开始", en: "A district's rule begins with the city's" }, remedy: { zh: "从列表里选市级的规则表来改；市里还没有的，请市里先建。", en: "Begin from the city's rule in the list; where there is none, ask the city to make one first." } },
  "nothing-to-begin-with": { problem: { zh: "本级和市级都没有这张规则表", en: "Neither the district nor the city has this rule" }, remedy: { zh: "从列表里选一张，或者从 DMN 文件新建。", en: "Choose one from the list, or begin a new one from a file of DMN." } },
  "key-taken": { problem: { zh: "已经有一张规则表用这个名字", en: "A rule already has this key" }, remedy: { zh: "换一个名字，或者改那一张。", en: "Choose another key, or change that rule." } },
  "unreadable": { problem: { zh: "现在用的这一版，这个程序读不了", en: "This program cannot read the version in force" }, remedy: { zh: "请系统管理员把程序升级到最新，或者查看日志。", en: "Ask the system's administrator to bring the program up to date, or to look into the log." } },
};
