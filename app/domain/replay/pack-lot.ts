import { elementAt } from "../assert.ts";
import type { Lot } from "../books.ts";
import type { Codec } from "./archive.ts";
import { some } from "./byte-record.ts";

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
    to.text(lot.cause === lot.id ? null : lot.cause);
    to.count(KINDS.indexOf(lot.kind));
    to.count(lot.programVersion);
    to.integer(lot.createdAt);
    to.integer(lot.points);
    to.integer(lot.remaining);
    to.integer(lot.expired);
    to.count(STATES.indexOf(lot.state));
    to.integer(lot.availableAt);
    to.integer(lot.expiresAt);
    to.count(lot.noticesSent);
  },
  unpack: (from, id) => ({
    id,
    cause: from.text() ?? id,
    kind: elementAt(KINDS, from.count()),
    programVersion: from.count(),
    createdAt: some(from.integer()),
    points: some(from.integer()),
    remaining: some(from.integer()),
    expired: some(from.integer()),
    state: elementAt(STATES, from.count()),
    availableAt: from.integer(),
    expiresAt: from.integer(),
    noticesSent: from.count(),
  }),
};
