import { dayInWords, inLanguage, messages } from "#platform/i18n";
import type { VNode } from "preact";
import { Icon, Logo } from "./icon.tsx";
import type { PageContext } from "./page-context.ts";
import { href } from "./view.ts";

/**
 * Where the words come from, the mark, large type and language; in a drill, the banner that says so. `answersForm`: what stands there came back from a form and is at no address,
 * so that a link to its other size or language would lose it.
 */
export function Header({ site, view, path, night, answersForm = false }: PageContext & { readonly night: boolean; readonly answersForm?: boolean }): VNode {
  const say = words(view.language);
  const other = { ...view, language: view.language === "en" ? "zh-CN" : "en" } as const;
  return (
    <header class={night ? "top night" : "top"}>
      {view.elder ? null : (
        <div class="official">
          <div class="wrap">{site.restated ? say.restated : say.notices}{" · "}<a href={href("/genuine", view)}>{say.check}</a></div>
        </div>
      )}
      <div class="wrap bar">
        <a class="brand" href={href("/", view)}>
          <Logo /><b>{say.brand}</b><span>{inLanguage(site.name, view.language)}</span>
        </a>
        {answersForm ? null : <nav class="tools" aria-label={say.display}>
          <a class="pill" href={href(path, { ...view, elder: !view.elder })}><Icon name="type" />{view.elder ? say.standard : say.large}</a>
          <a href={href(path, other)} lang={other.language} hreflang={other.language}>{view.language === "en" ? "中文" : view.elder ? "EN" : "English"}</a>
        </nav>}
      </div>
      {site.drill ? <p class="drill"><span class="wrap"><b>{say.drill}</b>{say.drillDay(dayInWords(site.today, view.language))}</span></p> : null}
    </header>
  );
}

const words = messages({
  brand: { zh: "安心", en: "Anxin" },
  restated: { zh: "公开通知的转述，不是原件", en: "A public notice, restated; not the original" },
  notices: { zh: "公开发布的通知", en: "Notices released to the public" },
  check: { zh: "怎样辨真假", en: "How to check" },
  display: { zh: "显示与语言", en: "Display and language" },
  large: { zh: "大字版", en: "Large type" },
  standard: { zh: "标准版", en: "Standard" },
  drill: { zh: "演练：", en: "Drill: " },
  drillDay: (day: string) => ({ zh: `现在按 ${day} 的情况运行，不是真实通知`, en: `running as of ${day}. This is not a real notice.` }),
});
