import { request as send, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { tooLarge } from "#app/doors/body-limit.ts";
import { createFront } from "#app/doors/front.ts";
import { createWebhookDoor } from "#app/doors/webhook-door.ts";

const MEGABYTE = 1024 * 1024;

interface Arrival {
  readonly url: string | undefined;
  bytes: number;
  text: string;
  broken: boolean;
  /** How much the sender had sent when the page read its first bytes: what is held back until then is little. */
  sentBefore: number;
}

let server: ReturnType<typeof createFront>;
let port: number;
/** What arrived at the pages: nothing that is too large may, unless it is streamed. */
let arrived: Arrival[] = [];
let readFromSockets = 0;
let sent = 0;

beforeAll(async () => {
  server = createFront({
    webhooks: new Map([
      [
        "/webhooks",
        createWebhookDoor({
          verify: (_, body) => ({ ok: false, status: 401, reason: `${String(body.length)} bytes` }),
          inbox: { write: () => Promise.reject(new Error("nothing is signed")) },
          now: Date.now,
        }),
      ],
    ]),
    storefront: (_, response) => {
      response.end();
    },
    seen: (_, response) => void response.end(),
    shoppers: (_wish, _request, response) => void response.end(),
    shopAskedFor: () => null,
    isStorefrontOrigin: () => Promise.resolve(false),
    health: { live: (response) => response.end(), ready: () => Promise.resolve() },
    pages: { answer: (request, response) => void readAll(request, response) },
  });
  server.on("connection", (socket) => {
    socket.on("close", () => {
      readFromSockets += socket.bytesRead;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(() => {
  arrived = [];
  sent = 0;
});

/** As pages do that know no such address: they answer, and read nothing. */
async function readAll(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === "/app/uploads/nowhere") {
    response.writeHead(404).end("nothing");
    return;
  }
  const got: Arrival = { url: request.url, bytes: 0, text: "", broken: false, sentBefore: 0 };
  arrived.push(got);
  try {
    for await (const chunk of request) {
      if (got.bytes === 0) got.sentBefore = sent;
      got.bytes += (chunk as Buffer).length;
      if (got.bytes < 1_000) got.text += (chunk as Buffer).toString();
    }
    response.end("read");
  } catch {
    got.broken = true;
  }
}

interface Sent {
  readonly status: number;
  readonly text: string;
}

/** Sends so many bytes, telling their number beforehand or not, until the server has heard enough. */
function post(path: string, bytes: number, told: boolean, expecting = false): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const outgoing = send({ port, path, method: "POST", agent: false });
    if (told) outgoing.setHeader("content-length", bytes);
    if (expecting) outgoing.setHeader("expect", "100-continue");
    let isAnswered = false;
    outgoing.on("response", (response) => {
      isAnswered = true;
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        outgoing.destroy();
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() });
      });
    });
    // Who goes on sending after the answer may be cut off.
    outgoing.on("error", (error) => (isAnswered ? undefined : reject(error)));
    const chunk = Buffer.alloc(64 * 1024, 32);
    let left = bytes;
    const write = (): void => {
      while (left > 0 && !isAnswered) {
        const part = chunk.subarray(0, Math.min(chunk.length, left));
        left -= part.length;
        sent += part.length;
        if (!outgoing.write(part)) {
          outgoing.once("drain", write);
          return;
        }
      }
      outgoing.end();
    };
    if (expecting) {
      outgoing.on("continue", write);
      outgoing.flushHeaders();
    } else write();
  });
}

const ADDRESSES = [
  "/webhooks",
  "/webhooks/",
  "//webhooks",
  "/Webhooks",
  "/WEBHOOKS/?x=1",
  "/%77ebhooks",
  "/webhook%73/",
  "/api/flow/give-points",
  "/API/flow/give-points/",
  "/auth/login",
  "/auth/Login/",
  "/app/program",
  "/storefront/claim",
  "/nowhere",
  "/app/uploads",
];

describe("a body is limited wherever it is posted", () => {
  it.each([
    [64 * 1024, "64 KB"],
    [MEGABYTE - 1024, "1023 KB"],
    [MEGABYTE, "1 MB"],
    [200 * MEGABYTE, "200 MB"],
  ])("a limit of %i bytes is said as %s", (bytes, said) => {
    expect(tooLarge({ bytes, isStreamed: false })).toBe(
      `This is too large: at most ${said} are taken here.\n`,
    );
  });

  it.each(ADDRESSES)("%s", async (path) => {
    const isWebhook = path.toLowerCase().includes("ebhook");
    const limit = (isWebhook ? 10 : 1) * MEGABYTE;
    const sentence = `This is too large: at most ${isWebhook ? "10" : "1"} MB are taken here.\n`;
    for (const told of [true, false]) {
      expect(await post(path, limit + 1, told)).toEqual({ status: 413, text: sentence });
    }
    expect(arrived).toEqual([]);
    expect((await post(path, 2_000, false)).status).toBe(isWebhook ? 401 : 200);
    expect((await post(path, limit, true)).status).toBe(isWebhook ? 401 : 200);
    expect(arrived.map(({ bytes }) => bytes)).toEqual(isWebhook ? [] : [2_000, limit]);
  });

  it("who asks before sending is answered before anything is sent", async () => {
    expect((await post("/auth/login", 600 * MEGABYTE, true, true)).status).toBe(413);
    expect(await post("/auth/login", 1_000, true, true)).toEqual({ status: 200, text: "read" });
  });

  it("an address that cannot be read is refused", async () => {
    expect((await post("/%E0%A4%A", 10, true)).status).toBe(400);
  });

  it("six hundred megabytes are not read", async () => {
    readFromSockets = 0;
    for (const told of [true, false]) {
      expect((await post("/api/flow/give-points", 600 * MEGABYTE, told)).status).toBe(413);
    }
    await expect.poll(() => readFromSockets).toBeGreaterThan(MEGABYTE);
    expect(readFromSockets).toBeLessThan(100 * MEGABYTE);
  });

  it("what staff upload is handed on as it comes, up to two hundred megabytes", async () => {
    expect(await post("/app/uploads/points", 60 * MEGABYTE, false)).toEqual({ status: 200, text: "read" });
    expect(arrived).toMatchObject([{ bytes: 60 * MEGABYTE, broken: false }]);
    expect(arrived[0]?.sentBefore).toBeLessThan(32 * MEGABYTE);
    const sentence = "This is too large: at most 200 MB are taken here.\n";
    expect(await post("/app/uploads/points", 201 * MEGABYTE, true)).toEqual({ status: 413, text: sentence });
    expect(await post("/app/uploads/points", 201 * MEGABYTE, false)).toEqual({ status: 413, text: sentence });
    expect(arrived).toHaveLength(2);
    expect(arrived[1]?.broken).toBe(true);
  });

  it("what is posted where nobody takes uploads is answered at once, and not read", async () => {
    readFromSockets = 0;
    expect((await post("/app/uploads/nowhere", 150 * MEGABYTE, false)).status).toBe(404);
    await expect.poll(() => readFromSockets).toBeGreaterThan(0);
    expect(readFromSockets).toBeLessThan(20 * MEGABYTE);
  });
});

describe("an answer says who may show it in a frame, and for how long it may be kept", () => {
  it.each(["/webhooks", "/storefront/state", "/healthz", "/app", "/assets/x.js", "/nowhere"])(
    "%s: nobody and not at all, where nothing else is said",
    async (path) => {
      const response = await fetch(`http://127.0.0.1:${String(port)}${path}`);
      expect(response.headers.get("content-security-policy")).toBe("frame-ancestors 'none'");
      expect(response.headers.get("cache-control")).toBe("no-store");
    },
  );
});

describe("what no database keeps is taken out of forms and addresses", () => {
  const send = (path: string, type: string, body: string) =>
    fetch(`http://127.0.0.1:${String(port)}${path}`, {
      method: "POST",
      headers: { "content-type": type },
      body: Buffer.from(body),
    });

  it.each([
    ["application/x-www-form-urlencoded", "reason=so%00rry\0&points=5", "reason=sorry&points=5"],
    ["application/x-www-form-urlencoded;charset=UTF-8", "a=%C3%9C\0", "a=%C3%9C"],
    ["multipart/form-data; boundary=x", "--x\r\nü\0ü\r\n--x--", "--x\r\nüü\r\n--x--"],
    ["application/json", String.raw`{"a":"\u0000 %00"}`, String.raw`{"a":"\u0000 %00"}`],
  ])("%s", async (type, body, kept) => {
    expect((await send("/app/members?search=A%00b", type, body)).status).toBe(200);
    expect(arrived).toMatchObject([{ url: "/app/members?search=Ab", text: kept }]);
  });
});
