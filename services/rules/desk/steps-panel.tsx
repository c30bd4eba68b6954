/** @jsxImportSource react */
import { DiscardButton, Facts, Panel, ReleaseForm, requestJson, SendBackForm, useBusy, useLanguage, useSession, useWords } from "#platform/desk-ui";
import { dayInWords, messages, numberInWords } from "#platform/i18n";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { RuleView } from "../draft/index.ts";
import { useGrantFor, useRule } from "./use-rule.ts";

/** The way on: take back, discard; for the second officer what changes, the release, or the way back. */
export function StepsPanel({ released }: { readonly released: () => void }): ReactNode {
  const say = useWords(words);
  const { view, work } = useRule();
  const { draft } = view;
  const { session: { personId } } = useSession();
  const mayEdit = useGrantFor("rules.edit", draft.district);
  const mayRelease = useGrantFor("rules.release", draft.district);
  const path = `/api/rules/drafts/${draft.id}`;
  const [busy, run] = useBusy();
  const move = (action: "take-back" | "discard"): void => { run(() => work.act((revision) => requestJson<RuleView>(`${path}/${action}`, { method: "POST", body: { revision } }))); };
  if (draft.state === "released" || draft.state === "discarded") return <Panel title={say.check}><p>{draft.state === "discarded" ? say.discarded : say.official(draft.releasedVersion ?? 0)}</p></Panel>;
  return (
    <Panel title={draft.state === "draft" ? say.next : say.check}>
      {draft.state === "in-check" ? (
        <>
          <ReleaseFacts />
          {mayRelease && view.editors.includes(personId) ? <p className="quiet" data-testid="same-person">{say.same}</p> : null}
          {mayRelease ? <><ReleaseForm path={path} work={work} means={say.releaseMeans} name={say.release} released={released} /><SendBackForm path={path} work={work} /></> : <p className="quiet">{say.waits}</p>}
        </>
      ) : <p>{view.faults.length > 0 ? say.faultsFirst : say.ready}</p>}
      {mayEdit ? <p className="row" style={{ marginTop: 12 }}>{draft.state === "draft" ? null : <Button loading={busy} onClick={() => { move("take-back"); }}>{say.takeBack}</Button>}<DiscardButton busy={busy} discard={() => { move("discard"); }} /></p> : null}
    </Panel>
  );
}

function ReleaseFacts(): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { view: { editors, names, content, inForce, report, examples } } = useRule();
  const changed = inForce?.comparison.differences.reduce((sum, { cases }) => sum + cases, 0) ?? 0;
  return <Facts rows={[
    [say.by, editors.map((id) => names[id] ?? id).join(say.comma)], [say.rows, say.rowsOf(content.table.rules.length)], [say.from, dayInWords(content.effectiveFrom, language)], ...(content.effectiveTo === null ? [] : [[say.to, dayInWords(content.effectiveTo, language)] as const]),
    [say.changes, inForce === null ? say.firstVersion : changed === 0 ? say.noChange : say.changed(numberInWords(changed, language), numberInWords(inForce.comparison.cases, language), inForce.version)],
    [say.checked, say.checkedOf(numberInWords(report.cases, language), examples.length)], ...(content.approvals.length === 0 ? [] : [[say.approvals, content.approvals.map(({ row, document }) => `${row}: ${document}`).join(say.semicolon)] as const]),
  ]} />;
}

const words = messages({
  next: { zh: "下一步", en: "What next" }, check: { zh: "签发", en: "Release" },
  faultsFirst: { zh: "上面列出的都改好了，才能送签。", en: "Settle what is listed above, then hand it in." }, ready: { zh: "可以送签了，按右上角的“送签”。送签以后由另一位同事签发。", en: "It can be handed in, by the button at the top. Another officer releases it." },
  takeBack: { zh: "撤回来再改", en: "Take back to change it" },
  waits: { zh: "等有签发权限的同事签发。", en: "It waits for a colleague who may release." }, same: { zh: "您改过或送签了这份稿子，要由另一位同事签发。", en: "You changed this draft or handed it in, so a colleague must release it." },
  releaseMeans: { zh: "签发后从生效那天起照这张表答复群众，并且签上名，谁都能验证。", en: "From its first day on residents are answered by it; it is signed, so that anybody can verify it." }, release: { zh: "签发", en: "Release" },
  by: { zh: "谁改的", en: "Changed by" }, rows: { zh: "规则条数", en: "Rows" }, rowsOf: (count: number) => ({ zh: `${count} 条`, en: String(count) }), from: { zh: "从哪天起用", en: "In force from" }, to: { zh: "到哪天前为止", en: "Until before" },
  changes: { zh: "谁的结论变了", en: "Answers that change" }, firstVersion: { zh: "这是第一版", en: "This is the first version" }, noChange: { zh: "没有人的结论变", en: "None" }, changed: (changed: string, cases: string, version: number) => ({ zh: `和第 ${version} 版比，${cases} 种情况里变了 ${changed} 种`, en: `${changed} of ${cases} cases, against version ${version}` }),
  checked: { zh: "检查", en: "Checked" }, checkedOf: (cases: string, examples: number) => ({ zh: `${cases} 种情况，${examples} 个例子`, en: `${cases} cases and ${examples} examples` }), approvals: { zh: "批准文件", en: "Approvals" },
  discarded: { zh: "这份稿子已经作废。", en: "This draft was discarded." }, official: (version: number) => ({ zh: `已签发，是第 ${version} 版。`, en: `Released as version ${version}.` }), comma: { zh: "、", en: ", " }, semicolon: { zh: "；", en: "; " },
});
