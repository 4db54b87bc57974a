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
  if (wanted !== 0 && (await isFree(wanted))) return wanted;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new Error("no port is free on 127.0.0.1");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => {
      resolve(false);
    });
    probe.listen(port, "127.0.0.1", () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
