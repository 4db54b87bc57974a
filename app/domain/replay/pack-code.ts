import { elementAt } from "../assert.ts";
import type { LotDraw, MemberId, RewardCode, RewardCodeState } from "../books.ts";
import type { Codec } from "./archive.ts";
import { some } from "./byte-record.ts";
import type { ByteReader } from "./byte-record.ts";
import { unpackList } from "./packed-lists.ts";
import type { SharedParts } from "./shared-parts.ts";

const STATES: readonly RewardCodeState[] = [
  "held",
  "issued",
  "used",
  "released",
  "revoked",
  "failed",
  "requested",
  "fulfilled",
  "declined",
];
const ORIGINS: readonly RewardCode["origin"][] = ["redemption", "tier_entry"];

/** A code without its text, which is its name, and its member, which its shelf says. */
export function codeCodec(shared: SharedParts, memberId: MemberId): Codec<RewardCode> {
  return {
    pack: (to, code) => {
      to.count(shared.numberOf(code.rewardId));
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
      to.count(ORIGINS.indexOf(code.origin));
      to.count(STATES.indexOf(code.state));
      to.text(code.usedByOrderId);
      to.integer(code.returnedPoints);
      to.count(code.postings);
      to.text(code.stateReason);
    },
    unpack: (from, text) => ({
      code: text,
      memberId,
      rewardId: shared.textOf(from.count()),
      programVersion: from.count(),
      points: some(from.integer()),
      valueMinor: from.integer(),
      draws: unpackList(from, shared, unpackDraw),
      claimedAt: some(from.integer()),
      expiresAt: from.integer(),
      origin: elementAt(ORIGINS, from.count()),
      state: elementAt(STATES, from.count()),
      usedByOrderId: from.text(),
      returnedPoints: some(from.integer()),
      postings: from.count(),
      stateReason: from.text(),
    }),
  };
}

function unpackDraw(from: ByteReader): LotDraw {
  return { lotId: some(from.text()), points: some(from.integer()), returned: some(from.integer()) };
}
