import type { Books, MemberBook, Transfer } from "../books.ts";
import { addDays } from "../calendar.ts";
import type { MemberEvent } from "../event.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { DONE, notEnoughPoints, refused } from "../redemption/refusal.ts";
import type { Outcome } from "../redemption/refusal.ts";
import { setQualifying } from "../tiers/set-qualifying.ts";
import { creditNewLot } from "./credit.ts";
import { drawsFor, lotsToSpend } from "./lots.ts";
import { post } from "./post.ts";

/** Days after expiry within which a merchant can bring points back. */
const REINSTATABLE_DAYS = 30;

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
    creditNewLot(books, member, id, "adjustment", {
      key: id,
      kind: "adjusted",
      at,
      points,
      explain: () => ({ kind: "adjusted", points, reason }),
    });
  } else if (points < 0) {
    post(books, member, {
      key: id,
      kind: "adjusted",
      at,
      programVersion: books.liveVersion,
      transfers: drawsFor(lotsToSpend(member), -points).map((draw): Transfer => ({
        from: "available",
        to: "issued",
        points: draw.points,
        lotId: draw.lotId,
      })),
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
    setQualifying(books, member, id, at, value, at);
  }
  return DONE;
}

/** Brings back what lapsed from a lot, within 30 days, as a lot of its own with an expiry of its own. */
export function reinstatePoints(
  books: Books,
  member: MemberBook,
  event: MemberEvent & { type: "points_reinstated" },
): Outcome {
  const { at, reason } = event;
  const lot = member.lots.get(event.lotId);
  if (lot === undefined) return refused("lot_unknown", `unknown lot: ${event.lotId}`);
  const points = lot.expired;
  if (points === 0 || lot.expiresAt === null) {
    return refused("lot_not_expired", `nothing of lot ${lot.id} has expired`);
  }
  if (at > addDays(lot.expiresAt, REINSTATABLE_DAYS, liveProgram(books).timezone)) {
    return refused("reinstatement_too_late", "points can be reinstated within 30 days of their expiry");
  }
  lot.expired = 0;
  const id = `reinstated:${lot.id}:${String(member.sequence + 1)}`;
  creditNewLot(books, member, id, "reinstated", {
    key: `${id}:${member.id}`,
    kind: "reinstated",
    at,
    points,
    from: "expired",
    explain: () => ({ kind: "reinstated", cause: lot.cause, points, reason }),
  });
  return DONE;
}
