import { inLanguage, messages } from "#platform/i18n";
import { Card, Chip, href, Icon, MixedWords, Note, type PageContext } from "#platform/portal-ui";
import { clauseLabel, clausePath, type Notice } from "#services/notices";
import type { VNode } from "preact";
import type { Voice } from "../decision/index.ts";
import { dutiesOf } from "./ground-duties.ts";
import { STRICTER_PATH } from "./travel-paths.ts";

type GroundProps = { readonly voices: readonly Voice[]; readonly notices: readonly Notice[]; readonly view: PageContext["view"] };

/** Who says so: the clause in plain words with its text behind it; the level above with its source; an addition of a district marked as one. */
export function GroundCard({ title, voices, notices, view }: GroundProps & { readonly title?: string }): VNode {
  const say = words(view.language);
  return <Card title={title ?? say.ground}>{voices.map((voice) => <Ground voice={voice} notices={notices} view={view} />)}</Card>;
}

/** What the other levels say of the same case. */
export function MilderCard({ voices, notices, view }: GroundProps): VNode {
  const say = words(view.language);
  return <details><summary><b>{say.milder}</b></summary><div class="in">{voices.map((voice) => <Ground voice={voice} notices={notices} view={view} />)}</div></details>;
}

function Ground({ voice, notices, view }: { readonly voice: Voice; readonly notices: readonly Notice[]; readonly view: PageContext["view"] }): VNode {
  const { language } = view;
  const say = words(language);
  const { authority, version, isAddition, document } = voice;
  const duties = dutiesOf(voice, notices);
  const reasons = language === "en" ? voice.reasons.en : voice.reasons.zh;
  return (
    <div class="ground">
      <h3>{inLanguage(authority.name, language)}{authority.source === null || authority.title.zh === authority.name.zh ? null : <span class="m s"> · {inLanguage(authority.title, language)}</span>}</h3>
      <p><b>{inLanguage(voice.name, language)}</b></p>
      {isAddition ? <p><Chip tone="warn" icon="warn">{say.addition}</Chip></p> : null}
      {isAddition && document !== null ? <p class="s m">{say.document}<span lang="zh-CN">{document}</span></p> : null}
      {duties.map(({ notice, clause, duty }) => (
        <Note>
          <p><b>{clauseLabel(clause.number, language)} · {inLanguage(clause.title, language)}</b></p>
          <p>{duty === null ? inLanguage(clause.summary, language) : duty.plain === null ? <span lang="zh-CN">{duty.quote}</span> : inLanguage(duty.plain, language)}</p>
          {duty === null ? null : <blockquote lang="zh-CN">{duty.quote}</blockquote>}
          <p class="noprint"><a class="go" href={href(clausePath(notice, clause), view)}>{notice.textKind === "restatement" ? say.readRestated : say.read}<Icon name="forward" /></a></p>
        </Note>
      ))}
      {duties.length > 0 ? null : reasons.map((reason) => <p>{language === "en" ? <MixedWords text={reason} /> : reason}</p>)}
      {authority.source === null ? null : <p class="s m">{say.source}{inLanguage(authority.source, language)}</p>}
      <p class="s m">{version === null ? null : say.version(version)}{isAddition ? <> · <a href={href(STRICTER_PATH, view)}>{say.stricter}</a></> : null}</p>
    </div>
  );
}

const words = messages({
  ground: { zh: "依据哪一条", en: "On what ground" }, milder: { zh: "各级还怎么说", en: "What the other levels say" },
  addition: { zh: "比上级更严", en: "Stricter than the level above" }, document: { zh: "批准文件：", en: "Approved by: " }, stricter: { zh: "看各地更严的规定", en: "See all stricter rules" },
  read: { zh: "看通知原文", en: "Read the notice" }, readRestated: { zh: "看通知（转述）", en: "Read the notice (restated)" },
  source: { zh: "出处：", en: "Source: " }, version: (version: number) => ({ zh: `规则第 ${version} 版`, en: `Rule version ${version}` }),
});
