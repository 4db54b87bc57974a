import fc from "fast-check";
import { FRIENDS, type Happening, happening, person } from "./made-up-history.ts";

const friend = fc.integer({ min: 0, max: FRIENDS });
const referring: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: happening },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("refer" as const), person, friend }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("review" as const), friend, approve: fc.boolean() }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("friendOrder" as const),
      order: fc.integer({ min: 100, max: 100 + 2 * FRIENDS - 1 }),
      back: fc.constantFrom(0, 0, 4),
      cancelled: fc.constantFrom(false, false, false, false, true),
      asCustomer: fc.boolean(),
    }),
  },
);

/** With friends who are brought along, and what they order. */
export const referringHistories = fc.array(
  fc.record({ days: fc.integer({ min: 0, max: 6 }), happening: referring }),
  { minLength: 24, maxLength: 36 },
);
