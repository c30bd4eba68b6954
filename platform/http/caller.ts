import type { Language } from "#platform/i18n";

/** The language to answer in: an `/en` address decides, then `Accept-Language`; Chinese when neither says. */
export function callerLanguage(path: string, acceptLanguage: string | undefined): Language {
  if (path === "/en" || /^\/en[/?]/.test(path)) return "en";
  const wishes = qualities(acceptLanguage ?? "");
  const quality = (prefix: string) => Math.max(0, ...wishes.filter(({ value }) => value.startsWith(prefix)).map((wish) => wish.quality));
  return quality("en") > quality("zh") ? "en" : "zh-CN";
}

/** Browsers name `text/html` when a person asks; programs say `*\/*`, JSON or nothing. */
export function wantsPage(accept: string | undefined): boolean {
  return qualities(accept ?? "").some(({ value, quality }) => quality > 0 && (value === "text/html" || value === "application/xhtml+xml"));
}

/** How an answer is compressed on its way. */
export type ContentCoding = "br" | "gzip" | "identity";

/** The best coding we hold that the caller takes. */
export function chooseCoding(acceptEncoding: string | undefined): ContentCoding {
  const taken = qualities(acceptEncoding ?? "").filter(({ quality }) => quality > 0).map(({ value }) => value);
  return taken.includes("br") ? "br" : taken.includes("gzip") ? "gzip" : "identity";
}

/** `a;q=0.5, b` as values in lower case with their quality. Headers beyond reason are cut. */
function qualities(header: string): { value: string; quality: number }[] {
  return header.slice(0, 1_000).split(",").map((part) => {
    const [value = "", ...parameters] = part.trim().toLowerCase().split(/\s*;\s*/);
    const quality = Number(parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? 1);
    return { value, quality: Number.isFinite(quality) ? quality : 0 };
  });
}
