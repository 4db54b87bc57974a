import { Agent, request, type IncomingHttpHeaders } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 32 });
const PATIENCE_MS = 30_000;

export interface AppAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * One request to the app, by node:http: fetch in this process may be one that is rerouted to the fake.
 * Redirects are handed on. null when the app does not answer.
 */
export function fetchApp(
  url: string,
  wish: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string | string[]>>;
    readonly body: Buffer;
  },
): Promise<AppAnswer | null> {
  return new Promise((resolve) => {
    const headers = { ...wish.headers, "content-length": String(wish.body.length) };
    const outgoing = request(
      url,
      { method: wish.method, headers, agent, timeout: PATIENCE_MS },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", () => resolve(null));
        response.on("end", () => {
          resolve({
            status: response.statusCode ?? 502,
            headers: response.headers,
            body: Buffer.concat(chunks),
          });
        });
      },
    );
    outgoing.on("timeout", () => outgoing.destroy(new Error("The app takes too long")));
    outgoing.on("error", () => resolve(null));
    outgoing.end(wish.body);
  });
}

export function closeAppConnections(): void {
  agent.destroy();
}
