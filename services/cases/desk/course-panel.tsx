/** @jsxImportSource react */
import { momentInWords, Panel, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages, minuteInWords } from "#platform/i18n";
import type { ReactNode } from "react";
import type { CaseView } from "../desk-views.ts";
import { CaseFiles } from "./case-files.tsx";

/** What happened to the case, and what it waits for. */
export function CoursePanel({ view }: { readonly view: CaseView }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  return (
    <Panel title={say.title}>
      <ol className="log">
        {view.timeline.map(({ seq, at, by, who, what, text, textPublic, answers, files }) => (
          <li key={seq}>
            <p>{inLanguage(what, language)}</p>
            <p className="quiet">{momentInWords(at, language)} · {by === "officer" ? who ?? say.officer : say[by]}</p>
            {answers.length === 0 ? null : <p>{answers.map(({ name, shown }) => `${inLanguage(name, language)}${say.colon}${inLanguage(shown, language)}`).join(say.between)}</p>}
            {text === null ? null : <><blockquote className="ground" lang="zh-CN">{text}</blockquote><p className="quiet">{by === "applicant" ? say.ownWords : textPublic ? say.seen : say.unseen}</p></>}
            {files.length === 0 ? null : <CaseFiles district={view.district} number={view.number} files={files} />}
          </li>
        ))}
        {view.final ? null : <li className="now"><p><b>{say.now(inLanguage(view.stateName, language))}</b></p>{view.dueAt === null ? null : <p className="quiet">{say.until(minuteInWords(new Date(view.dueAt), language))}</p>}</li>}
      </ol>
    </Panel>
  );
}

const words = messages({
  title: { zh: "经过", en: "Course" }, officer: { zh: "工作人员", en: "An officer" }, applicant: { zh: "申请人", en: "The applicant" }, clock: { zh: "系统", en: "The clock" }, colon: { zh: "：", en: ": " }, between: { zh: "；", en: "; " },
  seen: { zh: "申请人看得到这句话", en: "The applicant sees these words" }, unseen: { zh: "只有工作人员看得到", en: "Officers alone see this" }, ownWords: { zh: "申请人写的", en: "The applicant's own words" },
  now: (state: string) => ({ zh: `现在：${state}`, en: `Now: ${state}` }), until: (moment: string) => ({ zh: `${moment} 前`, en: `by ${moment}` }),
});
