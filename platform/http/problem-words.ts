import type { LocalText } from "#platform/i18n";

/** What happened and what to do now, in plain words. */
export type ProblemWords = { readonly problem: LocalText; readonly remedy: LocalText };

/** The words of an HTTP status; one not listed is told as 400 or 500. */
export function problemWords(status: number): ProblemWords {
  return WORDS[status] ?? (status >= 500 ? OUR_FAULT : NOT_UNDERSTOOD);
}

function words(problemZh: string, problemEn: string, remedyZh: string, remedyEn: string): ProblemWords {
  return { problem: { zh: problemZh, en: problemEn }, remedy: { zh: remedyZh, en: remedyEn } };
}

const NOT_UNDERSTOOD = words(
  "这个请求看不懂", "This request makes no sense to us",
  "回到上一页，检查填的内容，再试一次。", "Go back, check what you filled in and try again.");

const OUR_FAULT = words(
  "我们这边出了错", "Something went wrong on our side",
  "不是您的问题。过几分钟再试一次。", "It is not your fault. Try again in a few minutes.");

const WORDS: Readonly<Record<number, ProblemWords>> = {
  400: NOT_UNDERSTOOD,
  401: words("还没有登录，或者登录已经失效", "You are not signed in, or the sign-in has run out", "重新登录，再做一次。", "Sign in again and repeat it."),
  403: words("您的岗位不能做这件事", "Your post does not allow this", "需要的话，请管理员给您加上相应的岗位。", "If you need it, ask the administrator for the post that carries it."),
  404: words("没有这一页", "There is no such page", "核对一下网址，或者从首页重新找。", "Check the address, or start again from the home page."),
  405: words("这个地址不能这样用", "This address cannot be used in that way", "从首页打开，用页面上的按钮。", "Open it from the home page and use the buttons of the page."),
  408: words("等了太久，没有收全", "It took too long to arrive", "检查网络，再试一次。", "Check the connection and try again."),
  409: words("别人已经改过了", "Somebody else has changed it meanwhile", "您填的没有丢。看看别人的改动，再决定保存哪个。", "What you wrote is not lost. Look at the other change, then decide which to keep."),
  413: words(
    "文件太大，收不下", "The file is too large",
    "文件不超过 20 MB。可以把通知的正文复制出来，粘贴到框里再读。", "Keep the file under 20 MB, or copy the text of the notice and paste it into the box."),
  414: words("网址太长", "The address is too long", "核对一下网址，或者从首页重新找。", "Check the address, or start again from the home page."),
  415: words(
    "这样的内容读不了", "This kind of content cannot be read",
    "用页面上的表单提交，文件用 .txt、.html、.docx 或有文字的 .pdf。", "Send it with the form on the page, as .txt, .html, .docx or a .pdf that holds text."),
  422: words("填的内容有问题", "Something filled in is not right", "按每一处的提示改正，再提交。", "Put right what is pointed out and send it again."),
  428: words("没有说明改的是哪一版", "It does not say which state it changes", "重新打开这一页再改。", "Open the page again and make the change there."),
  429: words("请求太多了", "Too many requests", "等一分钟再试。", "Wait a minute and try again."),
  431: words("请求的头信息太长", "The headers of the request are too long", "清除本站的 Cookie，或换一个浏览器再试。", "Clear the cookies of this site, or try another browser."),
  500: OUR_FAULT,
  503: words("现在忙不过来，或者服务正在启动", "The service is busy or starting", "过一分钟再试一次。", "Try again in a minute."),
};
