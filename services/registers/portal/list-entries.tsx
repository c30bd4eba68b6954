import { inLanguage, messages, minuteInWords, type Language } from "#platform/i18n";
import { Chip, Facts, MixedWords } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { ListEntry, RegisterPageView } from "../portal-views.ts";

type ListProps = Pick<RegisterPageView, "asked" | "districts" | "more"> & { readonly list: readonly ListEntry[]; readonly language: Language };

/** Entries of a plain list, one below the other. */
export function ListEntries({ list, asked, districts, more, language }: ListProps): VNode {
  const say = words(language);
  const district = districts.find(({ code }) => code === asked.district);
  const where = district === undefined ? say.city : inLanguage(district.name, language);
  const isLong = more || list.length > ENTRIES_MAX;
  const listed = list.slice(0, ENTRIES_MAX);
  if (list.length === 0) return <section class="card"><h2>{say.none(where)}</h2><p class="m">{say.noneHelp}</p></section>;
  return (
    <>
      <h2>{say.count(where, listed.length, isLong)}</h2>
      <section class="card"><ul class="list">
        {listed.map((entry) => (
          <li>
            <div class="row sp"><h3><MixedWords text={entry.title} /></h3>{entry.flags.map((flag) => <Chip tone="warn" icon="warn">{inLanguage(flag, language)}</Chip>)}</div>
            <Facts facts={[[say.district, inLanguage(entry.districtName, language)], ...entry.facts.map(({ name, shown }): [string, VNode] => [inLanguage(name, language), <MixedWords text={inLanguage(shown, language)} />])]} />
            <p class="s m num">{say.recorded(minuteInWords(new Date(entry.recordedAt), language))}</p>
          </li>
        ))}
      </ul></section>
      {isLong ? <p class="m">{say.more}</p> : null}
    </>
  );
}

/** So many that the page stays within 30 KB. */
const ENTRIES_MAX = 200;

const words = messages({
  city: { zh: "全市", en: "The whole city" }, district: { zh: "地方", en: "District" },
  count: (where: string, count: number, more: boolean) => ({ zh: `${where} · ${more ? "前 " : ""}${count} 条`, en: `${where}: ${more ? "the first " : ""}${count}` }),
  none: (where: string) => ({ zh: `${where}还没有登记`, en: `${where}: nothing is recorded yet` }), noneHelp: { zh: "登记了就显示在这里。急着要问的，打电话。", en: "It is shown here once it is recorded. Call if it is urgent." },
  recorded: (moment: string) => ({ zh: `${moment} 登记`, en: `recorded ${moment}` }), more: { zh: "还有没列出来的，选一个地方再看。", en: "There are more: choose a district to see them." },
});
