import { demoPeople, type DemoPerson } from "./people.ts";
import { SeededRandom } from "./random.ts";

/** Something that happened in the demo shop, `at` epoch milliseconds. */
export type DemoAction =
  | { readonly kind: "join"; readonly at: number; readonly person: DemoPerson }
  | {
      readonly kind: "order";
      readonly at: number;
      readonly key: string;
      readonly person: string;
      readonly lines: readonly { readonly product: string; readonly quantity: number }[];
      /** The key of a redemption whose code is used. */
      readonly redemption: string | null;
    }
  | {
      readonly kind: "refund";
      readonly at: number;
      readonly order: string;
      readonly line: number;
      readonly quantity: number;
    }
  | { readonly kind: "cancel"; readonly at: number; readonly order: string }
  | {
      readonly kind: "redeem";
      readonly at: number;
      readonly key: string;
      readonly person: string;
      readonly reward: string;
    };

const DAY_MS = 86_400_000;
const HISTORY_DAYS = 180;

const baskets: Readonly<Record<DemoPerson["basket"], readonly (readonly [string, number])[]>> = {
  small: [
    ["hausmischung-250", 1],
    ["hausmischung-250", 2],
    ["huila", 1],
    ["yirgacheffe", 1],
  ],
  medium: [
    ["hausmischung-250", 2],
    ["hausmischung-1000", 1],
    ["yirgacheffe", 2],
    ["mug", 1],
  ],
  large: [
    ["hausmischung-1000", 2],
    ["hausmischung-1000", 1],
    ["yirgacheffe", 3],
    ["filter-set", 1],
  ],
};

/**
 * Six months of Kiezcafé up to `now`: the same for the same `now`, to the day. Told in order of time.
 * Some of it is written by hand, so that every state a merchant should see is there: a member in
 * grace, an unused code, points that expire soon, a debt, a cancelled order.
 */
export function tellDemoHistory(now: number): readonly DemoAction[] {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const actions = [...demoPeople.flatMap((person, index) => habit(person, index, today)), ...stories(today)];
  return actions.filter((action) => action.at < now).sort((a, b) => a.at - b.at);
}

/** What a person does on their own: joins, then orders in their rhythm, now and then sends something back. */
function habit(person: DemoPerson, index: number, today: number): DemoAction[] {
  const random = new SeededRandom(1000 + index);
  const joinedAt = moment(today, person.joinedDaysAgo, 9, index);
  const actions: DemoAction[] = [{ kind: "join", at: joinedAt, person }];
  const gapDays = 30 / person.ordersPerMonth;
  let number = 0;
  for (let daysAgo = person.joinedDaysAgo; daysAgo >= 1 && daysAgo <= HISTORY_DAYS; number += 1) {
    const key = `${person.key}-${String(number)}`;
    const at = moment(today, Math.floor(daysAgo), random.between(9, 20), index);
    const lines = basket(random, person.basket);
    actions.push({
      kind: "order",
      at: Math.max(at, joinedAt + 600_000),
      key,
      person: person.key,
      lines,
      redemption: null,
    });
    if (random.chance(0.07)) {
      const refundAt = at + random.between(4, 12) * DAY_MS;
      actions.push({ kind: "refund", at: refundAt, order: key, line: 0, quantity: 1 });
    }
    daysAgo -= gapDays * (0.6 + random.next() * 0.8);
  }
  return actions;
}

function basket(random: SeededRandom, size: DemoPerson["basket"]): { product: string; quantity: number }[] {
  const [product, quantity] = random.pick(baskets[size]);
  const lines = [{ product, quantity }];
  if (random.chance(0.3) && product !== "mug") lines.push({ product: "mug", quantity: 1 });
  return lines;
}

/** The states a merchant should meet, whatever chance does. */
function stories(today: number): DemoAction[] {
  const order = (
    key: string,
    person: string,
    daysAgo: number,
    {
      product,
      quantity,
      redemption = null,
    }: { product: string; quantity: number; redemption?: string | null },
  ): DemoAction => ({
    kind: "order",
    at: moment(today, daysAgo, 12, 0),
    key,
    person,
    lines: [{ product, quantity }],
    redemption,
  });
  const redeem = (key: string, person: string, daysAgo: number, reward: string): DemoAction => ({
    kind: "redeem",
    at: moment(today, daysAgo, 11, 0),
    key,
    person,
    reward,
  });
  return [
    // Anna redeems, uses the code, and holds a second one that is still open.
    redeem("anna-code-1", "anna", 60, "five-off"),
    order("anna-used", "anna", 59, { product: "hausmischung-1000", quantity: 1, redemption: "anna-code-1" }),
    redeem("anna-code-2", "anna", 6, "five-off"),
    redeem("mehmet-code", "mehmet", 20, "ten-percent"),
    order("mehmet-used", "mehmet", 19, {
      product: "hausmischung-1000",
      quantity: 4,
      redemption: "mehmet-code",
    }),
    // Oskar reached Silver with a grinder set and sent it back: he is in grace.
    order("oskar-grinder", "oskar", 24, { product: "hand-grinder", quantity: 2 }),
    { kind: "refund", at: moment(today, 9, 15, 0), order: "oskar-grinder", line: 0, quantity: 2 },
    // Nils spent his points before the order that earned them came back: he owes some.
    order("nils-grinder", "nils", 30, { product: "hand-grinder", quantity: 2 }),
    redeem("nils-code", "nils", 28, "five-off"),
    { kind: "refund", at: moment(today, 12, 15, 0), order: "nils-grinder", line: 0, quantity: 2 },
    order("lea-cancelled", "lea", 5, { product: "barista-morning", quantity: 1 }),
    { kind: "cancel", at: moment(today, 4, 10, 0), order: "lea-cancelled" },
  ];
}

function moment(today: number, daysAgo: number, hour: number, minute: number): number {
  return today - daysAgo * DAY_MS + hour * 3_600_000 + minute * 60_000;
}
