import { historyOfColumn, type EntryRow } from "../storefront/storefront-history.ts";
import { storefrontMember } from "../storefront/storefront-member.ts";
import { storefrontProgram } from "../storefront/storefront-program.ts";
import type { ToldBeside } from "../storefront/storefront-terms.ts";
import type { Books } from "#app/domain/books/books.ts";
import { createBooks } from "#app/domain/books/create-books.ts";
import type { MemberBook } from "#app/domain/books/member-book.ts";
import type { Account, Transaction } from "#app/domain/books/transaction.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { imaginedOrder } from "#app/domain/earning/orders/imagined-order.ts";
import { advanceMember, applyEvent, ensureMember } from "#app/domain/engine.ts";
import type { OrderLine } from "#app/domain/event.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import type { Program } from "#app/domain/program/program.ts";
import type { StorefrontState } from "#storefront/state.ts";

/** Whose eyes the panel is seen with: a guest's, a new member's, or those of somebody on a level. */
export type PreviewViewer =
  | { readonly kind: "guest" }
  | { readonly kind: "new" }
  | { readonly kind: "level"; readonly levelId: string };

const MEMBER = "preview";
const DAY_MS = 86_400_000;
const BEFORE_ALL: Instant = -8_640_000_000_000_000;
/** In hundredths of the currency's main unit: an order that earns something in most programs. */
const USUAL_ORDER = 4_000;
const ORDERS_AT_MOST = 60;

/**
 * What the panel would show under a program: the state that shops are told, of a member who is made up and
 * whose orders the engine has judged. Null: the document is no program yet.
 */
export function panelPreview(
  document: unknown,
  viewer: PreviewViewer,
  { language, beside }: { readonly language: string; readonly beside: ToldBeside },
  now: Instant,
): StorefrontState | null {
  const parsed = parseProgram(document);
  if (!parsed.ok) return null;
  const { program } = parsed;
  const { currency, currencyDigits, timezone } = program;
  const shop = { at: now, currency, currencyDigits, timezone, referral: false, pause: null };
  if (viewer.kind === "guest") {
    return {
      ...shop,
      program: storefrontProgram(program, language, now, beside),
      viewer: { kind: "guest" },
    };
  }
  const books = createBooks([{ version: 1, effectiveAt: BEFORE_ALL, program }], 1, {
    codesIssuedAtOnce: true,
    effectsWanted: false,
    nextCode: codeSupply(),
  });
  const member = viewer.kind === "new" ? newcomer(books, now) : climber(books, program, viewer.levelId, now);
  advanceMember(books, MEMBER, now);
  const history = historyOfColumn(entriesOf(books), [], {
    versions: [...books.programs.values()],
    language,
    now,
  });
  return {
    ...shop,
    ...storefrontMember(books, member, { firstName: null, history, language, beside }, now),
  };
}

function newcomer(books: Books, at: Instant): MemberBook {
  const person = { email: null, birthday: null, tags: [] };
  const member = ensureMember(books, MEMBER, at, { ...person, status: "active" });
  applyEvent(books, { type: "joined", at, memberId: MEMBER, ...person });
  return member;
}

/** Somebody who has bought their way up within the last three months. */
function climber(books: Books, program: Program, levelId: string, now: Instant): MemberBook {
  const first = now - 90 * DAY_MS;
  const member = newcomer(books, first);
  const orders = ordersUpTo(program, levelId);
  orders.forEach((priceMinor, index) => {
    const at = first + Math.round(((index + 1) * 85 * DAY_MS) / orders.length);
    const order = {
      ...imaginedOrder(String(index), [line(priceMinor)], program.currency, at),
      name: `#${String(1_001 + index)}`,
    };
    applyEvent(books, { type: "order_changed", at, memberId: MEMBER, order });
  });
  if (member.tier.levelId !== levelId) {
    applyEvent(books, {
      type: "tier_decided",
      at: now,
      memberId: MEMBER,
      levelId,
      lockedUntil: null,
      reason: MEMBER,
    });
  }
  return member;
}

/** What they have paid, order by order: as much as the level asks for and a little more. */
function ordersUpTo({ tiers, currencyDigits }: Program, levelId: string): number[] {
  const usual = Math.round((USUAL_ORDER * 10 ** currencyDigits) / 100);
  const from = tiers?.levels.find(({ id }) => id === levelId)?.from;
  if (tiers === null || from === undefined) return [usual];
  if (tiers.metric === "orders")
    return new Array<number>(Math.min(Math.max(1, from), ORDERS_AT_MOST)).fill(usual);
  if (tiers.metric === "points") return [usual, usual];
  return new Array<number>(3).fill(Math.ceil(Math.max(usual, (from * 1.1) / 3)));
}

function line(unitPriceMinor: number): OrderLine {
  return {
    ...{ id: "1", product: null, variant: null, quantity: 1, unitPriceMinor, discountMinor: 0, taxMinor: 0 },
    ...{ giftCard: false, tags: [], collections: [], vendor: "", kind: "" },
  };
}

const MEMBERS_OWN: ReadonlySet<Account> = new Set<Account>(["available", "pending", "debt"]);

/** What was posted, as the panel's history reads it, newest first. */
function entriesOf({ journal }: Books): EntryRow[] {
  return journal.transactions
    .map((posted) => ({
      ...{ key: posted.key, at: posted.at, version: posted.programVersion, explanation: posted.explanation },
      ...{ points: netOf(posted), orderName: null, units: 1, codeValueMinor: null, expiresAt: null },
    }))
    .reverse();
}

function netOf({ transfers }: Transaction): number {
  return transfers.reduce(
    (sum, { from, to, points }) =>
      sum + (MEMBERS_OWN.has(to) ? points : 0) - (MEMBERS_OWN.has(from) ? points : 0),
    0,
  );
}

function codeSupply(): () => string {
  let made = 0;
  return () => {
    made += 1;
    return `PREVIEW-${String(made)}`;
  };
}
