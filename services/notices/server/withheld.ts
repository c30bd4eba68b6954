import { httpProblem, type Problem } from "#platform/http";
import type { NoticeSnapshot } from "./snapshot.ts";

/** What is answered for a notice that is withheld, on every address of it; null when it is not. 503: it comes back once it is put right. */
export function withheldProblem({ withheld }: Pick<NoticeSnapshot, "withheld">, noticeKey: string): Problem | null {
  return withheld.includes(noticeKey) ? httpProblem(503, WORDS) : null;
}

const WORDS = {
  problem: { zh: "这份通知暂时不能看：存着的内容和签发时的对不上", en: "This notice cannot be shown for now: what is stored is not what was released" },
  remedy: { zh: "请打电话问；不要照别处转来的版本做。我们正在查。", en: "Ask by telephone, and do not go by copies from elsewhere. It is being looked into." },
};
