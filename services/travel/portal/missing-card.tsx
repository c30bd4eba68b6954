import { inLanguage, messages } from "#platform/i18n";
import { Card, href, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { AskedTrip, RuleText } from "../decision/index.ts";
import { placeOf } from "../risk-map/index.ts";
import type { TravelAnswer, TravelAnswers } from "../decision/index.ts";
import { Choices } from "./travel-form.tsx";
import { ANSWER_PATH, answerPath, queryOf } from "./travel-paths.ts";

type MissingProps = { readonly answer: Extract<TravelAnswer, { kind: "missing" }>; readonly asked: AskedTrip; readonly facts: RuleText["facts"]; readonly nameOf: TravelAnswers["nameOf"]; readonly shortNameOf: TravelAnswers["shortNameOf"]; readonly view: PageContext["view"] };

/** Asks for what is missing, one thing at a time: which part of a place, or a fact the rule asks. */
export function MissingCard({ answer, asked, facts, nameOf, shortNameOf, view }: MissingProps): VNode {
  const { language } = view;
  const say = words(language);
  const [first] = answer.missing;
  if (first.what === "fact") {
    const fact = facts[first.fact];
    return (
      <Card title={fact === undefined ? first.fact : inLanguage(fact.name, language)}>
        <ul class="list links">
          {Object.entries(fact?.values ?? {}).map(([value, called]) => <li><a href={href(answerPath({ ...asked, facts: { ...asked.facts, [first.fact]: value } }), view)}><span class="t">{inLanguage(called, language)}</span></a></li>)}
        </ul>
      </Card>
    );
  }
  const isOrigin = first.what === "origin";
  const place = isOrigin ? answer.trip.origin : answer.trip.destinations[first.destination];
  const isStop = !isOrigin && first.destination > 0;
  const names = first.candidates.slice(0, SHOWN).flatMap((area) => { const found = placeOf(area); return found === null ? [] : [nameOf(found)]; });
  const chosen = (name: string): AskedTrip => {
    if (isOrigin) return { ...asked, from: name, fromPart: "" };
    return isStop ? { ...asked, via: asked.via.map((stop, at) => (at === first.destination - 1 ? name : stop)) } : { ...asked, to: name };
  };
  const none: AskedTrip = isOrigin ? { ...asked, fromElsewhere: true } : isStop ? { ...asked, viaElsewhere: true } : { ...asked, toElsewhere: true };
  const [path, query] = [href(ANSWER_PATH, view), new URLSearchParams(queryOf(isOrigin ? { ...asked, fromPart: "" } : { ...asked, to: "" }))];
  return (
    <Card title={isOrigin ? say.origin(shortNameOf(answer.trip.origin)) : say.destination(place === undefined ? "" : shortNameOf(place))}>
      <p class="m">{say.why}</p>
      <Choices label={say.choose} names={names} pathOf={(name) => answerPath(chosen(name))} view={view} />
      {first.candidates.length > SHOWN ? <p class="m">{say.more(first.candidates.length - SHOWN)}</p> : null}
      {isStop ? null : (
        <form action={path} method="get">
          {view.elder ? <input type="hidden" name="size" value="large" /> : null}
          {[...query].map(([name, value]) => <input type="hidden" name={name} value={value} />)}
          <label for="part">{say.write}</label>
          <input id="part" name={isOrigin ? "fromPart" : "to"} value={isOrigin ? "" : place === undefined ? "" : nameOf(place)} maxlength={200} autocomplete="off" />
          <button class="btn alt">{say.ask}</button>
        </form>
      )}
      <p><a class="btn wide" href={href(answerPath(none), view)}>{say.none}</a></p>
    </Card>
  );
}

/** As many as somebody reads through. */
const SHOWN = 40;

const words = messages({
  origin: (place: string) => ({ zh: `您住在${place}的哪里？`, en: `Where in ${place} do you live?` }),
  destination: (place: string) => ({ zh: `去${place}的哪里？`, en: `Where in ${place} do you go?` }),
  why: { zh: "那里只有一部分地方在名单上，等级不一样。", en: "Only some of its places are on the list, at different levels." },
  choose: { zh: "名单上的地方：", en: "Places on the list:" },
  more: (count: number) => ({ zh: `还有 ${count} 个没有列出，请写出街道、乡镇。`, en: `${count} more are not shown; please write the township.` }),
  write: { zh: "或者写出街道、乡镇、小区", en: "Or write the township or estate" }, ask: { zh: "再问一次", en: "Ask again" },
  none: { zh: "都不是，不在这些地方", en: "None of these" },
});
