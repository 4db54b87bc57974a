import type { Instant } from "../calendar.ts";
import { imaginedOrder } from "../earning/orders/imagined-order.ts";
import { applyEvent } from "../engine.ts";
import { createBooks } from "../books/create-books.ts";
import { ensureMember } from "../members/enrol.ts";
import type { Books } from "../books/books.ts";
import type { OrderLine, OrderState } from "../event.ts";
import { inWords } from "../ledger/explanations/render-explanation.ts";
import { wordingFor } from "../ledger/explanations/wording.ts";
import { type Language } from "../ledger/explanations/language.ts";
import type { LineCondition } from "./conditions.ts";
import { type ExampleOrder, type ExampleWish, plainExample, price } from "./example-wish.ts";
import type { Program } from "./program.ts";

const MEMBER = "example";
/** In hundredths of the currency's main unit. */
const MARKED_PRICE = 1_250;
const DAY_MS = 86_400_000;

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

function codeSupply(): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `EXAMPLE-${String(made)}`;
  };
}
