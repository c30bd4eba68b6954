import { HEADS_FILE, type AuditProof } from "#platform/audit/server";
import type { LocalText } from "#platform/i18n";

/** What `anxin audit verify` proved, or what does not hold and what to do about it. */
export function proofInWords(proof: AuditProof): LocalText {
  if (proof.kind === "broken-link") {
    const { district, seq, what } = proof.link;
    const words = LINKS[what];
    return { zh: `断在 ${district} 的第 ${seq} 条：${words.zh}。`, en: `Broken at entry ${seq} of ${district}: ${words.en}.` };
  }
  if (proof.kind === "broken-root") {
    const { root } = proof;
    const words = ROOTS[root.what];
    const where = root.what === "head" ? { zh: `（${root.district} 第 ${root.seq} 条）`, en: ` (${root.district}, entry ${root.seq})` } : { zh: "", en: "" };
    return { zh: `${root.day} 的每日签名对不上：${words.zh}${where.zh}。`, en: `The signed root of ${root.day} does not fit: ${words.en}${where.en}.` };
  }
  const counted = { zh: `${proof.chains} 条链，${proof.entries} 条记录，${proof.roots} 个每日签名`, en: `${proof.chains} chains, ${proof.entries} entries, ${proof.roots} signed roots` };
  if (proof.kind === "broken-file") {
    const words = FILE[proof.fault.what];
    const line = "line" in proof.fault ? { zh: `第 ${proof.fault.line} 行`, en: `line ${proof.fault.line} ` } : { zh: "", en: "" };
    return { zh: `数据库里的都对得上（${counted.zh}），但是 ${HEADS_FILE} ${line.zh}${words.zh}。`, en: `What is in the database fits (${counted.en}), but ${HEADS_FILE}: ${line.en}${words.en}.` };
  }
  if (proof.outside === null) return { zh: `没有被改过：${counted.zh}。`, en: `Nothing was changed: ${counted.en}.` };
  const since = proof.outside.copied === 0 ? { zh: "", en: "" } : {
    zh: `\n数据库外面的记录从 ${proof.outside.at} 开始；更早的 ${proof.outside.copied} 个是那时从数据库抄来的。有更早的 ${HEADS_FILE} 副本，就用它再查一次。`,
    en: `\nRoots are written outside the database since ${proof.outside.at}; the ${proof.outside.copied} before that were copied from it then. If you hold an older copy of ${HEADS_FILE}, verify with that too.`,
  };
  return { zh: `没有被改过：${counted.zh}。${since.zh}`, en: `Nothing was changed: ${counted.en}.${since.en}` };
}

const LINKS = {
  missing: { zh: "这一条不见了", en: "the entry is missing" },
  "previous-hash": { zh: "它记的上一条和真正的上一条不同", en: "it names another entry before it than the one that is there" },
  hash: { zh: "内容被改过", en: "its content was changed" },
} as const;
const ROOTS = {
  signature: { zh: "签名无效", en: "its signature does not hold" },
  key: { zh: "签它的钥匙不是审计用的，或者外面的记录不认识", en: "the key that signed it is none for the audit, or none the file outside knows" },
  "not-outside": { zh: "外面的记录里没有它。启动服务器会补上；补不上，就不是我们签的", en: "it is not written outside the database. Starting the server writes it; if it stays out, it is not ours" },
  missing: { zh: "数据库里没有它，外面的记录里有", en: "it is written outside the database and missing inside" },
  "differs-outside": { zh: "数据库里的和外面记录的不同", en: "what is inside differs from what is written outside" },
  head: { zh: "链的末尾被截掉或重做过", en: "the end of a chain was cut off or made anew" },
} as const;
const FILE = {
  missing: { zh: "不在数据文件夹里。把副本放回去再查；没有副本，服务器下次启动会从现在开始重新记", en: "it is not in the data folder. Put a copy back and verify again; without one the server begins it anew at its next start" },
  torn: { zh: "没有写完（断电或磁盘满了）。服务器下次启动会补完", en: "was not written to its end (a power cut, a full disk). The server completes it at its next start" },
  unreadable: { zh: "不是我们写的。和副本比一比", en: "is none of ours. Compare it with a copy" },
  "no-beginning": { zh: "缺了开头。和副本比一比", en: "its beginning is missing. Compare it with a copy" },
} as const;
