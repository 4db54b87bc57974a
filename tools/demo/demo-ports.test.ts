import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { freePort, isFreePort } from "../free-port.ts";
import { findDemoPorts } from "./demo-ports.ts";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

async function listenAt(port: number, host: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  servers.push(server);
}

/** The first of four free ones in a row. */
async function fourFree(): Promise<number> {
  for (;;) {
    const port = await freePort();
    const others = await Promise.all([1, 2, 3].map((more) => isFreePort(port + more)));
    if (others.every(Boolean)) return port;
  }
}

describe("the demo's ports", () => {
  it("are those asked for", async () => {
    const first = await fourFree();
    expect(await findDemoPorts(first)).toEqual({
      ports: [first, first + 1, first + 2, first + 3],
      taken: null,
    });
  });

  it("are refused by the number of the one that is taken", async () => {
    const first = await fourFree();
    await listenAt(first + 3, "127.0.0.1");
    await expect(findDemoPorts(first)).rejects.toThrow(`at port ${String(first + 3)} already`);
  });

  it("pass over what is taken where none is asked for, and say so", async () => {
    const { ports, taken } = await findDemoPorts(null);
    expect(ports).toEqual([ports[0], ports[0] + 1, ports[0] + 2, ports[0] + 3]);
    await listenAt(ports[1], "127.0.0.1");
    const beside = await findDemoPorts(null);
    expect(beside.ports[0]).toBeGreaterThan(ports[3]);
    expect(beside.taken).toBe(taken ?? ports[1]);
  });

  it("are not free where somebody listens at the other address of localhost, if there is one", async () => {
    const first = await fourFree();
    const listens = await listenAt(first, "::1").then(
      () => true,
      () => false,
    );
    expect(await isFreePort(first)).toBe(!listens);
  });
});
