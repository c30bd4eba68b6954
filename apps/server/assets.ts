import { everybody } from "#platform/http";
import { makeRepresentation, sendRepresentation, type Representation, type Route } from "#platform/http/server";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** The bundled scripts of the pages, held in memory. */
export type Assets = { readonly scriptUrl: (name: string) => string | null; readonly routes: (notFound: Route["handler"]) => readonly Route[] };

/**
 * Reads the scripts that the build left in `folder`, by its `manifest.json` (name → file name). File names carry a hash of their content, so
 * browsers may keep them for ever. Without a build there are none, and pages do without.
 */
export async function loadAssets(folder: string): Promise<Assets> {
  const names = await readManifest(join(folder, "manifest.json"));
  const files = new Map<string, Representation>();
  for (const fileName of Object.values(names)) {
    files.set(fileName, await makeRepresentation(await readFile(join(folder, fileName)), {
      "content-type": "text/javascript; charset=utf-8", "cache-control": "public, max-age=31536000, immutable",
    }));
  }
  return {
    scriptUrl: (name) => {
      const fileName = names[name];
      return fileName === undefined ? null : `/assets/${fileName}`;
    },
    routes: (notFound) => [{
      method: "GET", url: "/assets/:file", access: everybody("scripts of the pages"),
      handler: (request, reply) => {
        const found = files.get((request.params as { readonly file: string }).file);
        return found === undefined ? notFound(request, reply) : sendRepresentation(request, reply, found);
      },
    }],
  };
}

const manifest = z.record(z.string(), z.string().regex(/^[\w.-]+\.js$/));

async function readManifest(file: string): Promise<Readonly<Record<string, string>>> {
  try {
    return manifest.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
}
