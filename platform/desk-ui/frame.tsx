/** @jsxImportSource react */
import { inLanguage, messages, dayInChina } from "#platform/i18n";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { NavLink } from "react-router";
import type { DeskPage } from "./desk-module.ts";
import { DeskIcon, DeskLogo } from "./icon.tsx";
import { useLanguage, useWords } from "./language.tsx";
import { wholeDayInWords } from "./moment.ts";
import { maySee, useSession } from "./session.tsx";

/** Navigation at the side, who and when above, the page below. Groups without a page the person may open are not there. */
export function Frame({ pages, drill, today, children }: { readonly pages: readonly DeskPage[]; readonly drill: boolean; readonly today: Date; readonly children: ReactNode }): ReactNode {
  const { session, signOut } = useSession();
  const { language, choose } = useLanguage();
  const say = useWords(words);
  const [open, setOpen] = useState(false);
  const seen = pages.flatMap((page) => (page.navigation !== null && maySee(session, page) ? [{ path: page.path, ...page.navigation }] : []));
  const groups = Map.groupBy(seen, ({ group }) => inLanguage(group, language));
  const body = session.posts[0]?.bodyName;
  return (
    <div className="shell">
      <a className="skip" href="#page">{say.skip}</a>
      <nav className={open ? "side open" : "side"} aria-label={say.navigation}>
        <div className="brand"><DeskLogo /><b>{say.brand}</b><button type="button" className="fold" aria-expanded={open} onClick={() => { setOpen(!open); }}>{say.menu}</button></div>
        <div className="entries">
          {[...groups].map(([group, entries]) => (
            <div key={group}>
              <p className="group">{group}</p>
              {entries.map(({ path, name, icon }) => <NavLink key={path} to={path} onClick={() => { setOpen(false); }}><DeskIcon name={icon} /><span>{inLanguage(name, language)}</span></NavLink>)}
            </div>
          ))}
        </div>
      </nav>
      <div className="work">
        <header><div className="bar">
          <span className="unit">{body === undefined ? say.noPost : inLanguage(body, language)}</span><Today today={today} drill={drill} />
          <span className="space" />
          <button type="button" className="plain" lang={language === "en" ? "zh-CN" : "en"} onClick={() => { choose(language === "en" ? "zh-CN" : "en"); }}>{language === "en" ? "中文" : "English"}</button>
          <NavLink className="who" to="/account"><span className="face" aria-hidden="true">{session.name.slice(0, 1)}</span>{session.name}</NavLink>
          <Button size="small" onClick={() => { void signOut(); }}>{say.signOut}</Button>
        </div>{drill ? <p className="drill"><b>{say.drill}</b>{say.drillMeans}</p> : null}</header>
        <main id="page" tabIndex={-1}>{children}</main>
        <footer className="foot"><a href={language === "en" ? "/en" : "/"}>{say.portal}</a><a href={language === "en" ? "/en/api" : "/api"}>{say.interface}</a></footer>
      </div>
    </div>
  );
}

/** A drill has a day of its own: both are named where they differ, so that nobody takes one for the other. */
function Today({ today, drill }: { readonly today: Date; readonly drill: boolean }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const now = new Date();
  if (!drill) return <span className="quiet">{wholeDayInWords(today, language)}</span>;
  return <span className="quiet">{say.drillDay} {wholeDayInWords(today, language)}{dayInChina(now) === dayInChina(today) ? null : <>{" · "}{say.realDay} {wholeDayInWords(now, language)}</>}</span>;
}

const words = messages({
  skip: { zh: "跳到正文", en: "Skip to the page" },
  navigation: { zh: "工作台", en: "Desk" },
  brand: { zh: "安心", en: "Anxin" },
  menu: { zh: "菜单", en: "Menu" },
  noPost: { zh: "还没有岗位", en: "No post yet" },
  signOut: { zh: "退出", en: "Sign out" },
  portal: { zh: "群众看到的首页", en: "What residents see" },
  interface: { zh: "接口说明", en: "Interface" },
  drillDay: { zh: "演练日期", en: "Drill date:" }, realDay: { zh: "实际日期", en: "Real date:" },
  drill: { zh: "演练：", en: "Drill: " },
  drillMeans: { zh: "这里签发的都标明演练，不是真实通知", en: "what is released here is marked as a drill and is no real notice" },
});
