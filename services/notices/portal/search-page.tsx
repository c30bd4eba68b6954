import { inLanguage, messages, type LocalText } from "#platform/i18n";
import { href, MixedWords, Page, Telephone, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";

/** What a search found. `marked` is a stretch around the first hit, the hits in it apart. */
export type SearchAnswer = {
  readonly query: string;
  readonly hits: readonly { readonly path: string; readonly title: LocalText; readonly notice: LocalText; readonly marked: readonly { readonly words: string; readonly hit: boolean }[] }[];
};

/** Search over all clauses of all notices; a plain form, so that an answer has an address. */
export function SearchPage({ found, ...context }: PageContext & { readonly found: SearchAnswer | null }): VNode {
  const { site, view } = context;
  const { language } = view;
  const say = words(language);
  return (
    <Page {...context} title={say.title} crumbs={[{ label: say.home, path: "/" }]}>
      <div class="doc"><h1>{say.title}</h1></div>
      <div class="narrow stack">
        <SearchForm view={view} query={found?.query ?? ""} />
        {found === null ? null : found.hits.length === 0 ? (
          <section class="card"><h2><MixedWords text={say.nothing(found.query)} /></h2><p>{say.nothingHelp}</p><p><Telephone number={site.helpline.value} large /></p></section>
        ) : (
          <section class="card">
            <h2>{say.count(found.hits.length)}</h2>
            <ul class="list">
              {found.hits.map((hit) => (
                <li>
                  <a class="go" href={href(hit.path, view)}>{inLanguage(hit.title, language)}</a>
                  <p class="m s">{inLanguage(hit.notice, language)}</p>
                  <p lang="zh-CN">{hit.marked.map(({ words: stretch, hit: isHit }) => (isHit ? <mark>{stretch}</mark> : stretch))}</p>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Page>
  );
}

/** The field alone, for other pages. */
export function SearchForm({ view, query }: { readonly view: PageContext["view"]; readonly query: string }): VNode {
  const say = words(view.language);
  return (
    <form class="search" role="search" action={href("/search", view)} method="get">
      <label for="q">{say.label}</label>
      <div><input id="q" name="q" type="search" value={query} maxlength={60} enterkeyhint="search" />{view.elder ? <input type="hidden" name="size" value="large" /> : null}<button class="btn" type="submit">{say.search}</button></div>
    </form>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" },
  title: { zh: "查通知", en: "Search the notices" },
  label: { zh: "想查什么？写两三个字就行，拼音也行", en: "What are you looking for? A word or two; pinyin works too" },
  search: { zh: "查", en: "Search" },
  count: (count: number) => ({ zh: `找到 ${count} 处`, en: count === 1 ? "1 place" : `${count} places` }),
  nothing: (query: string) => ({ zh: `没有找到“${query}”`, en: `Nothing found for ${query}` }),
  nothingHelp: { zh: "换个说法试试，比如“返乡”“补贴”“核酸”；或者打电话问。", en: "Try other words, or ask by telephone." },
});
