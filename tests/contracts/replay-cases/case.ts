/**
 * Cases of the program contract, worked out by hand from the specification and not from the engine:
 * a program, a history, and what the members must have at the end. Only what is named is compared.
 */
export interface ReplayCase {
  readonly title: string;
  readonly program: object;
  readonly events: readonly object[];
  readonly at?: string;
  readonly expect: Readonly<Record<string, MemberExpectation>>;
  /** Ids that are no members at the end. */
  readonly absent?: readonly string[];
  readonly totals?: Readonly<Record<string, number>>;
  readonly rejected?: readonly { line: number; reason?: string }[];
}

export interface MemberExpectation {
  readonly available?: number;
  readonly pending?: number;
  readonly debt?: number;
  readonly earned?: number;
  readonly spent?: number;
  readonly expired?: number;
  readonly email?: string | null;
  readonly tier?: string | null;
  readonly tierSince?: string | null;
  readonly tierUntil?: string | null;
  readonly qualifying?: string;
  readonly next?: { tier: string; missing: string } | null;
  readonly lots?: readonly {
    points?: number;
    remaining?: number;
    availableAt?: string | null;
    expiresAt?: string | null;
    cause?: string;
  }[];
  readonly codes?: readonly {
    code?: string;
    reward?: string;
    state?: string;
    points?: number;
    expiresAt?: string | null;
  }[];
}

const base = {
  format: "regulars.program/1",
  name: "Test",
  currency: "EUR",
  timezone: "Europe/Berlin",
};
export const onePerEuro = { id: "spend", kind: "spend", points: 1, per: "1.00" };
export const program = (earning: object, rest: object = {}): object => ({
  ...base,
  earning: { rules: [onePerEuro], ...earning },
  ...rest,
});
export const fiveOff = { id: "five-off", kind: "amountOff", value: "5.00", cost: 500 };

export type Line = Record<string, unknown>;
export const line = (id: string, unitPrice: string, more: Line = {}): Line => ({
  id,
  product: `p${id}`,
  variant: `v${id}`,
  quantity: 1,
  unitPrice,
  ...more,
});
export const order = (id: string, paidAt: string, lines: readonly Line[], more: Line = {}): Line => ({
  at: typeof more["at"] === "string" ? more["at"] : paidAt,
  type: "order",
  order: {
    id,
    member: { id: "m1", email: "a@example.com" },
    currency: "EUR",
    placedAt: paidAt,
    paidAt,
    taxesIncluded: true,
    channel: "online",
    lines,
    ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== "at")),
  },
});
export const refund = (
  id: string,
  at: string,
  amount: string,
  lines: readonly Line[] = [],
  shipping = "0.00",
) => ({
  id,
  at,
  amount,
  lines,
  shipping,
});
export const adjust = (at: string, points: number, more: Line = {}): Line => ({
  at,
  type: "adjust",
  member: { id: "m1" },
  points,
  reason: "test",
  ...more,
});
export const redeem = (at: string, reward: string, as: string, points?: number): Line => ({
  at,
  type: "redeem",
  member: { id: "m1" },
  reward,
  as,
  ...(points === undefined ? {} : { points }),
});
export const activity = (at: string, name: string, key?: string): Line => ({
  at,
  type: "activity",
  member: { id: "m1" },
  activity: name,
  ...(key === undefined ? {} : { key }),
});
export const day = (month: string, time = "10:00:00"): string =>
  `2026-${month}T${time}${month >= "03-29" && month < "10-25" ? "+02:00" : "+01:00"}`;
export const publish = (at: string, document: object): Line => ({ at, type: "program", program: document });
export const level = (id: string, from: string, more: Line = {}): Line => ({
  id,
  name: id,
  from,
  ...more,
});
/** Tiers by money spent, from 0, 200.00 and 1000.00. */
export const threeLevels = (more: Line = {}): Line => ({
  metric: "spend",
  levels: [level("b", "0"), level("s", "200.00"), level("g", "1000.00")],
  ...more,
});
