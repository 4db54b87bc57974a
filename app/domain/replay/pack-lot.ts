import { elementAt } from "../assert.ts";
import type { Lot } from "../books.ts";
import type { Codec } from "./archive.ts";
import { some } from "./byte-record.ts";
import type { ByteReader } from "./byte-record.ts";

const KINDS: readonly Lot["kind"][] = [
  "order",
  "activity",
  "adjustment",
  "tier_entry",
  "reinstated",
  "returned",
];
const STATES: readonly Lot["state"][] = ["pending", "open"];

/** A lot without its name; most are named after their cause. */
export const lotCodec: Codec<Lot> = {
  pack: (to, lot) => {
    to.count(STATES.indexOf(lot.state));
    to.integer(lot.remaining);
    to.text(lot.cause === lot.id ? null : lot.cause);
    to.count(KINDS.indexOf(lot.kind));
    to.count(lot.programVersion);
    to.integer(lot.createdAt);
    to.integer(lot.points);
    to.integer(lot.expired);
    to.integer(lot.availableAt);
    to.integer(lot.expiresAt);
    to.count(lot.noticesSent);
  },
  unpack: (from, id) => {
    const { state, remaining } = readLotLife(from);
    const cause = from.text() ?? id;
    const kind = elementAt(KINDS, from.count());
    const programVersion = from.count();
    const createdAt = some(from.integer());
    const points = some(from.integer());
    const expired = some(from.integer());
    const availableAt = from.integer();
    const expiresAt = from.integer();
    const noticesSent = from.count();
    return {
      id,
      cause,
      kind,
      programVersion,
      createdAt,
      points,
      remaining,
      expired,
      state,
      availableAt,
      expiresAt,
      noticesSent,
    };
  },
};

/** What decides whether a lot lives, without reading the rest of it. */
export function readLotLife(from: ByteReader): Pick<Lot, "state" | "remaining"> {
  return { state: elementAt(STATES, from.count()), remaining: some(from.integer()) };
}
