import type { Remark } from "#engines/reading";
import { explainRefusal, looksLikeHtml, simplified, TEXT_BYTES_MAX, type RefusalReason } from "#platform/documents";
import { readDocument } from "#platform/documents/server";
import type { FaultName } from "#platform/fault-points";
import { faultPoint } from "#platform/fault-points/server";
import { districtsWith, httpProblem, permitted, type Problem, type SignedIn } from "#platform/http";
import { jsonRoute, refuse, type Refused, type Route, type SendProblem, type UploadOutcome } from "#platform/http/server";
import type { City } from "#platform/pack";
import { KEY_USED, type Released } from "#platform/release";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { changesView, deskGround, draftId, draftList, draftView, importFields, moveBody, releaseBody, releasedView, remarkName, saveBody, sendBackBody, withdrawBody, type DraftSummaryView, type DraftView } from "../draft/index.ts";
import { noticeChanges } from "../notice-changes.ts";
import type { Notice } from "../notice.ts";
import { steadyText } from "../portal/read/read-form.ts";
import type { ChangeOutcome, DraftDesk, OpenDraft } from "./draft-desk.ts";
import type { NoticeReader } from "./notice-reader.ts";
import type { DraftSummary } from "./store.ts";

type DeskRoutesOptions = {
  readonly http: { readonly sendProblem: SendProblem };
  readonly desk: DraftDesk;
  readonly city: Pick<City, "code" | "bodies">;
  /** The latest version of every notice, with what the public does not see. */
  readonly latest: () => Promise<readonly { readonly notice: Notice; readonly release: Released | null }[]>;
  readonly reader: NoticeReader;
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
  readonly readUpload: (request: FastifyRequest) => Promise<UploadOutcome>;
  /** Called when something was released, so that pages need not wait. */
  readonly released: () => Promise<void>;
};

const EDIT = "notices.edit";
const RELEASE = "notices.release";
const LOOK = permitted([EDIT, RELEASE], "drafts of the city's notices");

/** The desk's way to notices: JSON under /api/notices. Only people with a post of the city itself see the city's drafts. */
export function deskRoutes(options: DeskRoutesOptions): readonly Route[] {
  const { http, desk, city, latest, namesOf } = options;
  /** The person when they hold one of these permissions for the city itself. */
  const officer = (signedIn: SignedIn | null, ...permissions: readonly string[]): string | null =>
    signedIn !== null && permissions.some((permission) => districtsWith(signedIn, permission).includes(city.code)) ? signedIn.personId : null;
  const notFound = () => refuse(404);
  const named = async (open: OpenDraft): Promise<DraftView> => ({ ...viewOf(open), names: { ...await namesOf([open.draft.createdBy, open.draft.changedBy, ...open.draft.editors, ...open.draft.returns.map(({ by }) => by)]) } });


  async function answered(outcome: ChangeOutcome | null): Promise<DraftView | Refused> {
    if (outcome === null) return notFound();
    return outcome.kind === "done" ? named(outcome.open) : refusedChange(outcome);
  }
  return [
    jsonRoute(http, {
      method: "GET", url: "/api/notices/desk", access: LOOK, summary: { zh: "本市机构和已发布的通知", en: "The city's bodies and released notices" }, reply: deskGround,
      handler: async ({ signedIn }) => officer(signedIn, EDIT, RELEASE) === null ? refuse(403) : {
        bodies: city.bodies.map(({ key, name }) => ({ key, name })),
        notices: (await latest()).map(({ notice: { key, version, title, clauses, withdrawn }, release }) => ({
          key, version, title: title.value, withdrawn: withdrawn !== null, orders: clauses.reduce((sum, { obligations }) => sum + obligations.length, 0),
          released: release === null ? null : { at: release.releasedAt, policyAt: release.policyAt, drill: release.drill, editCount: release.editCount },
          clauses: clauses.map((clause) => ({ key: clause.key, number: clause.number, title: clause.title })),
        })),
      },
    }),
    jsonRoute(http, {
      method: "GET", url: "/api/notices/drafts", access: LOOK, summary: { zh: "通知的稿子", en: "Drafts of notices" }, reply: draftList,
      handler: async ({ signedIn }) => {
        if (officer(signedIn, EDIT, RELEASE) === null) return refuse(403);
        const drafts = (await desk.list()).map(summaryOf);
        return { drafts, names: { ...await namesOf(drafts.flatMap(({ createdBy, changedBy }) => [createdBy, changedBy])) } };
      },
    }),
    {
      method: "POST", url: "/api/notices/drafts", access: permitted(EDIT, "imports a notice as a draft"),
      contract: { summary: { zh: "导入一份通知（multipart/form-data）", en: "Import a notice (multipart/form-data)" }, form: importFields.extend({ file: z.string().meta({ format: "binary" }).optional() }), reply: z.object({ id: z.string() }), problems: [400, 409, 413, 415, 422, 503] },
      handler: (request, reply) => importForm(options, officer(request.signedIn, EDIT), request, reply),
    },
    jsonRoute(http, {
      method: "GET", url: "/api/notices/drafts/:id", access: LOOK, summary: { zh: "打开一份稿子", en: "Open a draft" }, params: draftId, reply: draftView, problems: [404],
      handler: async ({ params, signedIn }) => {
        const person = officer(signedIn, EDIT, RELEASE);
        const open = person === null ? null : await desk.open(person, params.id);
        return open === null ? notFound() : named(open);
      },
    }),
    {
      method: "GET", url: "/api/notices/drafts/:id/original", access: LOOK,
      contract: { summary: { zh: "下载原文件", en: "Download the original file" }, params: draftId, reply: null, file: "*/*", problems: [404] },
      handler: (request, reply) => sendOriginal(options, officer(request.signedIn, EDIT, RELEASE), request, reply),
    },
    jsonRoute(http, {
      method: "PUT", url: "/api/notices/drafts/:id", access: permitted(EDIT, "changes a draft"), summary: { zh: "保存稿子", en: "Save a draft" }, params: draftId, body: saveBody, reply: draftView, problems: [404, 409],
      bodyBytesMax: 4 * 1024 * 1024,
      handler: async ({ params, body, signedIn }) => {
        const person = officer(signedIn, EDIT);
        return person === null ? refuse(403) : answered(await desk.save(person, params.id, body.revision, body.content));
      },
    }),
    jsonRoute(http, {
      method: "GET", url: "/api/notices/drafts/:id/changes", access: LOOK, summary: { zh: "稿子和现在用的版本的差别", en: "How a draft differs from the version in force" }, params: draftId, reply: changesView, problems: [404],
      handler: async ({ params, signedIn }) => {
        const person = officer(signedIn, EDIT, RELEASE);
        const compared = person === null ? null : await desk.compare(person, params.id);
        return compared === null ? notFound() : changesView.parse(noticeChanges(compared.before, compared.after));
      },
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/notices/withdrawals", access: permitted(EDIT, "proposes to withdraw a notice"), summary: { zh: "提出撤回一份通知", en: "Propose to withdraw a notice" }, body: withdrawBody, reply: draftId, problems: [404, 409],
      handler: async ({ body, signedIn }) => {
        const person = officer(signedIn, EDIT);
        if (person === null) return refuse(403);
        const outcome = await desk.withdraw(person, body);
        if (outcome.kind === "proposed") return { id: outcome.id };
        return outcome.reason === "no-such-notice" ? refuse(404, { field: "noticeKey", ...NO_SUCH_NOTICE }) : refuse(409, { field: outcome.reason === "key-used" ? "commandKey" : "noticeKey", ...REFUSED_WITHDRAWAL[outcome.reason] });
      },
    }),
    ...(["hand-in", "take-back", "discard"] as const).map((action) => jsonRoute(http, {
      method: "POST", url: `/api/notices/drafts/:id/${action}`, access: permitted(EDIT, "moves a draft on"), summary: MOVES[action], params: draftId, body: moveBody, reply: draftView, problems: [404, 409, 422],
      handler: async ({ params, body, signedIn, reply }) => {
        const person = officer(signedIn, EDIT);
        answeredAt(reply, "check.after-answer");
        return person === null ? refuse(403) : answered(await desk.move(person, params.id, action, body.revision));
      },
    })),
    jsonRoute(http, {
      method: "POST", url: "/api/notices/drafts/:id/send-back", access: permitted(RELEASE, "sends a draft back instead of releasing it"), summary: { zh: "说明原因，退回修改", en: "Send back with a reason" }, params: draftId, body: sendBackBody, reply: draftView, problems: [403, 404, 409, 422],
      handler: async ({ params, body, signedIn }) => {
        const person = officer(signedIn, RELEASE);
        return person === null ? refuse(403) : answered(await desk.sendBack(person, params.id, body.revision, body.reason));
      },
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/notices/drafts/:id/release", access: permitted(RELEASE, "makes a draft official"), summary: { zh: "签发", en: "Release" }, params: draftId, body: releaseBody, reply: releasedView, problems: [403, 404, 409, 422],
      handler: async ({ params, body, signedIn, reply }) => {
        const person = officer(signedIn, RELEASE);
        if (person === null) return refuse(403);
        const outcome = await desk.release(person, params.id, body.revision, body.commandKey, body.note);
        if (outcome === null) return notFound();
        if (outcome.kind === "refused") return refusedChange(outcome);
        if (outcome.released === null) return refuse(409);
        await options.released();
        faultPoint("release.after-snapshot");
        answeredAt(reply, "release.after-answer");
        const { version, action, sha256, keyId, signature, drill, releasedAt, editCount } = outcome.released;
        return { version, action, sha256, keyId, signature, drill, releasedAt, editCount };
      },
    }),
  ];
}

const MOVES = {
  "hand-in": { zh: "送签", en: "Hand in for release" }, "take-back": { zh: "撤回修改", en: "Take back to change it" }, "discard": { zh: "作废", en: "Discard" },
} as const;

/** A place behind the answer: what was told is known, and the server may be gone. */
function answeredAt(reply: FastifyReply, name: FaultName): void {
  reply.raw.once("finish", () => { faultPoint(name); });
}

/** Tells why, and what the draft says now: whoever was second goes on from there. */
function refusedChange({ refusal: { status, problem, remedy }, open }: Extract<ChangeOutcome, { kind: "refused" }>): Refused {
  const { draft, faults } = viewOf(open);
  return refuse(status, { problem, remedy, facts: { revision: draft.revision, state: draft.state, changedBy: draft.changedBy, content: open.draft.content, faults } });
}

function viewOf({ draft, checked }: OpenDraft): Omit<DraftView, "names"> {
  return {
    draft: summaryOf({ ...draft, title: draft.content.title, correctionCount: draft.content.corrections.length, sentBack: draft.state === "draft" && draft.returns[0]?.revision === draft.revision }),
    hasOriginal: draft.fileId !== null, editors: [...draft.editors], text: draft.text, content: draft.content,
    orders: checked.reading.obligations.map(({ part: _part, ranges, actors, ...order }) => ({ ...order, ranges: ranges.map(([start, end]): [number, number] => [start, end]), actors: [...actors] })),
    remarks: draft.reading.remarks.map((remark) => ({ name: remarkName(remark), kind: remark.kind, detail: remark.detail, range: remark.range === null ? null : [remark.range[0], remark.range[1]] as [number, number] })),
    returns: draft.returns.map(({ reason, by, at }) => ({ reason, by, at: at.toISOString() })),
    faults: checked.faults.map(({ field, problem, remedy }) => ({ field, problem, remedy })),
  };
}

function summaryOf({ id, noticeKey, action, baseVersion, state, revision, title, correctionCount, createdBy, createdAt, changedBy, changedAt, releasedVersion, sentBack }: DraftSummary): DraftSummaryView {
  return { id, noticeKey, action, baseVersion, state, revision, title: { ...title }, corrections: correctionCount, createdBy, createdAt: createdAt.toISOString(), changedBy, changedAt: changedAt.toISOString(), releasedVersion, sentBack };
}

async function importForm({ http, desk, reader, readUpload }: DeskRoutesOptions, person: string | null, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (person === null) return http.sendProblem(request, reply, 403);
  const upload = await readUpload(request);
  const refused = (problem: Problem | number) => http.sendProblem(request, reply, problem);
  if (upload.kind === "refused") return refused(upload.status);
  if (upload.fileTooLarge) return refused(refusalOf("too-large"));
  const fields = importFields.safeParse(upload.fields);
  if (!fields.success) return refused(httpProblem(422, { field: String(fields.error.issues[0]?.path[0] ?? ""), ...FIELD_WORDS[String(fields.error.issues[0]?.path[0])] }));
  const document = await textOf(fields.data.text, upload.file);
  if (document.kind === "refused") return refused(refusalOf(document.reason));
  if (document.text.trim() === "") return refused(httpProblem(422, { field: upload.file === null ? "text" : "file", ...NO_TEXT }));
  if (Buffer.byteLength(document.text) > TEXT_BYTES_MAX) return refused(refusalOf("too-large"));
  const { text, converted } = simplified(document.text);
  const read = await reader.read(text);
  if (read === null) return refused(refusalOf("busy"));
  faultPoint("import.after-reading");
  const remarks: Remark[] = [...(document.encodingGuessed ? [remark("encoding-guessed")] : []), ...(converted ? [remark("traditional-converted")] : [])];
  const { noticeKey, action, commandKey } = fields.data;
  const file = upload.file === null ? null : { name: upload.file.fileName, bytes: upload.file.bytes };
  const outcome = await desk.import(person, { noticeKey, action, text, reading: { ...read, remarks: [...read.remarks, ...remarks] }, file, commandKey });
  if (outcome.kind === "imported") answeredAt(reply, "import.after-answer");
  if (outcome.kind === "imported") return reply.code(201).header("cache-control", "no-store").type("application/json; charset=utf-8").send(JSON.stringify({ id: outcome.id }));
  if (outcome.reason === "draft-open") return refused(httpProblem(409, { field: "noticeKey", ...DRAFT_OPEN, facts: { draft: outcome.draftId } }));
  if (outcome.reason === "file") return refused(httpProblem(422, { field: "file", problem: outcome.problem, remedy: outcome.remedy }));
  return refused(httpProblem(409, { field: outcome.reason === "key-used" ? "commandKey" : "noticeKey", ...REFUSED_IMPORT[outcome.reason] }));
}

/** The words of a paste, a pasted page's source, or a file. */
async function textOf(pasted: string, file: { readonly bytes: Uint8Array; readonly fileName: string; readonly declaredType: string } | null): Promise<{ kind: "text"; text: string; encodingGuessed: boolean } | { kind: "refused"; reason: RefusalReason }> {
  if (file === null && !looksLikeHtml(pasted)) return { kind: "text", text: steadyText(pasted), encodingGuessed: false };
  const outcome = file === null ? await readDocument(Buffer.from(pasted), { declaredType: "text/html; charset=utf-8" }) : await readDocument(file.bytes, file);
  return outcome.kind === "refused" ? { kind: "refused", reason: outcome.reason } : { kind: "text", text: steadyText(outcome.text), encodingGuessed: outcome.encodingGuessed };
}

async function sendOriginal({ http, desk }: DeskRoutesOptions, person: string | null, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const id = draftId.safeParse(request.params);
  const original = person === null || !id.success ? null : await desk.original(person, id.data.id);
  if (original === null) return http.sendProblem(request, reply, 404);
  // Never shown in our own pages' name: a stored page must not run as ours.
  return reply.header("cache-control", "no-store").header("content-security-policy", "sandbox; default-src 'none'")
    .header("content-disposition", `attachment; filename="original"; filename*=UTF-8''${encodeURIComponent(original.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`)
    .type(original.mediaType).send(Buffer.from(original.bytes));
}

function refusalOf(reason: RefusalReason): Problem {
  const [zh, en] = [explainRefusal(reason, "zh-CN"), explainRefusal(reason, "en")];
  return httpProblem(STATUSES[reason] ?? 415, { field: "file", problem: { zh: zh.problem, en: en.problem }, remedy: { zh: zh.remedy, en: en.remedy } });
}

const STATUSES: Readonly<Partial<Record<RefusalReason, number>>> = {
  "empty": 422, "picture-only": 422, "damaged": 422, "text-garbled": 422, "encoding-unknown": 422, "encrypted": 422, "unsafe": 422, "too-costly": 422, "too-large": 413, "busy": 503,
};

const remark = (kind: Remark["kind"]): Remark => ({ kind, range: null, detail: "" });

const NO_TEXT = { problem: { zh: "没有文字", en: "There is no text" }, remedy: { zh: "粘贴通知的正文，或者选一个有文字的文件。", en: "Paste the text of the notice, or choose a file that holds text." } };
const KEY_TAKEN = { problem: { zh: "已经有一份通知用这个名字", en: "A notice already has this key" }, remedy: { zh: "换一个名字；如果是修改那份通知，选“修改已发布的通知”。", en: "Choose another key, or, to change that notice, import it as an amendment." } };
const DRAFT_OPEN = { problem: { zh: "这个名字的稿子已经有一份，还没签发", en: "A draft with this key is open" }, remedy: { zh: "打开那一份接着改；确实是另一份通知，就换一个名字。", en: "Open it and go on there, or, if this is another notice, choose another key." } };
const WITHDRAWN_ALREADY = { problem: { zh: "这份通知已经撤回", en: "The notice is withdrawn already" }, remedy: { zh: "不用再撤。", en: "There is nothing left to do." } };
const NO_SUCH_NOTICE = { problem: { zh: "没有这份已发布的通知", en: "There is no such released notice" }, remedy: { zh: "从列表里选一份。", en: "Choose one from the list." } };
const UNREADABLE = { problem: { zh: "现在用的这一版，这个程序读不了", en: "This program cannot read the version in force" }, remedy: { zh: "请系统管理员把程序升级到最新，或者查看日志。", en: "Ask the system's administrator to bring the program up to date, or to look into the log." } };
const KEY_USED_WORDS = { problem: KEY_USED.problem, remedy: KEY_USED.remedy };
const REFUSED_IMPORT = { "key-taken": KEY_TAKEN, "no-such-notice": NO_SUCH_NOTICE, "unreadable": UNREADABLE, "key-used": KEY_USED_WORDS };
const REFUSED_WITHDRAWAL = { "withdrawn-already": WITHDRAWN_ALREADY, "unreadable": UNREADABLE, "key-used": KEY_USED_WORDS };
const FIELD_WORDS: Readonly<Record<string, { problem: { zh: string; en: string }; remedy: { zh: string; en: string } }>> = {
  noticeKey: { problem: { zh: "通知的名字不合规则", en: "The notice's key has the wrong shape" }, remedy: { zh: "用小写英文字母、数字和连字符，字母开头，例如 cold-wave-2027。", en: "Use lower-case letters, digits and hyphens, beginning with a letter, such as cold-wave-2027." } },
  action: { problem: { zh: "没有说是新通知还是修改", en: "It does not say whether this is a new notice or an amendment" }, remedy: { zh: "选“新通知”或“修改已发布的通知”。", en: "Choose a new notice or an amendment." } },
};
