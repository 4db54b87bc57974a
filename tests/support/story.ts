import { assert } from "#app/domain/assert.ts";
import type { Award } from "#app/domain/books/awards.ts";
import type { Books } from "#app/domain/books/books.ts";
import type { Lot } from "#app/domain/books/lots.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { RewardCode } from "#app/domain/books/codes.ts";
import { parseInstant } from "#app/domain/parse-instant.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { formatInstant } from "#app/domain/calendar.ts";
import { advanceMember, applyEvent } from "#app/domain/engine.ts";
import { createBooks } from "#app/domain/books/create-books.ts";
import { ensureMember } from "#app/domain/members/enrol.ts";
import type { Outcome } from "#app/domain/refusal.ts";
import type { MemberEvent, OrderLine, OrderRefund, OrderState } from "#app/domain/event.ts";
import { parseMoney } from "#app/domain/money.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import type { Program } from "#app/domain/program/program.ts";

/** A program document with only what a story is about; the rest is the plainest program there is. */
export interface PlainProgram {
  readonly earning?: Record<string, unknown>;
  readonly [key: string]: unknown;
}

export interface ToldLine {
  readonly id?: string;
  readonly product?: string;
  readonly variant?: string;
  readonly quantity?: number;
  readonly price: string;
  readonly discount?: string;
  readonly tax?: string;
  readonly giftCard?: boolean;
  readonly tags?: readonly string[];
  readonly collections?: readonly string[];
  readonly vendor?: string;
  readonly kind?: string;
}

export interface ToldRefund {
  readonly id?: string;
  /** Money given back in all; for a refund of lines it may be left out. */
  readonly amount?: string;
  readonly shipping?: string;
  readonly lines?: readonly {
    readonly line: string;
    readonly quantity: number;
    readonly amount?: string;
  }[];
}

export interface ToldOrder {
  readonly lines: readonly ToldLine[];
  readonly paidAt?: string | null;
  readonly fulfilledAt?: string | null;
  readonly cancelledAt?: string | null;
  readonly updatedAt?: string | null;
  readonly test?: boolean;
  readonly currency?: string;
  readonly taxesIncluded?: boolean;
  readonly channel?: string;
  readonly paymentMethods?: readonly string[];
  readonly orderDiscount?: string;
  readonly shipping?: string;
  readonly shippingTax?: string;
  readonly paidByGiftCard?: string;
  readonly codes?: readonly string[];
  readonly refunds?: readonly ToldRefund[];
}

const BERLIN = "Europe/Berlin";

/** "2026-01-05" is noon of that day in Berlin; anything longer is taken as it stands. */
export function instant(text: string): Instant {
  const full = text.length > 10 ? text : `${text}T12:00:00${isSummer(text) ? "+02:00" : "+01:00"}`;
  const parsed = parseInstant(full);
  assert(parsed !== null, `${text} is an instant`);
  return parsed;
}

/** Good enough for noon: summer time from the last Sunday of March to the last of October. */
function isSummer(day: string): boolean {
  const noon = parseInstant(`${day}T12:00:00Z`);
  assert(noon !== null, `${day} is a day`);
  return formatInstant(noon, BERLIN).endsWith("+02:00");
}

export function berlin(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at, BERLIN);
}

const compiled = new WeakMap<PlainProgram, Program>();

/** The compiled program; the same document is compiled once. */
export function programOf(plain: PlainProgram): Program {
  const known = compiled.get(plain);
  if (known !== undefined) return known;
  const program = compile(plain);
  compiled.set(plain, program);
  return program;
}

function compile(plain: PlainProgram): Program {
  const { earning, ...rest } = plain;
  const parsed = parseProgram({
    format: "regulars.program/1",
    name: "Club",
    currency: "EUR",
    timezone: BERLIN,
    earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }], ...earning },
    ...rest,
  });
  assert(parsed.ok, parsed.ok ? "" : JSON.stringify(parsed.errors));
  return parsed.program;
}

/** A history told event by event. `on` sets the clock; every event happens at it. */
export class Story {
  readonly books: Books;
  private now: Instant;
  private number = 0;

  constructor(plain: PlainProgram = {}, options: { live?: boolean; start?: string } = {}) {
    this.now = instant(options.start ?? "2026-01-01");
    let codes = 0;
    this.books = createBooks([{ version: 1, effectiveAt: this.now, program: programOf(plain) }], 1, {
      codesIssuedAtOnce: options.live !== true,
      effectsWanted: true,
      nextCode: () => {
        codes += 1;
        return `GIFT${String(codes)}`;
      },
    });
  }

  on(text: string): this {
    this.now = instant(text);
    for (const member of this.books.members.values()) advanceMember(this.books, member.id, this.now);
    return this;
  }

  known(id = "m1", status: "active" | "shadow" = "active"): MemberBook {
    const email = `${id}@example.com`;
    return ensureMember(this.books, id, this.now, { email, tags: [], birthday: null, status });
  }

  /** Applies an event at the clock; the member is made known first. */
  tell(event: Untold<MemberEvent>): Outcome {
    this.known(event.memberId ?? "m1");
    const told: MemberEvent = { at: this.now, ...event, memberId: event.memberId ?? "m1" };
    return applyEvent(this.books, told);
  }

  order(id: string, order: ToldOrder, memberId = "m1"): Outcome {
    return this.tell({ type: "order_changed", memberId, order: this.stateOf(id, order) });
  }

  join(memberId = "m1", tags: readonly string[] = []): Outcome {
    return this.tell({ type: "joined", memberId, email: null, birthday: null, tags });
  }

  does(activity: string, key: string | null = null, memberId = "m1"): Outcome {
    return this.tell({ type: "activity_done", memberId, activity, key });
  }

  redeem(rewardId: string, code: string, points: number | null = null, memberId = "m1"): Outcome {
    return this.tell({ type: "reward_claimed", memberId, rewardId, points, code });
  }

  adjust(points: number, qualifying = 0, memberId = "m1", sparesDebt = false): Outcome {
    this.number += 1;
    const id = String(this.number);
    const given = { points, qualifying, reason: "by hand", sparesDebt };
    return this.tell({ type: "points_adjusted", memberId, id, ...given });
  }

  tier(levelId: string, until: string | null = null, memberId = "m1", withoutEntry = false): Outcome {
    const lockedUntil = until === null ? null : instant(until);
    const decided = { levelId, lockedUntil, reason: "by hand", withoutEntry };
    return this.tell({ type: "tier_decided", memberId, ...decided });
  }

  publish(plain: PlainProgram): Outcome {
    const version = this.books.liveVersion + 1;
    return applyEvent(this.books, {
      type: "program_published",
      at: this.now,
      version,
      program: programOf(plain),
    });
  }

  member(id = "m1"): MemberBook {
    const member = this.books.members.get(id);
    assert(member !== undefined, `${id} is known`);
    return member;
  }

  /** What a member reads: available, pending, debt. */
  points(id = "m1"): { available: number; pending: number; debt: number } {
    const { available, pending, debt } = this.member(id).balance;
    return { available, pending, debt };
  }

  available(id = "m1"): number {
    return this.member(id).balance.available;
  }

  award(orderId: string, id = "m1"): Award {
    const award = this.member(id).awards.get(orderId);
    assert(award !== undefined, `order ${orderId} is known`);
    return award;
  }

  lot(lotId: string, id = "m1"): Lot {
    const lot = this.member(id).lots.get(lotId);
    assert(lot !== undefined, `lot ${lotId} is known`);
    return lot;
  }

  code(text: string, id = "m1"): RewardCode {
    const code = this.member(id).codes.get(text);
    assert(code !== undefined, `code ${text} is known`);
    return code;
  }

  effects(type: string): readonly object[] {
    return this.books.journal.effects.filter((effect) => effect.type === type);
  }

  stateOf(id: string, told: ToldOrder): OrderState {
    const optional = (text: string | null | undefined) =>
      text === undefined || text === null ? null : instant(text);
    const paidAt = told.paidAt === undefined ? this.now : optional(told.paidAt);
    return {
      id,
      name: `#${id}`,
      currency: told.currency ?? "EUR",
      placedAt: paidAt ?? this.now,
      paidAt,
      fulfilledAt: optional(told.fulfilledAt),
      cancelledAt: optional(told.cancelledAt),
      updatedAt: optional(told.updatedAt),
      test: told.test ?? false,
      taxesIncluded: told.taxesIncluded ?? true,
      channel: told.channel ?? "online",
      paymentMethods: told.paymentMethods ?? ["card"],
      lines: told.lines.map(lineOf),
      orderDiscountMinor: euros(told.orderDiscount),
      shippingMinor: euros(told.shipping),
      shippingTaxMinor: euros(told.shippingTax),
      paidByGiftCardMinor: euros(told.paidByGiftCard),
      discountCodes: told.codes ?? [],
      refunds: (told.refunds ?? []).map((refund, index) => refundOf(refund, index, this.now)),
    };
  }
}

type Untold<Event> = Event extends MemberEvent
  ? Omit<Event, "at" | "memberId"> & { readonly memberId?: string }
  : never;

function lineOf(line: ToldLine, index: number): OrderLine {
  return {
    id: line.id ?? String(index + 1),
    product: line.product ?? null,
    variant: line.variant ?? null,
    quantity: line.quantity ?? 1,
    unitPriceMinor: euros(line.price),
    discountMinor: euros(line.discount),
    taxMinor: euros(line.tax),
    giftCard: line.giftCard ?? false,
    tags: line.tags ?? [],
    collections: line.collections ?? [],
    vendor: line.vendor ?? "",
    kind: line.kind ?? "",
  };
}

function refundOf(refund: ToldRefund, index: number, at: Instant): OrderRefund {
  return {
    id: refund.id ?? String(index + 1),
    at,
    amountMinor: euros(refund.amount),
    shippingMinor: euros(refund.shipping),
    lines: (refund.lines ?? []).map(({ line, quantity, amount }) => ({
      line,
      quantity,
      amountMinor: amount === undefined ? null : euros(amount),
    })),
  };
}

function euros(text: string | undefined): number {
  if (text === undefined) return 0;
  const minor = parseMoney(text, 2);
  assert(minor !== null, `${text} is an amount`);
  return minor;
}
