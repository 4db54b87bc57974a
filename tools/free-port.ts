import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * Systems give ports above these to outgoing connections. One of those may be free when it is looked at and
 * some connection's by the time the server starts; of these nobody gets one unasked.
 */
const [LOWEST, HIGHEST] = [10_240, 32_000];
const TRIES = 100;

/** The wanted port where nobody listens at it, else any such on 127.0.0.1. */
export async function freePort(wanted = 0): Promise<number> {
  if (wanted !== 0 && (await isFreePort(wanted))) return wanted;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFreePort(port)) return port;
  }
  throw new Error("no port is free on 127.0.0.1");
}

/** Whether nobody listens at it, under either of the addresses that `localhost` may mean. */
export async function isFreePort(port: number): Promise<boolean> {
  return (await mayListen(port, "127.0.0.1")) && (await mayListen(port, "::1"));
}

function mayListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => {
      // A machine without IPv6 has nobody listening there.
      resolve(host === "::1" && "code" in error && error.code !== "EADDRINUSE");
    });
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
