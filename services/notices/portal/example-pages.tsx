import { ProblemPage, type PageContext, type Site, type View } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { NoticeEdition } from "../edition.ts";
import { exampleCity, exampleNotice } from "./example-notice.ts";
import { GoneClausePage } from "./gone-clause-page.tsx";
import { HomePage, noticeDoors, NoticePage, portalPages, ReadPage, ReadResultPage, SearchPage } from "./index.ts";

const notice = exampleNotice();

/** An install made by hand, in a drill. */
export const exampleSite: Site = {
  publicUrl: "https://anxin.example", name: { zh: "某市冬季服务", en: "Winter services of a city" }, ...exampleCity,
  bodies: notice, today: "2021-01-26", drill: true, restated: true, alert: null, scriptUrl: (name) => `/assets/${name}.0123.js`,
};

/** Both languages in both sizes. */
export const VIEWS: readonly View[] = (["zh-CN", "en"] as const).flatMap((language) => [{ language, elder: false }, { language, elder: true }]);

/** A version as it was released; `day` counts from the first. */
export function exampleEdition(shown: typeof notice, day: number): NoticeEdition {
  const at = new Date(Date.UTC(2027, 0, 25 + day)).toISOString();
  return { notice: shown, bytes: new Uint8Array(), release: { kind: "notice", key: shown.key, version: shown.version, action: day === 0 ? "release" : "amend", sha256: shown.textSha256, keyId: "2027-01", signature: "c2ln", drill: false, checkedBy: "a", releasedBy: "b", releasedAt: at, policyAt: at, editCount: 2, note: "" } };
}

/** Every kind of page of the service, by the path it stands at. */
export function everyPage(view: View, shown = notice): [name: string, path: string, page: VNode][] {
  const context = (path: string): PageContext => ({ site: exampleSite, view, path });
  const fetched = portalPages.map(({ pattern, render }): [string, string, VNode] => {
    const path = pattern.replace(":notice", "example").replace(":clause", "clause-0");
    const page = render({ context: context(path), notices: [shown], editions: new Map([["example", [exampleEdition(shown, 1), exampleEdition({ ...shown, version: shown.version - 1, text: shown.text.slice(0, -40) }, 0)]]]), doors: noticeDoors([shown]), params: { notice: "example", clause: "clause-0" } });
    if (page === null) throw new Error(`nothing at ${path}`);
    return [pattern, path, page];
  });
  const withdrawn = { ...shown, key: "ended", withdrawn: { reason: { zh: "天气好转。", en: "The weather has improved." } } };
  const refusal = { field: "text", problem: { zh: "还没有文字", en: "There is no text yet" }, remedy: { zh: "请粘贴。", en: "Paste it." } };
  const stated = { modality: "must", actors: [], approver: null, condition: null, exception: null, deadline: null, dropped: false } as const;
  const missed = [shown.reading.obligations[0]?.quote ?? "", "没有的话"].map((words, at) => ({ ...stated, key: at + 1, words }));
  return [
    ...fetched,
    ["found", "/search", <SearchPage {...context("/search")} found={{ query: "供暖", hits: [{ path: "/n/example/clause-0", title: shown.title.value, notice: shown.title.value, marked: [{ words: "保证", hit: false }, { words: "供暖", hit: true }] }] }} />],
    ["nothing found", "/search", <SearchPage {...context("/search")} found={{ query: "地震", hits: [] }} />],
    ["home with a withdrawn notice", "/", <HomePage {...context("/")} notices={[withdrawn, shown]} doors={noticeDoors([withdrawn, shown])} />],
    ["a clause no longer public", "/n/example/clause-0", <GoneClausePage {...context("/n/example/clause-0")} notice={shown} reason="hidden" />],
    ["withdrawn", "/n/example", <NoticePage {...context("/n/example")} notice={withdrawn} />],
    ["refused form", "/read", <ReadPage {...context("/read")} text={shown.text} refusals={[refusal]} />],
    ["result", "/read", <ReadResultPage {...context("/read")} text={shown.text} reading={shown.reading} corrections={[]} additions={[]} />],
    ["result with missed duties", "/read", <ReadResultPage {...context("/read")} text={shown.text} reading={{ ...shown.reading, obligations: shown.reading.obligations.slice(1) }} corrections={[]} additions={missed} />],
    ["no duties", "/read", <ReadResultPage {...context("/read")} text="无" reading={{ ...shown.reading, obligations: [], leaves: [] }} corrections={[]} additions={[]} />],
    ...[400, 404, 413, 415, 429, 500, 503].map((status): [string, string, VNode] => [String(status), "/nowhere", <ProblemPage {...context("/nowhere")} status={status} requestId="r-1" />]),
  ];
}
