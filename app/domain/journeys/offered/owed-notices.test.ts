import { expect, it } from "vitest";
import { compiled, smallest } from "#tests/support/program-documents.ts";
import { OWED_NOTICES, owedDocument } from "./owed-notices.ts";

const tiers = (graceDays: number) => ({
  tiers: { metric: "spend", graceDays, levels: [{ id: "base", name: "Base", from: "0" }] },
});

it.each([
  ["without expiry and tiers nothing", {}, []],
  ["with tiers that end at once nothing", tiers(0), []],
  [
    "with an expiry both of its notices",
    { expiry: { kind: "perLot", months: 12 } },
    OWED_NOTICES.slice(0, 2),
  ],
  ["with a grace its notice", tiers(30), ["tier-in-grace"]],
])("a program owes, %s", (_, parts, owed) => {
  const program = compiled({ ...smallest, ...parts });
  expect(OWED_NOTICES.filter((id) => owedDocument(id, program) !== null)).toEqual(owed);
});

it.each([
  [1, null],
  [2, 1],
  [7, 6],
  [8, 1],
  [30, 23],
])("a grace of %i days is told of again after %s days", (graceDays, after) => {
  const document = owedDocument("tier-in-grace", compiled({ ...smallest, ...tiers(graceDays) }));
  const say = { send: { channel: "email", template: "tier-in-grace" } };
  const again = after === null ? [] : [{ wait: { days: after, at: "09:00" } }, say];
  expect(document?.["steps"]).toEqual([say, ...again]);
});
