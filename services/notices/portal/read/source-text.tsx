import type { Leaf, Reading } from "#engines/reading";
import { messages, type Language } from "#platform/i18n";
import type { VNode } from "preact";
import { MarkedText, type Marking } from "../marked-text.tsx";
import type { ReadRow } from "./read-correction.ts";

type SourceProps = { readonly text: string; readonly reading: Reading; readonly rows: readonly ReadRow[]; readonly language: Language };

/** The whole text with its orders marked; beside the one that was asked for stands the way back to its row. What is no part of the notice stays, paler; its second copy is folded away. */
export function SourceText({ text, reading, rows, language }: SourceProps): VNode {
  const say = words(language);
  const markings = rows.filter(({ dropped }) => !dropped).map(({ number, shown: { ranges } }) => ({ number, ranges }));
  return (
    <section class="card src" tabindex={0} aria-labelledby="source">
      <h2 id="source">{say.heading}</h2>
      <div class="text" lang="zh-CN">{leavesOf(reading, text).map((leaf) => <LeafText {...{ text, leaf, markings, say }} />)}</div>
    </section>
  );
}

/** Without leaves (nothing was recognised) the whole text is one. */
function leavesOf({ leaves }: Reading, text: string): readonly Leaf[] {
  return leaves.length === 0 ? [{ kind: "item", range: [0, text.length] }] : leaves;
}

type LeafProps = { readonly text: string; readonly leaf: Leaf; readonly markings: readonly Marking[]; readonly say: ReturnType<typeof words> };

function LeafText({ text, leaf: { kind, range }, markings, say }: LeafProps): VNode {
  const [start, end] = range;
  if (kind === "repeated-body") return <details><summary lang={say.language}>{say.repeated}</summary><div class="in aside">{text.slice(start, end)}</div></details>;
  if (kind === "furniture") return <span class="aside">{text.slice(start, end)}</span>;
  const own = markings.filter(({ ranges }) => ranges.some(([from, to]) => from < end && to > start));
  return <MarkedText text={text} range={range} markings={own} before={(number) => <a class="back" lang={say.language} href={`#o-${number}`}>{say.back}</a>} />;
}

const words = messages({
  heading: { zh: "原来的文字", en: "The text as given" },
  repeated: { zh: "正文第二遍（没有读）", en: "Second copy of the body (not read)" },
  back: { zh: "↑ 回到这一件", en: "↑ Back to the duty" },
  language: { zh: "zh-CN", en: "en" },
});
