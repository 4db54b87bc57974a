import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

export interface Sent {
  /** 0: no answer in time, or none at all. */
  readonly status: number;
  readonly ms: number;
}

export interface Sending {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly connectMs: number;
  readonly totalMs: number;
}

/** One attempt at a webhook, with the platform's own patience. */
export function postToApp({ url, headers, body, connectMs, totalMs }: Sending): Promise<Sent> {
  const started = performance.now();
  const bytes = Buffer.from(body, "utf8");
  return new Promise((resolve) => {
    const finish = (status: number): void => {
      clearTimeout(total);
      resolve({ status, ms: performance.now() - started });
    };
    const outgoing = request(
      url,
      { method: "POST", headers: { "content-length": String(bytes.length), ...headers }, agent },
      (response) => {
        response.resume();
        response.on("end", () => finish(response.statusCode ?? 0));
        response.on("error", () => finish(0));
      },
    );
    const total = setTimeout(() => outgoing.destroy(new Error("the time is over")), totalMs);
    outgoing.on("socket", (socket) => {
      if (!socket.connecting) return;
      const connect = setTimeout(() => outgoing.destroy(new Error("the time to connect is over")), connectMs);
      socket.once("connect", () => clearTimeout(connect));
      socket.once("close", () => clearTimeout(connect));
    });
    outgoing.on("error", () => finish(0));
    outgoing.end(bytes);
  });
}

/** Lets the process end: idle keep-alive connections are closed. */
export function closeConnections(): void {
  agent.destroy();
}
