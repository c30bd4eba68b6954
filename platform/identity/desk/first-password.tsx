/** @jsxImportSource react */
import { DeskLogo, PageHead, Panel, useLanguage, useSession, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { Button } from "antd";
import type { ReactNode } from "react";
import { PasswordForm } from "./password-form.tsx";

/** A password that somebody else handed over opens nothing but this page. */
export function FirstPassword({ done }: { readonly done: () => void }): ReactNode {
  const say = useWords(words);
  const { session, signOut } = useSession();
  const { language, choose } = useLanguage();
  return (
    <>
      <header className="bar">
        <span className="brand"><DeskLogo /><b>{say.brand}</b></span><span className="space" />
        <button type="button" className="plain" lang={language === "en" ? "zh-CN" : "en"} onClick={() => { choose(language === "en" ? "zh-CN" : "en"); }}>{language === "en" ? "中文" : "English"}</button>
        <span>{session.name}</span><Button size="small" onClick={() => { void signOut(); }}>{say.signOut}</Button>
      </header>
      <main className="alone stack" id="page"><PageHead title={say.title} /><p>{say.why}</p><Panel title={say.panel}><PasswordForm done={done} /></Panel></main>
    </>
  );
}

const words = messages({
  title: { zh: "先换一个只有您知道的密码", en: "First, choose a password only you know" },
  why: { zh: "您现在用的是管理员给的一次性密码。换好以后才能打开工作台。", en: "You signed in with a one-time password from your administrator. The desk opens once you have changed it." },
  brand: { zh: "安心", en: "Anxin" },
  signOut: { zh: "退出", en: "Sign out" },
  panel: { zh: "换密码", en: "Change the password" },
});
