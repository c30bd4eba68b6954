import type { Clock } from "#platform/clock";
import { everybody } from "#platform/http";
import type { LocalText } from "#platform/i18n";
import { makeRepresentation, representationCache, sendRepresentation, type Representation, type Route } from "#platform/http/server";
import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { z } from "zod";

const viteManifest = z.record(z.string(), z.object({ file: z.string(), isEntry: z.boolean().optional(), css: z.array(z.string()).optional() }));
const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml" };

/**
 * The desk: one page for every address below `/desk`, and the files the build made of it. The page holds nobody's data; what
 * it shows it asks for, and every such request is authorised. Without a build there is no desk. `services`: what the pack sets up beyond notices and rules.
 */
export async function deskPageRoutes(folder: string, clock: Clock, city: LocalText, services: readonly string[], notFound: Route["handler"]): Promise<readonly Route[]> {
  const manifest = await readManifest(join(folder, ".vite", "manifest.json"));
  const entry = manifest === null ? undefined : Object.values(manifest).find(({ isEntry }) => isEntry === true);
  if (entry === undefined) return [];
  const files = new Set((await readdir(join(folder, "assets"))).filter((name) => TYPES[extname(name)] !== undefined));
  // Compressed when first asked for: all of them at the start would take longer than everything else a start does.
  const made = representationCache(files.size + 1);
  const fileOf = (name: string): Promise<Representation | null> => made.get(name, async () =>
    makeRepresentation(await readFile(join(folder, "assets", name)), { "content-type": TYPES[extname(name)] ?? "", "cache-control": "public, max-age=31536000, immutable" }));
  const page: Route["handler"] = (_request, reply) => {
    const nonce = randomBytes(16).toString("base64");
    return reply.header("content-security-policy", policy(nonce)).header("cache-control", "no-store").type("text/html; charset=utf-8")
      .send(html({ script: entry.file, styles: entry.css ?? [], nonce, city, services, drill: clock.drill, now: clock.policyNow() }));
  };
  const access = everybody("an empty frame; what stands in it is asked for and authorised one by one");
  return [
    { method: "GET", url: "/desk/assets/:file", access: everybody("scripts and styles of the desk"), handler: async (request, reply) => {
      const { file } = request.params as { readonly file: string };
      const found = files.has(file) ? await fileOf(file) : null;
      return found === null ? notFound(request, reply) : sendRepresentation(request, reply, found);
    } },
    { method: "GET", url: "/desk", access, handler: page },
    { method: "GET", url: "/desk/*", access, handler: page },
  ];
}

/** antd writes its styles while it runs: let in by a nonce that is made for each answer. Scripts are our own files alone. */
function policy(nonce: string): string {
  return ["default-src 'none'", `style-src 'self' 'nonce-${nonce}'`, "script-src 'self'", "connect-src 'self'", "img-src 'self' data:", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"].join("; ");
}

function html({ script, styles, nonce, city, services, drill, now }: { script: string; styles: readonly string[]; nonce: string; city: LocalText; services: readonly string[]; drill: boolean; now: Date }): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<meta property="csp-nonce" nonce="${nonce}"><title>安心工作台</title><link rel="icon" href="data:,">
${styles.map((style) => `<link rel="stylesheet" href="/desk/${style}">`).join("")}<script type="module" src="/desk/${script}"></script></head>
<body><div id="desk" data-city-zh="${attribute(city.zh)}" data-city-en="${attribute(city.en)}" data-services="${services.join(" ")}" data-drill="${drill}" data-now="${now.toISOString()}"></div><noscript><p>工作台需要浏览器打开 JavaScript。群众看通知不需要：<a href="/">回首页</a>。</p><p lang="en">The desk needs JavaScript. Reading notices does not: <a href="/en">home page</a>.</p></noscript></body></html>`;
}

const attribute = (words: string): string => words.replaceAll("&", "&amp;").replaceAll("\"", "&quot;").replaceAll("<", "&lt;");

async function readManifest(file: string): Promise<z.output<typeof viteManifest> | null> {
  try {
    return viteManifest.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
