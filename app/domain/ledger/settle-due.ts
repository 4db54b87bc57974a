import { assert } from "../assert.ts";
import type { Books } from "../books/books.ts";
import type { Lot } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import { addDays } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { earnByActivity } from "../earning/activities/earn-by-activity.ts";
import { engagementDueAt, settleEngagement } from "../engagement/settle-engagement.ts";
import { yearlyAt } from "../engagement/yearly-activities.ts";
import { maturedPointsOf } from "../earning/orders/qualifying-of-order.ts";
import { request } from "../effect-queue.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { letCodeLapse } from "../redemption/decide-code.ts";
import { settleTier, tierDueAt } from "../tiers/end-tier.ts";
import { setQualifying } from "../tiers/set-qualifying.ts";
import { firstDueAt, forgetDue, noteLotDue, takeDueCodes, takeDueLots } from "./due-lists.ts";
import { lotDueAt, noteDue, noticeDueAt } from "./due.ts";
import { offsetDebt } from "./offset-debt.ts";
import { putOffByPause } from "./put-off-by-pause.ts";
import { post } from "./post.ts";

/** More than one member can ever have due at one go; beyond it something falls due again and again. */
const MOST_DUE = 100_000;

/**
 * Brings about all that is due for a member by `now`, in the order of its instants; at one instant:
 * maturity, notices, expiry, codes, tier. So points of a lapsing code come back into a lot that is
 * then known to have lapsed. `settledAt`: gifts are known as of then, and what is found due before it does not
 * turn them back: a month that has begun stays begun.
 */
export function settleDue(
  books: Books,
  member: MemberBook,
  now: Instant,
  settledAt: Instant = Number.NEGATIVE_INFINITY,
): void {
  for (let round = 0; member.nextDueAt !== null && member.nextDueAt <= now; round += 1) {
    assert(round < MOST_DUE, "what is due is settled once");
    const instant = member.nextDueAt;
    books.changed.add(member.id);
    const due = takeDueLots(books, member, instant);
    const codes = takeDueCodes(member, instant);
    member.nextDueAt = firstDueAt(member);
    for (const lot of due) if (lot.state === "pending") matureLot(books, member, lot, instant);
    if (books.effectsWanted) sendNotices(books, member, due, instant);
    for (const lot of due) expireLot(books, member, lot, instant);
    for (const code of codes) letCodeLapse(books, member, code, instant);
    settleTier(books, member, instant);
    for (const lot of due) if (lot.remaining > 0) noteLotDue(books, member, lot);
    for (const activity of yearlyAt(books, member, instant)) {
      earnByActivity(books, member, { activity, key: null, at: instant });
    }
    settleEngagement(books, member, Math.max(instant, settledAt));
    noteDue(member, tierDueAt(books, member));
    noteDue(member, engagementDueAt(books, member, instant));
  }
}

/** Looks up anew when something is next due for a member, after what may have changed anything. */
export function lookUpDue(books: Books, member: MemberBook, now: Instant): void {
  forgetDue(member);
  member.nextDueAt = nextDueAt(books, member, now);
}

/** The next instant at which something falls due for a member, from all there is; null = nothing. */
export function nextDueAt(books: Books, member: MemberBook, now: Instant): Instant | null {
  const found = { nextDueAt: tierDueAt(books, member) };
  noteDue(found, engagementDueAt(books, member, now));
  for (const lot of member.lots.living()) noteDue(found, lotDueAt(books, lot));
  for (const code of member.codes.issued()) noteDue(found, code.expiresAt);
  return found.nextDueAt;
}

function matureLot(books: Books, member: MemberBook, lot: Lot, instant: Instant): void {
  const points = lot.remaining;
  if (points > 0) {
    post(books, member, {
      key: `lot:${member.id}:${lot.id}:matured`,
      kind: "matured",
      at: instant,
      programVersion: lot.programVersion,
      transfers: [{ from: "pending", to: "available", points, lotId: lot.id }],
      explanation: { kind: "matured", cause: lot.cause, points, expiresAt: lot.expiresAt },
    });
  }
  lot.state = "open";
  if (points === 0) return;
  offsetDebt(books, member, lot, { becameAvailable: points, at: instant });
  countMatured(books, member, lot, { points, instant });
}

/** Only matured points count towards tiers, at the date of their order, with effect from now. */
function countMatured(
  books: Books,
  member: MemberBook,
  lot: Lot,
  { points, instant }: { readonly points: number; readonly instant: Instant },
): void {
  if (lot.kind !== "order") return;
  const known = member.qualifying.get(lot.cause);
  if (known !== undefined) {
    const { at, spendMinor, orders } = known;
    const value = { spendMinor, points: known.points + points, orders };
    setQualifying(books, member, { id: lot.cause, entryAt: at, value }, instant);
    return;
  }
  const award = member.awards.get(lot.cause.slice("order:".length));
  assert(award !== undefined, "a pending lot's award is in the books");
  if (award.paidAt === null) return;
  const value = { spendMinor: 0, points: maturedPointsOf(member, award), orders: 0 };
  setQualifying(books, member, { id: lot.cause, entryAt: award.paidAt, value }, instant);
}

function expireLot(books: Books, member: MemberBook, lot: Lot, instant: Instant): void {
  // A lot that has matured just now, or paid a debt, may have nothing to lose at this instant.
  if (lot.remaining === 0 || lot.expiresAt === null || lot.expiresAt > instant) return;
  if (putOffByPause(books, lot, instant)) return;
  const points = lot.remaining;
  const { kind } = liveProgram(books).expiry;
  post(books, member, {
    key: `lot:${member.id}:${lot.id}:expired:${String(member.sequence + 1)}`,
    kind: "expired",
    at: instant,
    programVersion: books.liveVersion,
    transfers: [{ from: "available", to: "expired", points, lotId: lot.id }],
    explanation: { kind: "expired", cause: lot.cause, points, mode: kind === "never" ? "perLot" : kind },
  });
  lot.expired += points;
}

/** One notice for all points that lapse at the same instant; a lot that comes late gets only the later one. */
function sendNotices(books: Books, member: MemberBook, due: readonly Lot[], instant: Instant): void {
  const lapsing = new Map<Instant, { points: number; noticeDays: 30 | 7 }>();
  for (const lot of due) {
    const dueAt = noticeDueAt(books, lot);
    if (dueAt === null || dueAt > instant || lot.expiresAt === null || lot.state !== "open") continue;
    if (lot.remaining === 0) continue;
    const sevenAt = addDays(lot.expiresAt, -7, liveProgram(books).timezone);
    const noticeDays = instant >= sevenAt ? 7 : 30;
    lot.noticesSent = noticeDays === 7 ? 2 : 1;
    if (lot.expiresAt <= instant) continue;
    const known = lapsing.get(lot.expiresAt);
    if (known === undefined) lapsing.set(lot.expiresAt, { points: lot.remaining, noticeDays });
    else known.points += lot.remaining;
  }
  for (const [expiresAt, { points, noticeDays }] of lapsing) {
    request(books, { type: "notify_points_expiring", memberId: member.id, points, expiresAt, noticeDays });
  }
}
