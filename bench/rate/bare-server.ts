import { createServer } from "node:http";

/** The practical limit: node:http answering every request with the same bytes and the headers they need, and nothing else. */
process.once("message", (reply: { readonly body: string; readonly headers: Record<string, string> }) => {
  const body = Buffer.from(reply.body, "base64");
  const server = createServer((_, response) => {
    response.writeHead(200, { ...reply.headers, "content-length": body.length });
    response.end(body);
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    process.send?.(typeof address === "object" && address !== null ? address.port : 0);
  });
});
