import { inLanguage, messages, minuteInWords, numberInWords, type Language } from "#platform/i18n";
import { ChineseWords, Facts, href, Icon, MixedWords, Note, Telephone, type Site, type View } from "#platform/portal-ui";
import type { ComponentChildren, VNode } from "preact";
import type { OpenState, PlaceEntry, RegisterPageView } from "../portal-views.ts";
import { momentNear, neverCloses, OpenChip } from "./open-chip.tsx";
import { mapAddress, registerPath } from "./register-paths.ts";

type PlacesProps = Pick<RegisterPageView, "register" | "asked" | "districts" | "at" | "more"> & { readonly places: readonly PlaceEntry[]; readonly opensNext: PlaceEntry | null; readonly site: Site; readonly view: View };

/** Places as cards, those open now first and nearest first; those that are closed folded away when only open ones were asked for. */
export function Places({ register, places, asked, districts, at, opensNext, more, site, view }: PlacesProps): VNode {
  const { language } = view;
  const say = words(language);
  const district = districts.find(({ code }) => code === asked.district);
  const where = district === undefined ? say.city : inLanguage(district.name, language);
  const open = places.filter((each) => each.open.kind === "open");
  const others = places.filter((each) => each.open.kind !== "open");
  const [openShown, othersShown] = [open.slice(0, CARDS_MAX), others.slice(0, Math.max(0, CARDS_MAX - open.length))];
  const card = (place: PlaceEntry): VNode => <PlaceCard place={place} at={at} language={language} />;
  return (
    <>
      {open.length === 0 ? <NoneOpen {...{ where, at, site, view }} next={soonest(places) ?? opensNext} all={asked.openNow && others.length === 0 ? `${registerPath(register)}?${new URLSearchParams({ district: asked.district, near: asked.near }).toString()}` : null} /> : <><h2>{say.openNow(where, open.length)}</h2>{openShown.map(card)}</>}
      {othersShown.length === 0 ? null : asked.openNow ? (
        <details><summary><b>{say.others(others.length)}</b></summary><div class="in"><ul class="list">{othersShown.map((place) => <li><b><ChineseWords>{place.name}</ChineseWords></b><p class="m num">{inLanguage(place.districtName, language)} · {openInWords(place.open, at, language)}</p>{place.telephone === null ? null : <p><Telephone number={place.telephone} /></p>}</li>)}</ul></div></details>
      ) : <><h2>{say.others(others.length)}</h2>{othersShown.map(card)}</>}
      {more || places.length > openShown.length + othersShown.length ? <p class="m">{say.more}</p> : null}
    </>
  );
}

/** So many that the page stays within 30 KB; those of one district are fewer. */
const CARDS_MAX = 80;

function PlaceCard({ place, at, language }: { readonly place: PlaceEntry; readonly at: string; readonly language: Language }): VNode {
  const say = words(language);
  const facts: [string, ComponentChildren][] = [
    [say.hours, <>{place.hours === null ? say.unknown : <ChineseWords><b>{place.hours}</b></ChineseWords>}{place.hours === null ? null : <p class="s m">{place.open.kind === "unknown" ? say.holiday : openInWords(place.open, at, language)}</p>}</>],
    [say.distance, place.kilometres === null ? null : <b>{say.kilometres(distance(place.kilometres, language))}</b>],
    ...place.facts.map(({ name, shown }): [string, ComponentChildren] => [inLanguage(name, language), <b><MixedWords text={inLanguage(shown, language)} /></b>]),
    [say.address, <><span class="m">{inLanguage(place.districtName, language)}</span> <ChineseWords>{place.address}</ChineseWords></>],
  ];
  return (
    <article class="card">
      <div class="row sp"><h3><ChineseWords>{place.name}</ChineseWords></h3><OpenChip open={place.open} at={at} language={language} /></div>
      <Facts facts={facts} />
      <p class="row noprint">
        {place.telephone === null ? null : <a class="btn alt" href={`tel:${place.telephone}`} aria-label={`${say.call} ${place.telephone}`}><Icon name="phone" />{say.call}</a>}
        <a class="btn alt" href={mapAddress(place)} rel="noreferrer"><Icon name="place" />{say.way}</a>
      </p>
      <p class="s m">{place.confirmedAt === null ? say.unconfirmed : (place.open.kind === "unknown" && place.hours === null ? say.listed : say.confirmed)(minuteInWords(new Date(place.confirmedAt), language), place.confirmedBy === null ? "" : inLanguage(place.confirmedBy, language))}{place.stale ? say.stale : null}</p>
    </article>
  );
}

/** Says what is empty and as of when, what opens next, and whom to call. */
function NoneOpen({ where, at, next, all, site, view }: { readonly where: string; readonly at: string; readonly next: PlaceEntry | null; /** The list with those that are closed, where they were left out. */ readonly all: string | null; readonly site: Site; readonly view: View }): VNode {
  const { language } = view;
  const say = words(language);
  return (
    <section class="card">
      <h2>{say.noneOpen(where)}</h2>
      <p>{say.now(minuteInWords(new Date(at), language))}{next !== null ? say.next : all === null ? say.noNext : null}</p>
      {next === null ? null : <Note><p><b><ChineseWords>{next.name}</ChineseWords></b></p><p class="num">{inLanguage(next.districtName, language)} · {openInWords(next.open, at, language)}</p>{next.telephone === null ? null : <p><Telephone number={next.telephone} /></p>}</Note>}
      {all === null ? null : <p class="noprint"><a class="btn alt" href={href(all, view)}>{say.all}</a></p>}
      <p class="m">{say.first}</p>
      <p><Telephone number={site.helpline.value} large /></p>
    </section>
  );
}

/** The closed one that opens first. */
function soonest(places: readonly PlaceEntry[]): PlaceEntry | null {
  const opening = ({ open }: PlaceEntry): string | null => (open.kind === "closed" ? open.opensAt : null);
  return places.filter((each) => opening(each) !== null).toSorted((one, other) => Date.parse(opening(one) ?? "") - Date.parse(opening(other) ?? ""))[0] ?? null;
}

function openInWords(open: OpenState, at: string, language: Language): string {
  const say = words(language);
  switch (open.kind) {
    case "open": return neverCloses(open) ? say.always : say.until(momentNear(open.until, at, language));
    case "closed": return open.opensAt === null ? say.closed : say.opens(momentNear(open.opensAt, at, language));
    case "unknown": return say.unknown;
    case "not-announced": return say.notAnnounced(open.year);
  }
}

/** One decimal below ten kilometres, none above. */
const distance = (kilometres: number, language: Language): string => (kilometres < 10 ? (Math.round(kilometres * 10) / 10).toFixed(1) : numberInWords(Math.round(kilometres), language));

const words = messages({
  city: { zh: "全市", en: "The whole city" }, openNow: (where: string, count: number) => ({ zh: `${where} · 现在开门 ${count} 处`, en: `${where}: ${count} open now` }),
  others: (count: number) => ({ zh: `现在没开门、时间没确认的 ${count} 处`, en: count === 1 ? "1 that is closed or of unknown hours" : `${count} that are closed or of unknown hours` }),
  more: { zh: "还有没列出来的，选一个地方再看。", en: "There are more: choose a district to see them." },
  hours: { zh: "时间", en: "Hours" }, distance: { zh: "距离", en: "Distance" }, address: { zh: "地址", en: "Address" }, kilometres: (count: string) => ({ zh: `${count} 公里`, en: `${count} km` }),
  unknown: { zh: "营业时间还没有确认，正在问；去之前先打电话", en: "Hours not confirmed yet; they are being asked. Call before you go" },
  holiday: { zh: "没有说法定节假日开不开，去之前先问", en: "Nothing is said of public holidays; ask before you go" },
  notAnnounced: (year: number) => ({ zh: `${year} 年放假安排还没公布，去之前先打电话`, en: `Days off of ${year} are not announced yet; call before you go` }),
  always: { zh: "昼夜都开", en: "open day and night" }, until: (moment: string) => ({ zh: `开到 ${moment}`, en: `open until ${moment}` }), opens: (moment: string) => ({ zh: `${moment} 开门`, en: `opens ${moment}` }), closed: { zh: "没开门，什么时候开还不知道", en: "closed; when it opens is not known" },
  call: { zh: "打电话", en: "Call" }, way: { zh: "怎么走", en: "The way (map)" },
  listed: (moment: string, by: string) => ({ zh: `${moment} ${by === "" ? "" : `由${by}`}登记。`, en: `Listed ${moment}${by === "" ? "" : ` by ${by}`}. ` }),
  confirmed: (moment: string, by: string) => ({ zh: `${moment} ${by === "" ? "" : `由${by}`}确认。`, en: `Confirmed ${moment}${by === "" ? "" : ` by ${by}`}. ` }), unconfirmed: { zh: "还没有人确认过。", en: "Nobody has confirmed it yet. " },
  stale: { zh: "过了该再确认的时间，去之前先打电话。", en: "It should have been confirmed again; call before you go." },
  noneOpen: (where: string) => ({ zh: `${where}现在没有开门的`, en: `${where}: none is open now` }), now: (moment: string) => ({ zh: `现在是 ${moment}。`, en: `It is ${moment}. ` }),
  next: { zh: "最早开门的是：", en: "The first to open:" }, noNext: { zh: "哪一处什么时候开门，现在还不知道。", en: "When one opens is not known yet." }, all: { zh: "看没开门的，几时开", en: "See those that are closed, and when they open" }, first: { zh: "先打电话问清楚，再出门。", en: "Call before you set out." },
});
