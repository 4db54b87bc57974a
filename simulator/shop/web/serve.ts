import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Refusal } from "../refusal.ts";
import { escapeHtml } from "./escape-html.ts";
import { give, html, json, readAsk, type Answer, type Ask } from "./http.ts";

/**
 * As behind a load balancer. A server that drops a resting connection after Node's five seconds does so, in a process
 * whose client was busy for as long, in the moment the client takes it again.
 */
const KEEP_ALIVE_MS = 65_000;

/** Loopback only; 0 is any free port. Returns the server and its address without a slash at the end. */
export async function listen(port: number): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer();
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = KEEP_ALIVE_MS + 1_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  // A listening TCP server has an address of this kind.
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}` };
}

export function serve(
  server: Server,
  answerTo: (ask: Ask) => Promise<Answer>,
  onRequest: ((line: string) => void) | undefined,
): void {
  server.on("request", (request, response) => {
    void (async () => {
      try {
        const ask = await readAsk(request);
        const given = await answerTo(ask);
        onRequest?.(`${ask.method} ${ask.host}${ask.url.pathname} ${given.status}`);
        await give(response, given);
      } catch (error) {
        if (error instanceof Refusal)
          return give(response, html(422, `<h1>That did not work</h1><p>${escapeHtml(error.message)}</p>`));
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        return give(response, json(500, { errors: "The fake broke", message }));
      }
    })();
  });
}

export async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
