/** @jsxImportSource react */
import { useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import { useState, type ReactNode } from "react";
import type { CaseView } from "../desk-views.ts";

/** Files of a case. A picture is looked at where it stands, when somebody asks for it: every look is an entry of the audit. Anything else is fetched. */
export function CaseFiles({ district, number, files }: Pick<CaseView, "district" | "number" | "files">): ReactNode {
  return <ul className="stacked">{files.map((file) => <OneFile key={file.id} file={file} address={`/api/cases/${district}/${number}/files/${file.id}`} />)}</ul>;
}

function OneFile({ file: { name, mediaType }, address }: { readonly file: CaseView["files"][number]; readonly address: string }): ReactNode {
  const say = useWords(words);
  const [open, setOpen] = useState(false);
  const isPicture = mediaType.startsWith("image/");
  const kind = isPicture ? say.picture : mediaType === "application/pdf" ? "PDF" : mediaType.startsWith("text/") ? say.text : "Word";
  return (
    <li>
      <span className="row">
        <span lang="zh-CN" className="said">{name}</span><span className="quiet">{kind}</span>
        {isPicture ? <button type="button" className="as-link" aria-expanded={open} onClick={() => { setOpen(!open); }}>{open ? say.close : say.look}<span className="vh"> {name}</span></button> : null}
        <a href={address} download={name}>{say.fetch}<span className="vh"> {name}</span></a>
      </span>
      {open ? <img className="picture" src={address} alt={name} /> : null}
    </li>
  );
}

const words = messages({ picture: { zh: "图片", en: "Picture" }, text: { zh: "文本", en: "Text" }, look: { zh: "看图", en: "Look" }, close: { zh: "收起", en: "Close" }, fetch: { zh: "下载", en: "Download" } });
