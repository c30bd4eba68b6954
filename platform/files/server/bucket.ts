import { AwsClient } from "aws4fetch";

/** An S3-compatible store: whole objects by name. Every call rejects when the store does not answer as it should. */
export type Bucket = {
  readonly put: (name: string, bytes: Uint8Array, mediaType: string) => Promise<void>;
  readonly get: (name: string) => Promise<Uint8Array>;
  readonly remove: (name: string) => Promise<void>;
  /** All names under a prefix, page by page as the store gives them (a thousand at most). */
  readonly list: (prefix: string) => AsyncIterable<readonly string[]>;
};

/** What a file is called in a bucket. */
export const objectName = (district: string, id: string): string => `${district}/${id}`;

/** Where an S3-compatible store is and how to sign for it. */
export type BucketConfig = { readonly endpoint: string; readonly bucket: string; readonly region: string; readonly accessKeyId: string; readonly secretAccessKey: string };

/** The bucket at this address (path style, AWS Signature Version 4). */
export function s3Bucket({ endpoint, bucket, region, accessKeyId, secretAccessKey }: BucketConfig): Bucket {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 2 });
  const address = (name: string): string => `${endpoint.replace(/\/+$/u, "")}/${bucket}/${name.split("/").map(encodeURIComponent).join("/")}`;
  async function ask(url: string, init: RequestInit & { method: string }): Promise<Response> {
    const response = await client.fetch(url, { ...init, signal: AbortSignal.timeout(60_000) });
    if (!response.ok) throw new Error(`the file store answered ${response.status} to ${init.method}`);
    return response;
  }
  return {
    put: async (name, bytes, mediaType) => { await ask(address(name), { method: "PUT", body: Buffer.from(bytes), headers: { "content-type": mediaType } }); },
    get: async (name) => new Uint8Array(await (await ask(address(name), { method: "GET" })).arrayBuffer()),
    remove: async (name) => { await ask(address(name), { method: "DELETE" }); },
    list: async function* pages(prefix) {
      for (let token: string | null = ""; token !== null;) {
        const after: string = token === "" ? "" : `&continuation-token=${encodeURIComponent(token)}`;
        const xml: string = await (await ask(`${address("").replace(/\/$/u, "")}?list-type=2&prefix=${encodeURIComponent(prefix)}${after}`, { method: "GET" })).text();
        yield [...xml.matchAll(/<Key>([^<]+)<\/Key>/gu)].map((match) => unescaped(match[1] ?? ""));
        const next = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/u.exec(xml)?.[1] ?? null;
        token = /<IsTruncated>true<\/IsTruncated>/u.test(xml) && next !== null ? unescaped(next) : null;
      }
    },
  };
}

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" };
const unescaped = (xml: string): string => xml.replace(/&(?:lt|gt|quot|apos|amp);/gu, (entity) => ENTITIES[entity] ?? entity);
