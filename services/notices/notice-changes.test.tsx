import { renderPage } from "#platform/portal-ui";
import { describe, expect, test } from "vitest";
import { publicNotice } from "./draft/index.ts";
import { noticeChanges } from "./notice-changes.ts";
import type { Notice, NoticeObligation } from "./notice.ts";
import { exampleNotice } from "./portal/example-notice.ts";
import { exampleEdition, exampleSite as site } from "./portal/example-pages.tsx";
import { portalPages } from "./portal/index.ts";

const before = exampleNotice();
const after = (change: (notice: Notice) => Partial<Notice>): Notice => ({ ...before, version: before.version + 1, ...change(before) });
const withDuties = (change: (duties: readonly NoticeObligation[]) => readonly NoticeObligation[]): Notice =>
  after(({ clauses }) => ({ clauses: clauses.map((clause, index) => (index === 0 ? { ...clause, obligations: change(clause.obligations) } : clause)) }));
const first = (now: Notice, was: Notice = before) => noticeChanges(was, now).clauses[0];
const numbered = (duties: readonly NoticeObligation[]): readonly NoticeObligation[] => duties.map((duty, index) => ({ ...duty, key: `clause-0.duty-${index + 1}` }));

describe("a clause whose words are the same", () => {
  test("did not change", () => expect(first(after(() => ({})))).toMatchObject({ kind: "same", added: 0, removed: 0, changed: 0 }));
  test("is not called changed when only its plain words are others", () => {
    expect(first(after(({ clauses }) => ({ clauses: clauses.map((clause) => ({ ...clause, summary: { zh: "别的说明", en: "Other words" } })) })))?.kind).toBe("explained");
  });
  test("is read anew when other duties are found in it", () => expect(first(withDuties((duties) => duties.slice(1)))).toMatchObject({ kind: "reread", added: 0, removed: 1, changed: 0 }));
});

test("one duty lost and another come is told so, though numbers of the others move", () => {
  const was = withDuties(numbered);
  const now = withDuties((duties) => {
    const [one, two] = [duties[0], duties[1]];
    if (one === undefined || two === undefined) throw new Error("the example has duties");
    return numbered([two, { ...one, quote: "每天上报一次", ranges: [[0, 6]] }, ...duties.slice(2)]);
  });
  expect(first(now, was)).toMatchObject({ added: 1, removed: 1, changed: 0 });
});

describe("a clause that becomes hidden", () => {
  const hidden = publicNotice(after(({ clauses }) => ({ clauses: clauses.map((clause, index) => ({ ...clause, hidden: index === 1 })) })));
  const request = (language: "zh-CN" | "en", clause: string) => ({
    context: { site, view: { language, elder: false }, path: `/n/example/${clause}` }, notices: [hidden], editions: new Map([["example", [exampleEdition(hidden, 1), exampleEdition(publicNotice(before), 0)]]]), doors: [], params: { notice: "example", clause },
  } as const);
  const page = (pattern: string) => portalPages.find((each) => each.pattern === pattern);

  test("is told as such, and neither covered nor as deleted words", () => {
    const changes = noticeChanges(publicNotice(before), hidden);
    expect(changes.clauses.filter(({ kind }) => kind !== "same")).toMatchObject([{ key: "clause-1", kind: "hidden", removed: 0 }]);
    expect(changes.text.map(({ kind }) => kind)).toEqual(["same"]);
    const html = renderPage(page("/n/:notice/versions")?.render(request("zh-CN", "")) ?? <p />);
    expect(html).toContain("这一条改为不公开");
    expect(html).not.toMatch(/■|删去了|<del>|<ins>/u);
  });
  test("says at its address that it is no longer public, and is gone", () => {
    expect(page("/n/:notice/:clause")?.isGone?.(request("en", "clause-1"))).toBe(true);
    expect(renderPage(page("/n/:notice/:clause")?.render(request("en", "clause-1")) ?? <p />)).toContain("This clause is no longer public");
    expect(page("/n/:notice/:clause")?.isGone?.(request("en", "clause-0"))).toBe(false);
    expect(page("/n/:notice/:clause")?.render(request("en", "never-there"))).toBeNull();
  });
  test("is told at the desk, and comes back as public again", () => {
    const now = after(({ clauses }) => ({ clauses: clauses.map((clause, index) => ({ ...clause, hidden: index === 1 })) }));
    expect(noticeChanges(before, now).clauses[1]?.kind).toBe("hidden");
    expect(noticeChanges(hidden, publicNotice(before)).clauses[1]?.kind).toBe("shown");
  });
});
