import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import { addDays } from "../calendar.ts";
import type { MemberEvent } from "../event.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { DONE, notEnoughPoints, refused } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import { setQualifying } from "../tiers/set-qualifying.ts";
import { creditNewLot } from "./credit.ts";
import { drawsFor, fromAvailable, lotsToSpend } from "./draws.ts";
import { post } from "./post.ts";

/** Points given or taken by hand; taking more than is available is refused. Outside all caps. */
export function adjustPoints(
  books: Books,
  member: MemberBook,
  event: MemberEvent & { type: "points_adjusted" },
): Outcome {
  const { at, points, reason } = event;
  if (-points > member.balance.available) return notEnoughPoints(-points, member.balance.available);
  const id = `adjust:${event.id}`;
  if (points > 0) {
    creditNewLot(
      books,
      member,
      { id, kind: "adjustment" },
      {
        key: id,
        kind: "adjusted",
        at,
        points,
        sparesDebt: event.sparesDebt === true,
        explain: () => ({ kind: "adjusted", points, reason }),
      },
    );
  } else if (points < 0) {
    post(books, member, {
      key: id,
      kind: "adjusted",
      at,
      programVersion: books.liveVersion,
      transfers: fromAvailable(drawsFor(lotsToSpend(member), -points), "issued"),
      explanation: { kind: "adjusted", points, reason },
    });
  }
  const metric = liveProgram(books).tiers?.metric;
  if (event.qualifying !== 0 && metric !== undefined) {
    const value = {
      spendMinor: metric === "spend" ? event.qualifying : 0,
      points: metric === "points" ? event.qualifying : 0,
      orders: metric === "orders" ? event.qualifying : 0,
    };
    setQualifying(books, member, { id, entryAt: at, value }, at);
  }
  return DONE;
}

/** Brings back what lapsed from a lot, within the days the shop allows, as a lot of its own with an expiry of its own. */
export function reinstatePoints(
  books: Books,
  member: MemberBook,
  event: MemberEvent & { type: "points_reinstated" },
): Outcome {
  const { at, reason, withinDays } = event;
  const lot = member.lots.get(event.lotId);
  if (lot === undefined) return refused("lot_unknown", `unknown lot: ${event.lotId}`);
  const points = lot.expired;
  if (points === 0 || lot.expiresAt === null) {
    return refused("lot_not_expired", `nothing of lot ${lot.id} has expired`);
  }
  if (at > addDays(lot.expiresAt, withinDays, liveProgram(books).timezone)) {
    return refused(
      "reinstatement_too_late",
      `points can be reinstated within ${String(withinDays)} days of their expiry`,
    );
  }
  lot.expired = 0;
  const id = `reinstated:${lot.id}:${String(member.sequence + 1)}`;
  creditNewLot(
    books,
    member,
    { id, kind: "reinstated" },
    {
      key: `${id}:${member.id}`,
      kind: "reinstated",
      at,
      points,
      from: "expired",
      explain: () => ({ kind: "reinstated", cause: lot.cause, points, reason }),
    },
  );
  return DONE;
}
