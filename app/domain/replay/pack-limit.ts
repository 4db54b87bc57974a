import type { LimitUse } from "../books.ts";
import type { Codec } from "./archive.ts";
import { some } from "./byte-record.ts";

/** The use of a limit without its key, which is its name. */
export const limitCodec: Codec<LimitUse> = {
  pack: (to, use) => {
    to.integer(use.count);
    to.integer(use.points);
    to.integer(use.lastAt);
  },
  unpack: (from, key) => ({
    key,
    count: some(from.integer()),
    points: some(from.integer()),
    lastAt: from.integer(),
  }),
};
