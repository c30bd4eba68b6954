import { messages } from "#platform/i18n";
import { Card, Page, type PageContext } from "#platform/portal-ui";
import type { VNode } from "preact";

/** What is kept, where and what never is. Every sentence is a promise the code keeps. */
export function PrivacyPage(context: PageContext): VNode {
  const say = words(context.view.language);
  return (
    <Page {...context} title={say.title} crumbs={[{ label: say.home, path: "/" }]}>
      <div class="doc"><h1>{say.title}</h1><p class="lead">{say.lead}</p></div>
      <div class="narrow stack">
        <Card title={say.tool}><p>{say.toolText}</p></Card>
        <Card title={say.search}><p>{say.searchText}</p></Card>
        <Card title={say.travel}><p>{say.travelText}</p></Card>
        <Card title={say.requests}><p>{say.requestsText}</p></Card>
        <Card title={say.own}><p>{say.ownText}</p></Card>
        <Card title={say.kept}><p>{say.keptText}</p></Card>
        <Card title={say.cookies}><p>{say.cookiesText}</p></Card>
        <Card title={say.staff}><p>{say.staffText}</p></Card>
        <Card title={say.logs}><p>{say.logsText}</p></Card>
      </div>
    </Page>
  );
}

const words = messages({
  home: { zh: "首页", en: "Home" },
  title: { zh: "隐私说明", en: "Privacy" },
  lead: { zh: "看通知、查名单、用工具，都不用登录，不留姓名和电话。只有您自己要反映、申请时，才留下您写的。", en: "Reading notices, looking things up and using the tool needs no account, no name and no telephone number. Only when you report or apply for something is what you write kept." },
  tool: { zh: "“读一份通知”不保存内容", en: "The reading tool keeps nothing" },
  toolText: { zh: "您粘贴或上传的文字，服务器读完就把结果发还给您，不存下来。任务表也是当场生成。", en: "What you paste or upload is read by the server and sent straight back to you; it is not stored. Task tables are made on the spot." },
  search: { zh: "查通知不留记录", en: "Searches are not kept" },
  searchText: { zh: "您查的词只用来找条款，不存下来，也不进日志。", en: "What you search for is used to find clauses and nothing else; it is neither stored nor logged." },
  travel: { zh: "“能出行吗”不记名字，不保存", en: "“May I travel?” asks no name and keeps nothing" },
  travelText: { zh: "您填的地方、日子和情况写在答案的网址里，方便您收藏、转发；服务器算完就忘，不存下来，也不进日志。单位成批来问也一样。", en: "The places, days and facts you give are part of the answer's address, so that you can keep or send it; the server forgets them once it has answered, and they are neither stored nor logged. The same holds for employers who ask for many." },
  staff: { zh: "工作人员的账号", en: "Accounts of staff" },
  staffText: { zh: "只有工作台要登录。那里存姓名、登录名、单位和岗位，用一个 Cookie 认人；谁做过、看过什么都有记录。", en: "Only the desk of staff asks for a sign-in. It keeps name, login, body and posts, knows people by one cookie, and records who did and read what." },
  requests: { zh: "反映和申请：留什么，谁看得到", en: "Reports and applications: what is kept, and who sees it" },
  requestsText: { zh: "您写的内容、照片，还有您愿意留的姓名和电话，只给办这件事的人看：您选的那个地方的经办人，和市里的经办人；谁看过都有记录。进度凭受理号和查询码查，不写进网址。保存多久写在每张表下面，到期就删掉姓名、电话、您写的话和照片，只留下件数。", en: "What you write, your pictures, and the name and telephone number you choose to leave are seen by those who handle the matter alone: caseworkers of the place you chose, and of the city; every look is on record. How it stands is found by number and code, never by an address. How long it is kept stands under each form; then name, telephone, words and pictures are erased, and only the count stays." },
  own: { zh: "查自己的补助", en: "Looking up your own payments" },
  ownText: { zh: "您填的姓名和身份证号码只用来找您自己的那几条，不存下来，不进日志；查过一次会记一笔，不记是谁。名单里的身份证号码，服务器只存加了密的摘要和末四位。", en: "The name and identity number you give are used to find your own lines alone; they are neither stored nor logged. That a line was looked up is on record, not by whom. Of identity numbers in lists the server keeps a keyed digest and the last four signs." },
  kept: { zh: "收藏只在您的设备上", en: "What you keep stays on your device" },
  keptText: { zh: "收藏的条目存在这个浏览器里，不会发给我们。清除浏览器数据就没有了。", en: "The clauses you keep are stored in this browser and never sent to us. Clearing the browser's data removes them." },
  cookies: { zh: "没有 Cookie，没有追踪", en: "No cookies, no tracking" },
  cookiesText: { zh: "本站的公开页面不设 Cookie，不用统计和广告脚本，不从别的网站取任何东西。语言和字号写在网址里。", en: "The public pages set no cookies, use no analytics or advertising, and load nothing from other sites. Language and type size are part of the address." },
  logs: { zh: "服务器日志", en: "Server logs" },
  logsText: { zh: "只记请求的时间、编号、结果和用时，用来排除故障。不记网络地址、姓名、电话，也不记您写的内容。", en: "They hold the time, number, result and duration of a request, to find faults. They hold no network addresses, names or telephone numbers, and nothing you wrote." },
});
