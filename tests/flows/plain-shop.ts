import { randomUUID } from "node:crypto";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { applyEvents, type AppliedBatch } from "#app/commands/inbox/apply-events.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { createInboxWriter, type InboxWriter, type Written } from "#app/db/inbox/inbox.ts";
import { verifyLedger } from "#app/db/verify-ledger.ts";
import type { Database } from "#app/db/client.ts";
import { assert } from "#app/domain/assert.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { CustomerFact, OrderLine, OrderRefund, OrderState, ShopFact } from "#app/domain/event.ts";
import { translateWith } from "#app/jobs/inbox/process-inbox.ts";
import type { WorkingPlatform } from "#app/jobs/worker.ts";
import type {
  DeliverOutcome,
  OutboxItem,
  PlatformAnswer,
  ProductDescription,
  ReadOrder,
} from "#app/platforms/platform.ts";
import { PlainHistory } from "./plain-history.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

export const DAY = 86_400_000;
/** Noon of a Monday in Berlin. */
export const START: Instant = Date.parse("2026-01-05T12:00:00+01:00");

/** A platform that speaks plainly: a delivery's body is the facts as JSON, and it does what it is asked. */
export class PlainPlatform {
  readonly asked: OutboxItem[] = [];
  readonly history = new PlainHistory();
  answer: (item: OutboxItem) => DeliverOutcome | Promise<DeliverOutcome> = (item) => ({
    kind: "done",
    reference: `made-${item.id}`,
  });

  /** Codes that are not there any more. */
  readonly removed = new Set<string>();
  /** What it was asked besides, in words. */
  readonly questions: string[] = [];
  describe: (ids: readonly string[]) => PlatformAnswer<ProductDescription[]> = () => ({
    kind: "data",
    data: [],
  });
  readOrder: (id: string) => PlatformAnswer<ReadOrder | null> = () => ({ kind: "data", data: null });

  readonly find = (): WorkingPlatform => ({
    translate: ({ body }) => {
      if (body.startsWith("poison")) throw new TypeError("the body makes the adapter stumble");
      if (!body.startsWith("[")) return { ok: false, reason: "the body is not what is documented" };
      return { ok: true, facts: JSON.parse(body) as ShopFact[] };
    },
    deliver: (items) => {
      this.asked.push(...items);
      return Promise.all(items.map(async (item) => this.answer(item)));
    },
    describeShop: () => Promise.resolve({ kind: "retry", reason: "speaks of orders only", afterMs: null }),
    publishProgram: () => Promise.resolve({ kind: "done", reference: null }),
    bringAboutPerks: () => Promise.resolve({ kind: "done", reference: null }),
    compareEveryMs: 3_600_000,
    listUpdatedOrders: () => Promise.resolve({ kind: "data", data: { orders: [], next: null } }),
    readOrder: (_shopKey, id) => {
      this.questions.push(`order ${id}`);
      return Promise.resolve(this.readOrder(id));
    },
    lookInto: () => Promise.resolve({ kind: "data", data: null }),
    missingCodes: (_shopKey, codes) => {
      const missing = codes.flatMap(({ code }) => (this.removed.has(code) ? [code] : []));
      return Promise.resolve({ kind: "data", data: missing });
    },
    describeProducts: (_shopKey, ids) => {
      this.questions.push(`products ${[...ids].sort().join(" ")}`);
      return Promise.resolve(this.describe(ids));
    },
    describeCustomers: () => Promise.resolve({ kind: "data", data: [] }),
    readConsents: () => Promise.resolve({ kind: "data", data: [] }),
    ...this.history.reader,
  });
}

export interface MemberFigures {
  readonly member_id: number;
  readonly status: string;
  readonly available: number;
  readonly pending: number;
  readonly held: number;
  readonly debt: number;
  readonly earned: number;
  readonly spent: number;
  readonly expired: number;
  readonly tier_level_id: string | null;
}

/** A shop of the test's own, installed, with a program, spoken to through its inbox. */
export class PlainShop {
  private readonly inbox: InboxWriter;
  readonly platform = new PlainPlatform();

  private constructor(
    readonly database: Database,
    readonly shopKey: string,
    readonly shopId: number,
  ) {
    this.inbox = createInboxWriter(database);
  }

  static async open(database: Database, program: Record<string, unknown> = {}): Promise<PlainShop> {
    const shop = await PlainShop.install(database);
    await shop.publish(program, START - 30 * DAY);
    return shop;
  }

  /** As a merchant finds it: nothing is published yet, and nothing earned. */
  static async install(database: Database): Promise<PlainShop> {
    const shopKey = `${randomUUID()}.myshopify.com`;
    const { shopId } = await installShop(database, {
      platform: "shopify",
      shopKey,
      name: "Kiezcafé",
      currency: "EUR",
      timezone: "Europe/Berlin",
      locale: "de",
      scopes: [],
      now: START - 30 * DAY,
    });
    return new PlainShop(database, shopKey, shopId);
  }

  async publish(program: Record<string, unknown>, now: Instant): Promise<number> {
    const document = {
      format: "regulars.program/1",
      name: "Club",
      currency: "EUR",
      timezone: "Europe/Berlin",
      earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
      ...program,
    };
    const published = await publishProgram(this.database, {
      shopId: this.shopId,
      document,
      effectiveAt: null,
      actor: "test",
      now,
    });
    assert(published.ok, JSON.stringify(published));
    return published.version;
  }

  /** Writes a delivery into the inbox, as the webhook door does. */
  deliver(
    facts: readonly ShopFact[],
    deliveryId: string = randomUUID(),
    at: Instant = START,
  ): Promise<Written> {
    return this.deliverBody(JSON.stringify(facts), deliveryId, at);
  }

  deliverBody(body: string, deliveryId: string = randomUUID(), at: Instant = START): Promise<Written> {
    const { shopKey } = this;
    const delivery = {
      platform: "shopify",
      shopKey,
      topic: "orders/paid",
      deliveryId,
      triggeredAt: START,
      body,
    };
    return this.inbox.write(delivery, at);
  }

  applyBatch(now: Instant = START, batchSize = 100): Promise<AppliedBatch> {
    const translate = translateWith(this.platform.find);
    return applyEvents(this.database, this.shopId, { translate, now, batchSize });
  }

  /** Applies everything that waits. */
  async settle(now: Instant = START): Promise<void> {
    for (;;) {
      const batch = await this.applyBatch(now);
      if (!batch.more && batch.settled === 0) return;
    }
  }

  async tell(facts: readonly ShopFact[], now: Instant = START): Promise<void> {
    // Written down by then: what comes later than it is applied would wait.
    await this.deliver(facts, randomUUID(), Math.min(START, now));
    await this.settle(now);
  }

  async member(customerId: string): Promise<MemberFigures> {
    const [row] = await rowsOf<MemberFigures>(
      this.database,
      `SELECT member_id, status, available, pending, held, debt, earned, spent, expired, tier_level_id FROM member
       WHERE shop_id = $1 AND customer_id = $2`,
      [this.shopId, customerId],
    );
    assert(row !== undefined, `${customerId} is a member`);
    return row;
  }

  async memberId(customerId: string): Promise<string> {
    return String((await this.member(customerId)).member_id);
  }

  async inboxStates(): Promise<{ delivery_id: string; state: string; reason: string | null }[]> {
    const states = "SELECT delivery_id, state, reason FROM inbox WHERE shop_id = $1 ORDER BY inbox_id";
    return rowsOf(this.database, states, [this.shopId]);
  }

  async contradiction(): Promise<string | null> {
    return (await verifyLedger(this.database, this.shopId)).contradiction;
  }
}

export function customer(id: string, more: Partial<CustomerFact> = {}): CustomerFact {
  return {
    id,
    email: `${id}@example.com`,
    emailProven: true,
    tags: [],
    birthday: null,
    firstName: "Anna",
    lastName: "Beispiel",
    ...more,
  };
}

export function guest(email: string): CustomerFact {
  return { ...customer("guest"), id: null, email, emailProven: false };
}

export interface PlainOrder extends Partial<OrderState> {
  readonly euros: number;
}

/** An order of one line, paid at START, in its present state. */
function orderState(id: string, { euros, ...more }: PlainOrder): OrderState {
  return {
    id,
    name: `#${id}`,
    currency: "EUR",
    placedAt: START,
    paidAt: START,
    fulfilledAt: null,
    cancelledAt: null,
    updatedAt: START,
    test: false,
    taxesIncluded: true,
    channel: "online",
    paymentMethods: ["card"],
    lines: [orderLine("1", euros)],
    orderDiscountMinor: 0,
    shippingMinor: 0,
    shippingTaxMinor: 0,
    paidByGiftCardMinor: 0,
    discountCodes: [],
    refunds: [],
    ...more,
  };
}

export function orderFact(
  id: string,
  by: CustomerFact | null,
  order: PlainOrder,
  at: Instant = START,
): ShopFact {
  return { type: "order", at, customer: by, order: orderState(id, order) };
}

export function refundFact(
  orderId: string,
  refundId: string,
  euros: number,
  at: Instant = START + 1,
): ShopFact {
  return { type: "order_refunded", at, orderId, refund: refund(refundId, euros, at) };
}

/** A refund that is only an amount. */
export function refund(id: string, euros: number, at: Instant = START + 1): OrderRefund {
  return { id, at, amountMinor: euros * 100, lines: [], shippingMinor: 0 };
}

/** One unit of something that the shop says nothing more about. */
export function orderLine(id: string, euros: number): OrderLine {
  return {
    id,
    product: "p1",
    variant: "v1",
    quantity: 1,
    unitPriceMinor: euros * 100,
    discountMinor: 0,
    taxMinor: 0,
    giftCard: false,
    tags: [],
    collections: [],
    vendor: "",
    kind: "",
  };
}
