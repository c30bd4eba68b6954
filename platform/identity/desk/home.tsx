/** @jsxImportSource react */
import { PageHead, Panel, useLanguage, useSession, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { ROLE_FACTS } from "../roles.ts";

/** The desk's first page for people whose posts open no other: who they are here, and whom to ask. */
export function Home(): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const { session: { name, posts } } = useSession();
  return (
    <>
      <PageHead title={say.title(name)} />
      <Panel title={say.posts}>
        {posts.length === 0 ? <p>{say.noPosts}</p> : <><ul>{posts.map((post) => <li key={post.id}><b>{inLanguage(post.bodyName, language)} · {inLanguage(ROLE_FACTS[post.role].name, language)}</b></li>)}</ul><p>{say.nothing}</p></>}
        <p>{say.ask}</p>
        <p className="row"><Link to="/account">{say.account}</Link><a href={language === "en" ? "/en" : "/"}>{say.portal}</a></p>
      </Panel>
    </>
  );
}

const words = messages({
  title: (name: string) => ({ zh: `${name}，您好`, en: `Welcome, ${name}` }),
  posts: { zh: "您的岗位", en: "Your posts" },
  noPosts: { zh: "您现在还没有岗位，工作台上没有要您办的事。", en: "You hold no post yet, so nothing on the desk waits for you." },
  nothing: { zh: "这个岗位现在没有要在工作台上办的事：通知由市里编审和签发。", en: "At present nothing on the desk waits for this post: notices are reviewed and released by the city." },
  ask: { zh: "觉得不对，或者要办别的事，请找本单位的管理员加岗位。", en: "If that is not right, or you have other work here, ask your administrator for the post." },
  account: { zh: "我的账号和密码", en: "My account and password" },
  portal: { zh: "群众看到的通知", en: "The notices residents see" },
});
