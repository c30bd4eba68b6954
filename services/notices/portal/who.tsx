import type { Obligation } from "#engines/reading";
import { messages, type Language } from "#platform/i18n";
import { ChineseWords, Facts } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { DutyWords } from "../notice.ts";

type Props = {
  /** English names of who acts stand in a duty's plain words; a text just read has none. */
  readonly obligation: Obligation & { readonly plain?: DutyWords | null };
  /** All of them acting by inference are named once, at the foot, not in every line. Empty: always name the actors. */
  readonly addressees: readonly string[];
  readonly language: Language;
};

/** Who acts: in English by the names given for it, otherwise in the notice's words; an actor the sentence does not name is marked as inferred. Null when nobody is known. */
export function Who({ obligation, addressees, language }: Props): VNode | null {
  if (obligation.actors.length === 0) return null;
  const say = words(language);
  const names = obligation.plain?.actors;
  return (
    <>
      {isEveryAddressee(obligation, addressees) ? say.everyAddressee : language === "en" && names !== undefined ? english.format(names) : <Quoted words={obligation.actors.join("、")} language={language} />}
      {obligation.actorsInferred ? <span class="nb">{say.inferred}</span> : null}
    </>
  );
}

/** Words of the notice; on an English page it is said that they are Chinese. */
function Quoted({ words: quoted, language }: { readonly words: string; readonly language: Language }): VNode {
  return <><ChineseWords>{quoted}</ChineseWords>{words(language).inChinese}</>;
}

const english = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Everything a duty depends on, in the notice's words. What the notice does not say is not shown; of who acts it can be said (`unnamed`). */
export function DutyFacts({ unnamed, ...props }: Props & { readonly unnamed?: string }): VNode {
  const { obligation, language } = props;
  const say = words(language);
  const quoted = (value: string | null) => (value === null ? null : <Quoted words={value} language={language} />);
  return (
    <Facts
      facts={[
        [say.who, obligation.actors.length > 0 ? <Who {...props} /> : unnamed === undefined ? null : <span class="m">{unnamed}</span>],
        [say.approver, quoted(obligation.approver)],
        [say.condition, quoted(obligation.condition)],
        [say.exception, quoted(obligation.exception)],
        [say.deadline, quoted(obligation.deadline)],
      ]}
    />
  );
}

type NoteProps = Omit<Props, "obligation"> & { readonly obligations: readonly Obligation[] };

/** What the mark of inference means, and who the addressees are where a line stands for all of them. Null when no line needs it. */
export function InferredNote({ obligations, addressees, language }: NoteProps): VNode | null {
  const say = words(language);
  if (!obligations.some(({ actors, actorsInferred }) => actorsInferred && actors.length > 0)) return null;
  const listed = obligations.some((obligation) => isEveryAddressee(obligation, addressees));
  return (
    <p class="s m">
      {say.explained}{listed ? <>{say.addressees}<ChineseWords>{addressees.join("、")}</ChineseWords>{say.stop}</> : null}
    </p>
  );
}

function isEveryAddressee({ actors, actorsInferred }: Obligation, addressees: readonly string[]): boolean {
  return actorsInferred && addressees.length > 1 && actors.length === addressees.length && actors.every((actor) => addressees.includes(actor));
}

const words = messages({
  who: { zh: "谁来做", en: "Who acts" },
  approver: { zh: "谁来批", en: "Approver" },
  condition: { zh: "条件", en: "Condition" },
  exception: { zh: "例外", en: "Exception" },
  deadline: { zh: "时限", en: "Deadline" },
  everyAddressee: { zh: "通知的收件单位", en: "all addressees of the notice" },
  addressees: { zh: "通知的收件单位是：", en: " The addressees are, in Chinese: " },
  stop: { zh: "。", en: "." },
  inChinese: { zh: "", en: " (in Chinese)" },
  inferred: { zh: "「推断」", en: " (inferred)" },
  explained: {
    zh: "「推断」：这句话没有写明谁来做，是按上文或通知的收件单位推断的。",
    en: "Inferred: the sentence does not say who acts; it is taken from the words before it or from the addressees.",
  },
});
