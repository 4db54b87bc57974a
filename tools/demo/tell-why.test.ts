import { createServer } from "node:net";
import { once } from "node:events";
import { expect, it } from "vitest";
import { assert } from "#app/domain/assert.ts";
import { tellWhy } from "./tell-why.ts";

it("a port that was taken while the demo started is told, with what to do", async () => {
  const first = createServer().listen(0, "127.0.0.1");
  await once(first, "listening");
  const address = first.address();
  assert(address !== null && typeof address === "object", "a port");
  const second = createServer().listen(address.port, "127.0.0.1");
  const [error] = await once(second, "error");
  first.close();
  const told = tellWhy(new Error("the fake shop did not start", { cause: error }));
  expect(told).toContain(`Port ${String(address.port)} was taken`);
  expect(told).toContain("--port");
});
