import { expect, test } from "vitest";
import { createBooks } from "../books/create-books.ts";
import type { Pause } from "../books/pauses.ts";
import { advanceMember, applyEvent, ensureMember } from "../engine.ts";
import { parseProgram } from "../program/document/parse-program.ts";
import { assert } from "../assert.ts";

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const document = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "UTC",
  earning: { rules: [] },
  expiry: { kind: "perLot", months: 1 },
};

/** When ten points, given on 1 January and to lapse with the last day of the month, have lapsed. */
function lapseDay(pauses: readonly Pause[], lookedAt: readonly string[]): string | null {
  const parsed = parseProgram(document);
  assert(parsed.ok, "the program is right");
  const books = createBooks([{ version: 1, effectiveAt: 0, program: parsed.program }], 1, {
    codesIssuedAtOnce: true,
    effectsWanted: true,
    nextCode: () => "CODE",
    pauses,
  });
  const now = at("2026-01-01");
  const member = ensureMember(books, "m", now, { email: null, tags: [], birthday: null, status: "active" });
  const wish = { memberId: "m", id: "1", points: 10, qualifying: 0, reason: "a gift" };
  applyEvent(books, { type: "points_adjusted", at: now, ...wish });
  for (const day of lookedAt) {
    advanceMember(books, "m", at(day));
    if (member.balance.available === 0) {
      const lapsed = books.journal.transactions.find(({ kind }) => kind === "expired");
      return lapsed === undefined ? null : new Date(lapsed.at).toISOString().slice(0, 10);
    }
  }
  return null;
}

const DAILY = Array.from({ length: 200 }, (_, day) =>
  new Date(at("2026-01-01") + day * 86_400_000).toISOString().slice(0, 10),
);
const pause = (from: string, until: string | null, claiming = true): Pause => ({
  earning: true,
  claiming,
  from: at(from),
  until: until === null ? null : at(until),
});

test.each([
  { name: "without a pause", pauses: [], lapses: "2026-02-02" },
  {
    name: "in a pause of earning alone",
    pauses: [pause("2026-01-10", "2026-03-01", false)],
    lapses: "2026-02-02",
  },
  { name: "in a pause of claiming", pauses: [pause("2026-01-10", "2026-03-01")], lapses: "2026-03-15" },
  { name: "within 14 days after it", pauses: [pause("2026-01-10", "2026-01-25")], lapses: "2026-02-08" },
  { name: "long after it", pauses: [pause("2026-01-10", "2026-01-15")], lapses: "2026-02-02" },
  { name: "before it", pauses: [pause("2026-02-05", "2026-03-01")], lapses: "2026-02-02" },
  { name: "in a pause nobody has ended", pauses: [pause("2026-01-10", null)], lapses: null },
])("points whose end falls $name lapse on $lapses", ({ pauses, lapses }) => {
  expect(lapseDay(pauses, DAILY)).toBe(lapses);
  // Looked at late, or once, it is the same day.
  expect(lapseDay(pauses, ["2026-07-01"])).toBe(lapses);
});
