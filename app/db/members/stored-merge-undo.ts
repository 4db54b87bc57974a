import { z } from "zod";
import type {
  EntryChange,
  LotChange,
  MergeUndo,
  MovedEntry,
  MovedLot,
  Stand,
  UseCount,
} from "#app/domain/members/unmerge/merge-undo.ts";
import type { TierBefore } from "#app/domain/books/tier-state.ts";
import { memberStatus } from "../books/stored-words.ts";
import type { ShapeOf } from "../column-values.ts";

const moment = z.int().nullable();

const tier = z.object({
  levelId: z.string().nullable(),
  since: moment,
  until: moment,
  graceUntil: moment,
  graceNoticesSent: z.int(),
  lockedUntil: moment,
  lockBarsLifts: z.boolean(),
} satisfies ShapeOf<TierBefore>);

const stand = z.object({
  status: memberStatus,
  email: z.string().nullable(),
  birthday: z.string().nullable(),
  excludedByHand: z.boolean(),
  lastActivityAt: moment,
  tier,
  entered: z.array(z.string()),
  wealth: z.int(),
  debt: z.int(),
  spent: z.int(),
  expired: z.int(),
} satisfies ShapeOf<Stand>);

const lotShape = {
  id: z.string(),
  lost: z.int(),
  expiresBefore: moment,
  expiresAfter: moment,
} satisfies ShapeOf<LotChange>;

const entryShape = {
  id: z.string(),
  spendMinor: z.int(),
  points: z.int(),
  orders: z.int(),
} satisfies ShapeOf<EntryChange>;

const use = z.object({
  key: z.string(),
  count: z.int(),
  points: z.int(),
  lastAt: moment,
} satisfies ShapeOf<UseCount>);

/** What is kept of a merge, as it is written down. */
export const storedMergeUndo = z.object({
  kept: stand,
  ended: stand,
  after: stand,
  lots: z.array(z.object({ ...lotShape, was: z.string() } satisfies ShapeOf<MovedLot>)),
  keptLots: z.array(z.object(lotShape)),
  bornLots: z.array(z.string()),
  bornCodes: z.array(z.string()),
  orderIds: z.array(z.string()),
  codes: z.array(z.string()),
  entries: z.array(z.object({ ...entryShape, was: z.string() } satisfies ShapeOf<MovedEntry>)),
  keptEntries: z.array(z.object(entryShape)),
  uses: z.array(use),
  orderUses: z.array(use),
  activityKeys: z.array(z.string()),
  standing: z.int(),
  lapsed: z.int(),
  spent: z.int(),
  // A merge of an earlier release has not said it.
  isEngaged: z.boolean().default(true),
} satisfies ShapeOf<MergeUndo>);
