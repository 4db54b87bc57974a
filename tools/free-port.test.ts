import { createServer } from "node:net";
import { expect, it } from "vitest";
import { freePort } from "./free-port.ts";

it("a port that somebody listens at is passed over, and no outgoing connection is given the other", async () => {
  const taken = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(taken, "127.0.0.1", resolve));
  const other = await freePort(taken);
  expect(other).not.toBe(taken);
  expect(other).toBeLessThan(32_768);
  await new Promise((resolve) => server.close(resolve));
  expect(await freePort(taken)).toBe(taken);
});
