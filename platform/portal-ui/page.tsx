import { inLanguage, messages } from "#platform/i18n";
import type { ComponentChildren, VNode } from "preact";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { FAVICON, Icon } from "./icon.tsx";
import type { PageContext } from "./page-context.ts";
import { STYLE } from "./style/index.ts";
import { href } from "./view.ts";

/** A page above the present one: its name and Chinese path. */
export type Crumb = { readonly label: string; readonly path: string };

type PageProps = PageContext & {
  readonly title: string;
  /** Pages above this one, nearest last. None on the home page. */
  readonly crumbs?: readonly Crumb[];
  /** Full-width head of the home page, with its `h1`. */
  readonly hero?: VNode;
  /** Names of enhancement scripts this page is better with. */
  readonly scripts?: readonly string[];
  /** It came back from a form and is at no address: its other size and language are not offered, because they would lose it. */
  readonly answersForm?: boolean;
  readonly children: ComponentChildren;
};

/** The shell of every portal page: one request, style inside, works without script. */
export function Page(props: PageProps): VNode {
  const { site, view, path, title, hero, answersForm = false } = props;
  const say = words(view.language);
  return (
    <html lang={view.language} class={view.elder ? "elder" : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{`${title} · ${say.brand}`}</title>
        <link rel="icon" href={FAVICON} />
        {/* A constant of ours, allowed by its hash in the content security policy; escaping would break its selectors. */}
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
        <Scripts {...props} />
      </head>
      <body>
        <a class="skip" href="#main">{say.skip}</a>
        <Header site={site} view={view} path={path} night={hero !== undefined} answersForm={answersForm} />
        <main id="main">
          <Alert {...props} />
          {hero}
          <div class="wrap">
            <Crumbs {...props} />
            {props.children}
          </div>
        </main>
        <Footer site={site} view={view} />
      </body>
    </html>
  );
}

function Scripts({ site, scripts = [] }: PageProps): VNode {
  const addresses = scripts.map((name) => site.scriptUrl(name)).filter((address) => address !== null);
  return <>{addresses.map((address) => <script type="module" src={address} />)}</>;
}

function Alert({ site: { alert }, view }: PageProps): VNode | null {
  if (alert === null) return null;
  return (
    <aside class="alert" aria-label={words(view.language).newest}>
      <a class="wrap" href={href(alert.path, view)}>
        <Icon name="warn" /><span>{inLanguage(alert.text, view.language)}</span><Icon name="forward" />
      </a>
    </aside>
  );
}

function Crumbs({ crumbs, view }: PageProps): VNode | null {
  if (crumbs === undefined || crumbs.length === 0) return null;
  return (
    <nav class="crumb" aria-label={words(view.language).where}>
      <Icon name="back" />
      {crumbs.map(({ label, path }) => <a href={href(path, view)}>{label}</a>)}
    </nav>
  );
}

const words = messages({
  brand: { zh: "安心", en: "Anxin" },
  skip: { zh: "跳到正文", en: "Skip to the text" },
  newest: { zh: "最新变动", en: "Latest change" },
  where: { zh: "您在这里", en: "You are here" },
});
