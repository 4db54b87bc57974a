import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

/**
 * The least a server can do for such a request: check the signature, say some JSON. No database, no
 * shopper. Its figure is what the machine gives at this moment. Prints its port.
 */
const [secret = "", bytes = "0"] = process.argv.slice(2);
const answer = {
  filler: Array.from({ length: Math.ceil(Number(bytes) / 24) }, (_, at) => ({ at, of: "filler" })),
};

const server = createServer((request, response) => {
  const url = request.url ?? "";
  const named = new URLSearchParams(url.slice(url.indexOf("?") + 1));
  const given = Buffer.from(named.get("signature") ?? "", "hex");
  named.delete("signature");
  const signed = [...named].map(([name, value]) => `${name}=${value}`);
  const expected = createHmac("sha256", secret).update(signed.sort().join("")).digest();
  const isRight = given.length === expected.length && timingSafeEqual(given, expected);
  const json = JSON.stringify(answer);
  response.writeHead(isRight ? 200 : 401, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(json),
  });
  response.end(json);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) process.stdout.write(`${String(address.port)}\n`);
});
