/** @jsxImportSource react */
import { PageHead, Panel, ProblemAlert, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { useState, type ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import type { CaseTypesView } from "../desk-views.ts";
import { useCaseTypes } from "./case-types.ts";
import { ClauseOf } from "./clause-of.tsx";
import { NewForm } from "./new-form.tsx";
import { ReceiptPanel, type Receipt } from "./receipt-panel.tsx";

/** A case is opened for somebody who calls, comes or writes, or of the office's own. */
export function Page(): ReactNode {
  const say = useWords(words);
  const { data, error } = useCaseTypes();
  const [address, setAddress] = useSearchParams();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const chosen = data?.types.find(({ key }) => key === address.get("type"));
  return (
    <>
      <PageHead trail={<Link to="/cases">{say.back}</Link>} title={say.title} />
      <ProblemAlert error={error} />
      {receipt !== null ? <ReceiptPanel receipt={receipt} another={() => { setReceipt(null); setAddress({}); }} /> : data === undefined ? <p className="empty">{error === null ? say.loading : ""}</p> : (
        <>
          <ChooseType view={data} chosen={chosen?.key ?? ""} choose={(type) => { setAddress(type === "" ? {} : { type }, { replace: true }); }} />
          {chosen === undefined ? null : <NewForm key={chosen.key} type={chosen} view={data} done={setReceipt} />}
        </>
      )}
    </>
  );
}

function ChooseType({ view, chosen, choose }: { readonly view: CaseTypesView; readonly chosen: string; readonly choose: (type: string) => void }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const groups = (["report", "apply", "inner"] as const).map((group) => ({ group, types: view.types.filter((type) => type.group === group) })).filter(({ types }) => types.length > 0);
  const known = view.types.find(({ key }) => key === chosen);
  if (groups.length === 0) return <Panel title={say.type}><p className="empty">{say.none}</p></Panel>;
  return (
    <Panel title={say.type}>
      <div className="field asked"><label htmlFor="type">{say.which}</label>
        <select id="type" className="native" value={chosen} onChange={(event) => { choose(event.target.value); }}>
          <option value="">{say.choose}</option>
          {groups.map(({ group, types }) => <optgroup key={group} label={say[group]}>{types.map(({ key, name }) => <option key={key} value={key}>{inLanguage(name, language)}</option>)}</optgroup>)}
        </select>
      </div>
      <div role="status">{known === undefined ? <p className="quiet">{say.afterwards}</p> : <p>{inLanguage(known.about, language)} <ClauseOf notice={known.notice} clause={known.clause} /></p>}</div>
    </Panel>
  );
}

const words = messages({
  back: { zh: "我的待办", en: "My worklist" }, title: { zh: "新建", en: "New case" }, loading: { zh: "正在取……", en: "Loading…" }, none: { zh: "资料包里还没有能新建的种类。", en: "The pack has no type of case yet." },
  type: { zh: "办什么事", en: "What it is about" }, which: { zh: "种类", en: "Type" }, choose: { zh: "请选择", en: "Choose one" }, afterwards: { zh: "选好种类，下面就是要问的问题。", en: "Choose a type; its questions follow." },
  report: { zh: "群众反映", en: "Reports" }, apply: { zh: "申请", en: "Applications" }, inner: { zh: "机关内部", en: "Within offices" },
});
