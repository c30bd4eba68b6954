import type { LocalText } from "#platform/i18n";
import { everybody } from "#platform/http";
import { describeInterface, type OpenApi, type Route } from "#platform/http/server";

type InterfaceRoutesOptions = {
  /** Every route there is; asked when somebody looks, as routes are declared one after the other. */
  readonly routes: () => readonly Route[];
  readonly name: LocalText;
  readonly version: string;
  readonly publicUrl: string;
  readonly cookieName: string;
  readonly page: (url: string, description: OpenApi) => string;
};

/** What programs may call, as OpenAPI 3.1 and as a page, in both languages. */
export function interfaceRoutes({ routes, name, version, publicUrl, cookieName, page }: InterfaceRoutesOptions): readonly Route[] {
  const describe = (language: "zh-CN" | "en") => describeInterface(routes(), { title: name, version, publicUrl, language, cookieName });
  return (["zh-CN", "en"] as const).flatMap((language): Route[] => {
    const prefix = language === "en" ? "/en" : "";
    return [
      {
        method: "GET", url: `${prefix}/api/openapi.json`, access: everybody("which addresses there are and who may call them"),
        handler: (_request, reply) => reply.type("application/vnd.oai.openapi+json;version=3.1; charset=utf-8").header("cache-control", "public, no-cache").header("access-control-allow-origin", "*").send(JSON.stringify(describe(language))),
      },
      {
        method: "GET", url: `${prefix}/api`, access: everybody("the same for people"),
        handler: (request, reply) => reply.type("text/html; charset=utf-8").header("content-language", language).header("cache-control", "public, no-cache").send(page(request.raw.url ?? `${prefix}/api`, describe(language))),
      },
    ];
  });
}
