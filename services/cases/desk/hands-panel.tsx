/** @jsxImportSource react */
import { Panel, useSession, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import type { CaseView } from "../desk-views.ts";
import { CommandProblem } from "./command-problem.tsx";
import { useCaseCommand, type WhenChanged } from "./use-case-command.ts";

/** In whose hands it is: taken, given to a colleague, or put back for everybody. */
export function HandsPanel({ view, whenChanged }: { readonly view: CaseView; readonly whenChanged: WhenChanged }): ReactNode {
  const say = useWords(words);
  const { session } = useSession();
  const [person, setPerson] = useState("");
  const { busy, error, setError, send } = useCaseCommand(view, whenChanged);
  const mine = view.assignee === session.personId;
  const others = view.colleagues.filter(({ id }) => id !== view.assignee && id !== session.personId);
  const inHands = view.assignee === null ? unheld(view, say) : mine ? say.mine : say.theirs(view.names[view.assignee] ?? view.assignee);
  const assign = (to: string | null, told: string): void => { send("assign", { person: to }, told, () => { setPerson(""); }); };
  return (
    <Panel title={say.title}>
      <CommandProblem error={error} form="hands-" forget={() => { setError(null); }} />
      <p>{inHands}</p>
      {view.may.assign ? (
        <>
          <p className="row after">{mine ? null : <Button loading={busy} onClick={() => { assign(session.personId, say.taken); }}>{say.take}</Button>}{view.assignee === null ? null : <Button loading={busy} onClick={() => { assign(null, say.putBack); }}>{say.back}</Button>}</p>
          {others.length === 0 ? null : (
            <form className="after" onSubmit={(event) => { event.preventDefault(); const to = others.find(({ id }) => id === person); if (to === undefined) document.getElementById("hands-person")?.focus(); else assign(to.id, say.given(to.name)); }}>
              <div className="field asked"><label htmlFor="hands-person">{say.colleague}</label><select id="hands-person" className="native" value={person} onChange={(event) => { setPerson(event.target.value); }}><option value="">{say.choose}</option>{others.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select></div>
              <Button htmlType="submit" loading={busy}>{say.give}</Button>
            </form>
          )}
        </>
      ) : null}
    </Panel>
  );
}

/** Whose it is while nobody has it in hand. */
function unheld({ owners: { kind, people }, names }: CaseView, say: ReturnType<typeof words>): string {
  if (kind === "applicant") return say.waits;
  if (kind === "city") return say.city;
  return people.length === 0 ? say.closed : say.nobody(people.map((id) => names[id] ?? id));
}

const NAMED_MAX = 5;

const words = messages({
  title: { zh: "谁在办", en: "In whose hands" }, nobody: (names: readonly string[]) => ({ zh: `还没有人领，应由${names.slice(0, NAMED_MAX).join("、")}${names.length > NAMED_MAX ? "等人" : ""}办。`, en: `Nobody has taken it; it is for ${names.slice(0, NAMED_MAX).join(", ")}${names.length > NAMED_MAX ? " and others" : ""}.` }), waits: { zh: "在等申请人。", en: "It waits for the applicant." }, city: { zh: "本地没有人能办，由市里指定人。", en: "Nobody of the district can handle it; the city appoints somebody." }, closed: { zh: "没有要办的了。", en: "There is nothing left to do." }, mine: { zh: "在您手里。", en: "It is in your hands." }, theirs: (name: string) => ({ zh: `${name}在办。`, en: `It is in the hands of ${name}.` }),
  take: { zh: "我来办", en: "Take it" }, back: { zh: "放回去", en: "Put it back" }, colleague: { zh: "交给同事", en: "Give it to a colleague" }, choose: { zh: "请选择", en: "Choose one" }, give: { zh: "交办", en: "Give" },
  taken: { zh: "这件归您办了", en: "It is in your hands now" }, putBack: { zh: "放回去了，谁都可以领", en: "Put back: anybody can take it" }, given: (name: string) => ({ zh: `交给${name}了`, en: `Given to ${name}` }),
});
