import { viewBooks } from "#app/db/books/view-books.ts";
import type { Database } from "#app/db/client.ts";
import { readProductFacts } from "#app/db/questions/product-facts.ts";
import { assert } from "#app/domain/assert.ts";
import type { Books } from "#app/domain/books/books.ts";
import { pauseNow } from "#app/domain/books/pauses.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { imaginedOrder } from "#app/domain/earning/orders/imagined-order.ts";
import { type ProductFacts, withProduct } from "#app/domain/earning/orders/product-facts.ts";
import { applyEvent } from "#app/domain/engine.ts";
import { ensureMember } from "#app/domain/members/enrol.ts";
import type { OrderLine } from "#app/domain/event.ts";
import { decimalText } from "#app/domain/program/texts/decimal-text.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import type { StorefrontEstimate } from "#storefront/state.ts";

/** A line of a cart, as the shop's own cart tells it: money in hundredths of the main unit. */
export interface EstimatedLine {
  readonly product: string;
  readonly variant: string;
  readonly quantity: number;
  readonly totalHundredths: number;
  readonly giftCard: boolean;
}

export interface EstimateViewer {
  readonly shopId: number;
  /** Null: a visitor. */
  readonly memberId: MemberId | null;
  readonly language: string | null;
}

const ORDER_ID = "estimate";

/**
 * What these lines would earn if they were paid now: the engine itself judges them as an order, in
 * books that are thrown away, by the same facts about products. An estimate, because taxes and discounts
 * of the checkout are not known.
 */
export async function storefrontEstimate(
  database: Database,
  { shopId, memberId, language }: EstimateViewer,
  lines: readonly EstimatedLine[],
  now: Instant,
): Promise<StorefrontEstimate> {
  const seen = await viewBooks(database, shopId, memberId === null ? [] : [memberId], now);
  const pause = pauseNow(seen.pauses, now);
  const stopped = pause?.earning === true ? pause : null;
  // Judged as if all went on, so that a pause is told only where it takes something.
  const books = { ...seen, pauses: [] };
  const member = memberId === null ? visitor(books, now) : books.members.get(memberId);
  assert(member !== undefined, "a member who was found is in the books");
  const program = liveProgram(books);
  const facts = await readProductFacts(
    database,
    shopId,
    lines.map(({ product }) => product),
  );
  const scale = 10 ** (2 - program.currencyDigits);
  const order = imaginedOrder(
    ORDER_ID,
    lines.map((line, index) => orderLine(line, index, scale, facts.get(line.product))),
    program.currency,
    now,
  );
  const outcome = applyEvent(books, { type: "order_changed", at: now, memberId: member.id, order });
  const award = outcome.ok ? member.awards.get(ORDER_ID) : undefined;
  const level = program.tiers?.levels.find(({ id }) => id === member.tier.levelId);
  const points = award === undefined ? 0 : award.target;
  return {
    points: stopped === null ? points : 0,
    multiplier: level === undefined ? "1" : decimalText(level.multiplier),
    pointsName: inLanguage(program.pointsName, language),
    pause: stopped === null || points === 0 ? null : { until: stopped.until, timezone: program.timezone },
  };
}

function visitor(books: Books, now: Instant): MemberBook {
  return ensureMember(books, "visitor", now, { email: null, tags: [], birthday: null, status: "active" });
}

/** The unit price is rounded up and the difference given as a discount, so that the total is exact. */
function orderLine(
  line: EstimatedLine,
  index: number,
  scale: number,
  facts: ProductFacts | undefined,
): OrderLine {
  const totalMinor = Math.round(line.totalHundredths / scale);
  const unitPriceMinor = Math.ceil(totalMinor / line.quantity);
  const plain: OrderLine = {
    id: String(index + 1),
    product: line.product,
    variant: line.variant,
    quantity: line.quantity,
    unitPriceMinor,
    discountMinor: unitPriceMinor * line.quantity - totalMinor,
    taxMinor: 0,
    giftCard: line.giftCard,
    tags: [],
    collections: [],
    vendor: "",
    kind: "",
  };
  return facts === undefined ? plain : withProduct(plain, facts);
}
