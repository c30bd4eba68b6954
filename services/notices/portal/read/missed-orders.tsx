import type { Reading } from "#engines/reading";
import { messages, type Language } from "#platform/i18n";
import type { View } from "#platform/portal-ui";
import type { VNode } from "preact";
import { ApplyButton, ParticularFields, StrengthField, WordsField } from "./duty-fields.tsx";
import { additionName, ADDITIONS_MAX, type ReadAddition } from "./read-addition.ts";
import { additionNumber } from "./read-correction.ts";
import type { ReadRefusal } from "./stated-facts.ts";

type MissedProps = {
  readonly reading: Reading;
  readonly additions: readonly ReadAddition[];
  readonly refusals: readonly ReadRefusal[];
  readonly view: View;
};

/** Where an officer adds what the reader missed: what was given and could not be placed, with the reason, then an empty one. */
export function MissedOrders({ reading, additions, refusals, view }: MissedProps): VNode {
  const say = words(view.language);
  const refused = additions.flatMap((addition) => {
    const refusal = refusals.find(({ field }) => field === `q:${additionName(addition)}`);
    return refusal === undefined ? [] : [{ addition, refusal }];
  });
  const empty: ReadAddition = { key: (additions.at(-1)?.key ?? 0) + 1, words: "", modality: "must", actors: [], approver: null, condition: null, exception: null, deadline: null, dropped: false };
  return (
    <section class="card noprint" id="missed">
      <h3>{say.title}</h3>
      <p class="m">{say.lead}</p>
      {refused.map(({ addition, refusal }) => <MissedOrder {...{ reading, addition, refusal, view }} />)}
      {additions.length < ADDITIONS_MAX && refused.length === 0 ? <MissedOrder addition={empty} refusal={undefined} {...{ reading, view }} /> : null}
    </section>
  );
}

type OneProps = Pick<MissedProps, "reading" | "view"> & { readonly addition: ReadAddition; readonly refusal: ReadRefusal | undefined };

/** The fields of one missed order. They stand where its row will, so that the way back to it leads here as long as it is refused. */
function MissedOrder({ reading, addition, refusal, view }: OneProps): VNode {
  const { language } = view;
  const say = words(language);
  const number = additionNumber(reading, addition);
  const name = additionName(addition);
  return (
    <div class="missed" id={`o-${number}`}>
      <WordsField {...{ number, name, refusal, language }} words={addition.words} />
      <div class="grid2"><StrengthField {...{ number, name, language }} chosen={addition.modality} /></div>
      <details open={saysMore(addition)}>
        <summary>{say.more}</summary>
        <div class="in"><div class="grid2"><ParticularFields {...{ number, name, language }} facts={addition} /></div></div>
      </details>
      <p><ApplyButton number={number} view={view}>{say.add}</ApplyButton></p>
    </div>
  );
}

function saysMore({ actors, approver, condition, exception, deadline }: ReadAddition): boolean {
  return actors.length > 0 || [approver, condition, exception, deadline].some((said) => said !== null);
}

/** The way to the missed orders from the top of the page. */
export function MissedLink({ language }: { readonly language: Language }): VNode {
  return <a href="#missed">{words(language).link}</a>;
}

const words = messages({
  title: { zh: "读漏了一件？", en: "Was a duty missed?" },
  link: { zh: "读漏了？在这里补", en: "Was one missed? Add it here" },
  lead: { zh: "把原文里的那句话粘进来，它就排到该在的那一条里，也进任务表。", en: "Paste its sentence. It takes its place among the duties of its clause, and in the task table." },
  more: { zh: "谁来做、谁批准、时限（可以不填）", en: "Who acts, who approves, by when (optional)" },
  add: { zh: "补上这一件", en: "Add this duty" },
});
