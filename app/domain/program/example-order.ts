import type { Instant } from "../calendar.ts";
import { imaginedOrder } from "../earning/orders/imagined-order.ts";
import { applyEvent } from "../engine.ts";
import { createBooks } from "../books/create-books.ts";
import { ensureMember } from "../members/enrol.ts";
import type { Books } from "../books/books.ts";
import type { OrderLine, OrderState } from "../event.ts";
import { inWords } from "../ledger/explanations/render-explanation.ts";
import { type RenderedExplanation } from "../ledger/explanations/rendered-explanation.ts";
import { wordingFor } from "../ledger/explanations/wording.ts";
import { type Language } from "../ledger/explanations/language.ts";
import type { LineCondition } from "./conditions.ts";
import type { Program } from "./program.ts";

/** An order made up to show what a program does: what is bought, and what it earns, entry by entry. */
export interface ExampleOrder {
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: number;
    readonly unitPriceMinor: number;
    /** What rules of the program look for in this line, e.g. `new`. */
    readonly marks: readonly string[];
  }[];
  readonly earned: readonly RenderedExplanation[];
  readonly points: number;
}

/** What of the example may be otherwise. */
export interface ExampleWish {
  /** Of the first line. */
  readonly quantity: number;
  readonly unitPriceMinor: number;
  /** Off the whole order. */
  readonly discountMinor: number;
  /** The level the member has before the order; null: a new member's. */
  readonly levelId: string | null;
  /** Whether the member has ordered before. */
  readonly orderedBefore: boolean;
  /** Pieces of the first line that come back afterwards. */
  readonly returned: number;
}

const MEMBER = "example";
/** In hundredths of the currency's main unit, as most currencies have them. */
const PLAIN_PRICE = 2_490;
const MARKED_PRICE = 1_250;
const DAY_MS = 86_400_000;

/** Two of a plain product, bought by a new member as the first order. */
export function plainExample(program: Pick<Program, "currencyDigits">): ExampleWish {
  return {
    quantity: 2,
    unitPriceMinor: price(PLAIN_PRICE, program),
    discountMinor: 0,
    levelId: null,
    orderedBefore: false,
    returned: 0,
  };
}

interface ExampleAbout {
  /** Whose first rule for particular goods the second line is about; left out: the program's own. */
  readonly about?: Program;
  readonly wish?: ExampleWish;
}

/**
 * What the program gives a member for an order paid at `at`: a plain product, and one that the first rule
 * for particular goods is about. Judged by the engine that judges real orders.
 */
export function exampleOrder(
  program: Program,
  at: Instant,
  language: Language,
  { about = program, wish = plainExample(program) }: ExampleAbout = {},
): ExampleOrder {
  const lines = linesFor(about, wish);
  const books = createBooks([{ version: 1, effectiveAt: at, program }], 1, {
    codesIssuedAtOnce: true,
    effectsWanted: false,
    nextCode: codeSupply(),
  });
  const member = ensureMember(books, MEMBER, at, { email: null, tags: [], birthday: null, status: "active" });
  prepare(books, at, program, wish);
  books.journal.transactions.length = 0;
  const before = member.balance.available + member.balance.pending;
  const order = {
    ...imaginedOrder(MEMBER, lines, program.currency, at),
    name: "#1001",
    orderDiscountMinor: Math.min(wish.discountMinor, wish.quantity * wish.unitPriceMinor),
  };
  applyEvent(books, { type: "order_changed", at, memberId: MEMBER, order });
  if (wish.returned > 0) sendBack(books, order, wish.returned, at);
  const wording = wordingFor(language, program);
  return {
    lines: lines.map(({ product, quantity, unitPriceMinor, tags, collections, kind, vendor }) => ({
      name: product ?? MEMBER,
      quantity,
      unitPriceMinor,
      marks: [...tags, ...collections, kind, vendor].filter((mark) => mark !== ""),
    })),
    earned: books.journal.transactions.map(({ explanation }) => inWords(explanation, wording, null)),
    points: member.balance.available + member.balance.pending - member.balance.debt - before,
  };
}

/** The member as the wish has them: on a level, with an order of before that is worth nothing. */
function prepare(books: Books, at: Instant, program: Program, { levelId, orderedBefore }: ExampleWish): void {
  if (orderedBefore) {
    const order = imaginedOrder("before", [], program.currency, at);
    applyEvent(books, { type: "order_changed", at, memberId: MEMBER, order });
  }
  if (levelId === null) return;
  const decided = { levelId, lockedUntil: at + DAY_MS, reason: MEMBER, withoutEntry: true };
  applyEvent(books, { type: "tier_decided", at, memberId: MEMBER, ...decided });
}

function sendBack(books: Books, order: OrderState, returned: number, at: Instant): void {
  const [first] = order.lines;
  if (first === undefined) return;
  const quantity = Math.min(returned, first.quantity);
  const refund = {
    id: MEMBER,
    at: at + 1,
    amountMinor: quantity * first.unitPriceMinor,
    lines: [{ line: first.id, quantity, amountMinor: null }],
    shippingMinor: 0,
  };
  const returnedOrder = { ...order, refunds: [refund] };
  applyEvent(books, { type: "order_changed", at: at + 1, memberId: MEMBER, order: returnedOrder });
}

function linesFor(program: Program, wish: ExampleWish): readonly OrderLine[] {
  const plain = line("1", wish.quantity, wish.unitPriceMinor, null);
  const particular = program.rules.find((rule) => rule.enabled && "lines" in rule && rule.lines !== null);
  if (particular === undefined || !("lines" in particular)) return [plain];
  return [plain, line("2", 1, price(MARKED_PRICE, program), particular.lines)];
}

function line(id: string, quantity: number, unitPriceMinor: number, like: LineCondition | null): OrderLine {
  const one = (values: ReadonlySet<string> | undefined) => [...(values ?? [])].slice(0, 1);
  return {
    id,
    product: one(like?.products)[0] ?? null,
    variant: one(like?.variants)[0] ?? null,
    quantity,
    unitPriceMinor,
    discountMinor: 0,
    taxMinor: 0,
    giftCard: false,
    tags: one(like?.tags),
    collections: one(like?.collections),
    vendor: one(like?.vendors).join(""),
    kind: one(like?.types).join(""),
  };
}

function price(hundredths: number, program: Pick<Program, "currencyDigits">): number {
  return program.currencyDigits >= 2 ? hundredths * 10 ** (program.currencyDigits - 2) : hundredths;
}

function codeSupply(): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `EXAMPLE-${String(made)}`;
  };
}
