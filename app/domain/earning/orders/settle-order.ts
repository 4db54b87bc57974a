import { causeOfOrder } from "../../books/ids.ts";
import { assert } from "../../assert.ts";
import type { Award } from "../../books/awards.ts";
import type { Books } from "../../books/books.ts";
import type { MemberBook } from "../../books/member-book.ts";
import { isPaused } from "../../books/pauses.ts";
import type { Instant } from "../../calendar.ts";
import type { OrderState } from "../../event.ts";
import { noteActivity } from "../../ledger/expiry.ts";
import type { Program } from "../../program/program.ts";
import { liveProgram, programOf, versionInEffect } from "../../program/version-in-effect.ts";
import { challengesOpenTo } from "../../challenges/settle-challenges.ts";
import { countForEngagement } from "../../engagement/settle-engagement.ts";
import { membershipMultipliers } from "../../memberships/memberships-of-member.ts";
import { DONE } from "../../refusal.ts";
import type { Outcome } from "../../refusal.ts";
import { returnSpentPoints } from "../../redemption/return-spent.ts";
import { settleCodes } from "../../redemption/settle-codes.ts";
import { setQualifying } from "../../tiers/set-qualifying.ts";
import { tierAt } from "../../tiers/levels.ts";
import type { Exclusion } from "../../books/frozen-award.ts";
import type { StandingOrder } from "../../books/awards.ts";
import { exclusionOf } from "./exclusion.ts";
import { growAward, judgeOrder, withRoomNow, withRoomNowFor } from "./judge-order.ts";
import { nothingEarned } from "../../books/frozen-award.ts";
import type { Case } from "./judge-order.ts";
import { keptOrder } from "../refunds/kept-order.ts";
import type { KeptOrder } from "../refunds/kept-order.ts";
import { NOTHING, orderTarget } from "./order-target.ts";
import type { OrderTarget } from "./order-target.ts";
import { noteRelease, postDifference } from "./post-order.ts";
import { priceOrder } from "./price-order.ts";
import type { PricedOrder } from "./price-order.ts";
import { qualifyingOf } from "./qualifying-of-order.ts";
import { growingUses, recordUses } from "../limits/record-uses.ts";
import { refuseOrder } from "./refuse-order.ts";
import { asksForSegments } from "./segments-asked-for.ts";
import { coverOfCodes } from "./reward-cover.ts";

const NOT_YET_PAID = nothingEarned("not_paid");

/**
 * Brings the books to an order's present state: computes the points it should have and posts the
 * difference to what it has. The same state twice, or an older one late, changes nothing.
 */
export function settleOrder(books: Books, member: MemberBook, order: OrderState, at: Instant): Outcome {
  const refusal = refuseOrder(order, liveProgram(books).currency);
  if (refusal !== null) return refusal;
  const known = member.awards.get(order.id);
  if (known !== undefined && isOlder(order, known)) return DONE;
  const open = challengesOpenTo(books, member, order.paidAt);
  const award = known ?? newAward(books, member, order);
  award.orderUpdatedAt = order.updatedAt ?? award.orderUpdatedAt;
  const wasCancelled = award.cancelled;
  award.cancelled = order.cancelledAt !== null || order.paidAt === null;
  const codes = order.test ? [] : settleCodes(books, order, at);
  if (order.paidAt !== null && !order.test) noteActivity(books, member, order.paidAt, at);

  const before = award.frozen;
  const priced = judge(books, member, award, { order, cover: coverOfCodes(books, codes), wasCancelled });
  const kept = keptOrder(award.frozen, priced, order);
  const target = targetOf(books, member, award, {
    order,
    priced,
    kept,
    isFirstLook: isPassing(before.excluded),
  });
  const hasGrown = before !== award.frozen;
  postDifference(books, member, award, { order, at, kept, target, wasCancelled, hasGrown });
  noteRelease(books, member, award, order);
  recordUses(books, member, award, { kept, target });
  returnSpentPoints(books, codes, { order, priced, kept, at });
  if (award.paidAt !== null) {
    setQualifying(
      books,
      member,
      { id: causeOfOrder(order.id), entryAt: award.paidAt, value: qualifyingOf(member, award, kept) },
      at,
    );
  }
  countForEngagement(books, member, order, { open, at });
  return DONE;
}

/**
 * The points the order should have. Of what comes back after a refund, as after a cancellation, it
 * gets what limits and caps leave now: others may have used the room meanwhile.
 */
function targetOf(
  books: Books,
  member: MemberBook,
  award: Award,
  look: {
    readonly order: OrderState;
    readonly priced: PricedOrder;
    readonly kept: KeptOrder;
    readonly isFirstLook: boolean;
  },
): OrderTarget {
  if (award.cancelled) return NOTHING;
  let target = orderTarget(award.frozen, look.kept);
  if (look.isFirstLook || award.frozen.excluded !== null) return target;
  const found = new Set<string>();
  for (;;) {
    // What one limit now cuts may leave more of the caps to the other rules: they are looked at again.
    const growing = growingUses(books, award, target).filter((key) => !found.has(key));
    if (growing.length === 0) return target;
    for (const key of growing) found.add(key);
    const { order, priced } = look;
    const { frozen } = award;
    const program = programFor(books, award);
    const judged = caseOf(books, member, award, { order, priced, program, tierId: frozen.tierId });
    award.frozen = withRoomNowFor(frozen, judged, (key) => growing.includes(key));
    target = orderTarget(award.frozen, look.kept);
  }
}

function isOlder(order: OrderState, award: Award): boolean {
  return order.updatedAt !== null && award.orderUpdatedAt !== null && order.updatedAt < award.orderUpdatedAt;
}

function newAward(books: Books, member: MemberBook, order: OrderState): Award {
  const award: Award = {
    orderId: order.id,
    memberId: member.id,
    orderName: order.name,
    programVersion: books.liveVersion,
    paidAt: null,
    frozen: NOT_YET_PAID,
    target: 0,
    standing: 0,
    writtenOff: 0,
    cancelled: false,
    lotIds: [],
    postings: 0,
    orderUpdatedAt: null,
  };
  member.awards.set(order.id, award);
  return award;
}

/** Whether an exclusion passes: such an order is judged once it qualifies. */
function isPassing(exclusion: Exclusion | null): boolean {
  return exclusion === "not_paid" || exclusion === "cancelled" || exclusion === "test_order";
}

/** Judges the order when it first qualifies, and what an edit added to it later. Returns its prices. */
function judge(
  books: Books,
  member: MemberBook,
  award: Award,
  {
    order,
    cover,
    wasCancelled,
  }: {
    readonly order: OrderState;
    readonly cover: ReturnType<typeof coverOfCodes>;
    readonly wasCancelled: boolean;
  },
): PricedOrder {
  const isFirstLook = isPassing(award.frozen.excluded);
  if (isFirstLook && order.paidAt !== null)
    award.programVersion = versionInEffect(books, order.paidAt).version;
  const program = programFor(books, award);
  const priced = priceOrder(order, program, cover);
  if (!isFirstLook) {
    if (award.frozen.excluded === null && !award.cancelled)
      reviseAward(books, member, award, { order, priced, program, wasCancelled });
    return priced;
  }
  const reason = order.test
    ? "test_order"
    : order.paidAt === null
      ? "not_paid"
      : award.cancelled
        ? "cancelled"
        : null;
  if (reason !== null || order.paidAt === null) {
    award.frozen = nothingEarned(reason ?? "not_paid");
    return priced;
  }
  award.paidAt = order.paidAt;
  const excluded = exclusionOf(member, program);
  award.frozen =
    excluded === null
      ? firstJudgement(books, member, award, { order, priced, program, tierId: tierAt(member, award.paidAt) })
      : nothingEarned(excluded);
  return priced;
}

/** Paid while earning was paused, it is frozen as such: no rule holds for it, now or after an edit. */
function firstJudgement(books: Books, member: MemberBook, award: Award, look: Look): Award["frozen"] {
  const isMuted = award.paidAt !== null && isPaused(books.pauses, "earning", award.paidAt);
  if (!isMuted) return judgeOrder(caseOf(books, member, award, look));
  const muted = { ...look, program: withoutRules(look.program) };
  return { ...judgeOrder(caseOf(books, member, award, muted)), paused: true };
}

/** What an order is judged by: its version, of which no rule holds for one that was paid during a pause. */
function programFor(books: Books, { programVersion, frozen }: Award): Program {
  const program = programOf(books, programVersion);
  return frozen.paused === true ? withoutRules(program) : program;
}

function withoutRules(program: Program): Program {
  return { ...program, rules: [] };
}

/** What an edit added is judged as the order was; a bonus there is only one of gives way where another order has it now. */
function reviseAward(
  books: Books,
  member: MemberBook,
  award: Award,
  look: Omit<Look, "tierId"> & { readonly wasCancelled: boolean },
): void {
  const { frozen } = award;
  const { order, priced, program } = look;
  const revised = caseOf(books, member, award, { order, priced, program, tierId: frozen.tierId });
  award.frozen = growAward(look.wasCancelled ? withRoomNow(frozen, revised) : frozen, revised);
  const { orderRules } = award.frozen;
  const kept = orderRules.filter(({ once }) => once === null || !revised.taken.has(once));
  if (kept.length < orderRules.length) award.frozen = { ...award.frozen, orderRules: kept };
}

interface Look {
  readonly order: OrderState;
  readonly priced: PricedOrder;
  readonly program: Program;
  readonly tierId: string | null;
}

function caseOf(
  books: Books,
  member: MemberBook,
  award: Award,
  { order, priced, program, tierId }: Look,
): Case {
  assert(award.paidAt !== null, "an order is judged at the instant it was paid");
  const asksForNth = program.rules.some(
    ({ order: condition }) => condition?.first !== undefined || condition?.nth !== undefined,
  );
  const others = asksForNth ? otherOrders(member, award) : NO_OTHERS;
  const isFrozen = award.frozen.excluded === null;
  const nth = isFrozen ? award.frozen.nth : asksForNth ? countBefore(others, award) + 1 : 0;
  return {
    program,
    member,
    paidAt: award.paidAt,
    tierId,
    segments: segmentsFor(books, member, award, program),
    multipliers: membershipMultipliers(books, member, program.memberships, award.paidAt),
    priced,
    facts: { order, subtotalMinor: priced.subtotalMinor, nth },
    limitZone: liveProgram(books).timezone,
    taken: others.length === 0 ? NONE_TAKEN : new Set(others.flatMap(({ once }) => once)),
  };
}

/** By the facts of the instant just before the order, frozen with it; null where no rule asks. */
function segmentsFor(
  books: Books,
  member: MemberBook,
  { frozen, paidAt }: Award,
  program: Program,
): readonly string[] | null {
  if (paidAt === null || !asksForSegments(program)) return null;
  if (frozen.excluded === null && frozen.segments !== undefined) return frozen.segments;
  return books.segmentsAt(member, paidAt - 1);
}

const NO_OTHERS: readonly StandingOrder[] = [];
const NONE_TAKEN: ReadonlySet<string> = new Set();

/** The member's other orders that were paid and stand. */
function otherOrders(member: MemberBook, award: Award): StandingOrder[] {
  return [...member.awards.standing()].filter(({ orderId }) => orderId !== award.orderId);
}

/** Orders paid before this one; of two paid at the same instant, the one with the smaller id is the earlier. */
function countBefore(others: readonly StandingOrder[], award: Award): number {
  const paidAt = award.paidAt ?? Number.POSITIVE_INFINITY;
  return others.filter(
    (other) => other.paidAt < paidAt || (other.paidAt === paidAt && other.orderId < award.orderId),
  ).length;
}
