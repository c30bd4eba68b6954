/** @jsxImportSource react */
import { PageHead, Panel, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import type { ReactNode } from "react";
import { PasswordForm } from "./password-form.tsx";

/** A password that somebody else handed over opens nothing but this page. */
export function FirstPassword({ done }: { readonly done: () => void }): ReactNode {
  const say = useWords(words);
  return <main className="alone stack"><PageHead title={say.title} /><p>{say.why}</p><Panel title={say.panel}><PasswordForm done={done} /></Panel></main>;
}

const words = messages({
  title: { zh: "先换一个只有您知道的密码", en: "First, choose a password only you know" },
  why: { zh: "您现在用的是管理员给的一次性密码。换好以后才能打开工作台。", en: "You signed in with a one-time password from your administrator. The desk opens once you have changed it." },
  panel: { zh: "换密码", en: "Change the password" },
});
