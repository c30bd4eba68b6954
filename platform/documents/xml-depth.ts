import { Tokenizer } from "htmlparser2";

/** How deep elements stand within elements at the deepest place of an XML text; counts tags, builds nothing. */
export function xmlDepth(xml: string): number {
  let depth = 0;
  let deepest = 0;
  const ignore = (): void => undefined;
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, {
    onopentagname: () => { deepest = Math.max(deepest, depth += 1); },
    onselfclosingtag: () => { depth -= 1; },
    onclosetag: () => { depth -= 1; },
    ontext: ignore, ontextentity: ignore, oncdata: ignore, oncomment: ignore, ondeclaration: ignore, onprocessinginstruction: ignore,
    onend: ignore, onopentagend: ignore, onattribname: ignore, onattribdata: ignore, onattribentity: ignore, onattribend: ignore,
  });
  tokenizer.write(xml);
  tokenizer.end();
  return deepest;
}
