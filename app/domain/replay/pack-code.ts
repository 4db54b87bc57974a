import { elementAt } from "../assert.ts";
import type { LotDraw, MemberId, RewardCode } from "../books.ts";
import { CODE_STATES } from "../redemption/code-book.ts";
import type { Claimed } from "../redemption/code-book.ts";
import type { Codec } from "./archive.ts";
import { some } from "./byte-record.ts";
import type { ByteReader } from "./byte-record.ts";
import { unpackList } from "./packed-lists.ts";
import type { SharedParts } from "./shared-parts.ts";

const ORIGINS: readonly RewardCode["origin"][] = ["redemption", "tier_entry"];

/** A code without its text, which is its name, and its member, which its shelf says. */
export function codeCodec(shared: SharedParts, memberId: MemberId): Codec<RewardCode> {
  return {
    pack: (to, code) => {
      to.count(shared.numberOf(code.rewardId));
      to.count(ORIGINS.indexOf(code.origin));
      to.count(CODE_STATES.indexOf(code.state));
      to.count(code.programVersion);
      to.integer(code.points);
      to.integer(code.valueMinor);
      to.count(code.draws.length);
      for (const { lotId, points, returned } of code.draws) {
        to.text(lotId);
        to.integer(points);
        to.integer(returned);
      }
      to.integer(code.claimedAt);
      to.integer(code.expiresAt);
      to.text(code.usedByOrderId);
      to.integer(code.returnedPoints);
      to.count(code.postings);
      to.text(code.stateReason);
    },
    unpack: (from, text) => {
      const { rewardId, origin, state } = readClaimed(from, shared);
      const programVersion = from.count();
      const points = some(from.integer());
      const valueMinor = from.integer();
      const draws = unpackList(from, shared, unpackDraw);
      const claimedAt = some(from.integer());
      const expiresAt = from.integer();
      const usedByOrderId = from.text();
      const returnedPoints = some(from.integer());
      const postings = from.count();
      const stateReason = from.text();
      return {
        code: text,
        memberId,
        rewardId,
        programVersion,
        points,
        valueMinor,
        draws,
        claimedAt,
        expiresAt,
        origin,
        state,
        usedByOrderId,
        returnedPoints,
        postings,
        stateReason,
      };
    },
  };
}

/** What a code was claimed for and what became of it, without reading the rest. */
export function readClaimed(from: ByteReader, shared: SharedParts): Claimed {
  const rewardId = shared.textOf(from.count());
  const origin = elementAt(ORIGINS, from.count());
  return { rewardId, origin, state: elementAt(CODE_STATES, from.count()) };
}

function unpackDraw(from: ByteReader): LotDraw {
  return { lotId: some(from.text()), points: some(from.integer()), returned: some(from.integer()) };
}
