import { AwsClient } from "aws4fetch";

/** An S3-compatible store: whole objects by name. Every call rejects when the store does not answer as it should. */
export type Bucket = {
  readonly put: (name: string, bytes: Uint8Array, mediaType: string) => Promise<void>;
  readonly get: (name: string) => Promise<Uint8Array>;
  readonly remove: (name: string) => Promise<void>;
  /** Names under a prefix, a page of at most a thousand. */
  readonly list: (prefix: string) => Promise<readonly string[]>;
};

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
    list: async (prefix) => {
      const xml = await (await ask(`${address("").replace(/\/$/u, "")}?list-type=2&prefix=${encodeURIComponent(prefix)}`, { method: "GET" })).text();
      return [...xml.matchAll(/<Key>([^<]+)<\/Key>/gu)].map((match) => match[1] ?? "");
    },
  };
}
