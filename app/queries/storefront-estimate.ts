import { viewBooks } from "#app/db/books/view-books.ts";
import type { Database } from "#app/db/client.ts";
import { readProductFacts } from "#app/db/product-facts.ts";
import { assert } from "#app/domain/assert.ts";
import type { Books, MemberBook, MemberId } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { imaginedOrder } from "#app/domain/earning/imagined-order.ts";
import { type ProductFacts, withProduct } from "#app/domain/earning/product-facts.ts";
import { applyEvent, ensureMember } from "#app/domain/engine.ts";
import type { OrderLine } from "#app/domain/event.ts";
import { liveProgram } from "#app/domain/program/version-in-effect.ts";
import { decimalOf } from "./storefront-program.ts";
import type { StorefrontEstimate } from "./storefront-state.ts";

/** A line of a cart, as the shop's own cart tells it: money in hundredths of the main unit. */
export interface EstimatedLine {
  readonly product: string;
  readonly variant: string;
  readonly quantity: number;
  readonly totalHundredths: number;
  readonly giftCard: boolean;
}

const ORDER_ID = "estimate";

/**
 * What these lines would earn if they were paid now: the engine itself judges them as an order, in
 * books that are thrown away, by the same facts about products. An estimate, because taxes and discounts
 * of the checkout are not known.
 */
export async function storefrontEstimate(
  database: Database,
  shopId: number,
  memberId: MemberId | null,
  lines: readonly EstimatedLine[],
  now: Instant,
): Promise<StorefrontEstimate> {
  const books = await viewBooks(database, shopId, memberId === null ? [] : [memberId], now);
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
  return {
    points: award === undefined ? 0 : award.target,
    multiplier: level === undefined ? "1" : decimalOf(level.multiplier),
    pointsName: program.pointsName,
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
