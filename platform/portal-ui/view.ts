import type { Language } from "#platform/i18n";

/** How a resident reads the portal. It lives in the address alone: nothing is kept on the device or the server. */
export type View = { readonly language: Language; readonly elder: boolean };

/**
 * The address of a page in a view. `path` is the Chinese one, `/n/stay-put?x=1#qr`; English is the same path under
 * `/en`, large type is `size=large`. Every link and form action of the portal goes through here.
 */
export function href(path: string, view: View): string {
  const [, pathname = "/", query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(path) ?? [];
  const search = new URLSearchParams(query ?? "");
  if (view.elder) search.set("size", "large");
  return (view.language === "en" ? `/en${pathname}` : pathname)
    + (search.size > 0 ? `?${search}` : "")
    + (fragment === undefined ? "" : `#${fragment}`);
}

/** The reverse of `href`: which view an address asks for, and the Chinese path of the page (without query). */
export function readAddress(pathname: string, search: URLSearchParams): { readonly view: View; readonly path: string } {
  const english = pathname === "/en" || pathname.startsWith("/en/");
  return {
    view: { language: english ? "en" : "zh-CN", elder: search.get("size") === "large" },
    path: (english ? pathname.slice("/en".length) : pathname) || "/",
  };
}
