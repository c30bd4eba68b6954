import type { Reading } from "#engines/reading";
import { inLanguage, messages } from "#platform/i18n";
import { ErrorSummary, errorTitle, href, Icon, MixedWords, Page, Telephone, type FieldError, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import { MissedLink, MissedOrders } from "./missed-orders.tsx";
import { Outline } from "./outline.tsx";
import { additionName, type ReadAddition } from "./read-addition.ts";
import { additionNumber, applyReadCorrections, type ReadCorrection } from "./read-correction.ts";
import { ReadingFacts } from "./reading-facts.tsx";
import { SourceText } from "./source-text.tsx";
import type { ReadRefusal } from "./stated-facts.ts";

type ResultProps = PageContext & {
  /** The text the ranges index; `steadyText` has been through it. */
  readonly text: string;
  /** As read, uncorrected. */
  readonly reading: Reading;
  readonly corrections: readonly ReadCorrection[];
  readonly additions: readonly ReadAddition[];
};

/**
 * What was read, beside the text it stands in, every order linked both ways and open to correction. The text travels in
 * the form, the server keeps nothing. This is the one page that may pass 30 KB: by the user's own text, which it carries
 * twice, and by one row of controls an order.
 */
export function ReadResultPage({ text, reading, corrections, additions, ...context }: ResultProps): VNode {
  const { view } = context;
  const { language } = view;
  const say = words(language);
  const { rows, refusals, reading: { obligations } } = applyReadCorrections(reading, text, corrections, additions);
  const errors = fieldErrors(refusals, reading, additions, language);
  const readable = !reading.remarks.some(({ kind }) => kind === "no-text" || kind === "not-chinese");
  return (
    <Page
      {...context}
      title={errors.length === 0 ? say.title : errorTitle(say.title, language)}
      crumbs={[{ label: say.home, path: "/" }, { label: say.tool, path: "/read" }]}
      scripts={["read"]}
    >
      <div class="doc"><h1>{say.title}</h1><p class="m">{say.count(obligations.length, obligations.filter(({ actors }) => actors.length === 0).length)}{rows.length === 0 ? null : <MissedLink language={language} />}</p></div>
      <div id="wrong"><ErrorSummary errors={errors} language={language} /></div>
      <div class="cols half reading">
        <ReadingFacts text={text} reading={reading} language={language} />
        <form id="duties" method="post" action={`${href("/read", view)}#duties`} enctype="multipart/form-data">
          {/* What the Enter key presses: the first button of a form, shown or not. */}
          <button hidden name="action" value="update">{say.update}</button>
          {rows.length === 0 ? <Nothing {...context} /> : <Outline {...{ text, reading, rows, refusals, view }} />}
          {readable ? <MissedOrders {...{ reading, additions, refusals, view }} /> : null}
          {rows.length === 0 ? null : <Buttons {...context} wrong={errors.length} />}
          <input type="hidden" name="text" value={text} />
        </form>
        <SourceText text={text} reading={reading} rows={rows} language={language} />
      </div>
    </Page>
  );
}

function Nothing({ view, site }: PageContext): VNode {
  const say = words(view.language);
  return (
    <div class="card">
      <h2>{say.nothing}</h2>
      <p>{view.language === "en" ? <MixedWords text={say.nothingWhy} /> : say.nothingWhy}</p>
      <p><a class="btn" href={href("/read", view)}>{say.again}</a></p>
      <p class="m">{say.help}<Telephone number={site.helpline.value} /></p>
    </div>
  );
}

/** Always in sight: an update does not come back to the top, so what could not be taken is told here too. */
function Buttons({ view, wrong }: PageContext & { readonly wrong: number }): VNode {
  const say = words(view.language);
  return (
    <>
      <div class="row bar-end noprint">{wrong === 0 ? null : <p class="err"><Icon name="must-not" /><a href="#wrong">{say.wrong(wrong)}</a></p>}
        <button class="btn" name="action" value="xlsx"><Icon name="download" />{say.table}</button>
        <button class="btn alt" name="action" value="update">{say.update}</button></div>
      <div class="row files noprint"><span class="s m">{say.other}</span>
        {(["docx", "csv", "ics"] as const).map((format) => <button class="btn alt" name="action" value={format}>{say[format]}</button>)}</div>
    </>
  );
}

/** What is refused, each leading to its own control. */
function fieldErrors(refusals: readonly ReadRefusal[], reading: Reading, additions: readonly ReadAddition[], language: PageContext["view"]["language"]): FieldError[] {
  return refusals.map(({ field, problem, remedy }) => {
    const addition = additions.find((each) => field === `q:${additionName(each)}`);
    const fieldId = addition === undefined ? `b-${reading.obligations.findIndex(({ id }) => field === `s:${id}`) + 1}` : `q-${additionNumber(reading, addition)}`;
    return { fieldId, problem: inLanguage(problem, language), remedy: inLanguage(remedy, language) };
  });
}

const words = messages({
  home: { zh: "首页", en: "Home" },
  tool: { zh: "读一份通知", en: "Read a notice" },
  title: { zh: "读出来的任务", en: "The duties found" },
  count: (count: number, unnamed: number) => (count === 0 ? { zh: "不保存。", en: "Nothing is stored. " } : {
    zh: `共 ${count} 件${unnamed === 0 ? "" : `，其中 ${unnamed} 件原文没有写明谁来做`}。点引文看它在文中的位置；不对的可以改，改好再下载。不保存。`,
    en: `${count === 1 ? "1 duty" : `${count} duties`}.${unnamed === 0 ? "" : ` For ${unnamed} of them the text does not state who acts.`} Follow a quote to its place in the text, correct what is wrong, then download. Nothing is stored. `,
  }),
  wrong: (count: number) => ({ zh: `有 ${count} 处没有改成，看是哪里`, en: count === 1 ? "1 change was not made: see which" : `${count} changes were not made: see which` }),
  nothing: { zh: "没有读到任务", en: "No duties were found" },
  nothingWhy: {
    zh: "文字里没有“要、应、不得、鼓励、须经批准”一类的话，或者这不是通知的正文。可以换一份，或检查有没有贴全。",
    en: "The text holds no words of order such as 要, 应, 不得, 鼓励 or 须经批准, or it is not the body of a notice. Try another, or check that all of it was pasted.",
  },
  again: { zh: "再读一份", en: "Read another" },
  help: { zh: "还是不行？打 ", en: "Still stuck? Call " },
  table: { zh: "下载任务表（Excel）", en: "Download the task table (Excel)" },
  update: { zh: "更新", en: "Update" },
  other: { zh: "也可以下载：", en: "Or as:" },
  docx: { zh: "Word", en: "Word" },
  csv: { zh: "CSV", en: "CSV" },
  ics: { zh: "日历", en: "Calendar" },
});
