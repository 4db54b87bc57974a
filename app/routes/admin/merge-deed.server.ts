import { mergeMembers } from "#app/commands/members/merge-members.ts";
import { undoMerge } from "#app/commands/members/undo-merge.ts";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { foreseeMerge } from "#app/queries/members/foresee-merge.ts";
import { answerTo, type Doer } from "./points-deeds.server.ts";

/** Another member becomes part of this one, where that is possible at this moment still. */
export async function mergeInto(
  { database, shop, actor }: Doer,
  keptId: MemberId,
  endedId: MemberId,
  now: Instant,
): Promise<DeedAnswer> {
  const { shopId } = shop;
  const foreseen = await foreseeMerge(database, shopId, { keptId, endedId }, now);
  if (!foreseen.ok) return { kind: "refused", refusal: foreseen.refusal };
  return answerTo("merge", await mergeMembers(database, { shopId, keptId, endedId, actor, now }));
}

/** A member that had become part of this one is a member of its own again. */
export async function partFrom(
  { database, shop, actor }: Doer,
  keptId: MemberId,
  endedId: MemberId,
  now: Instant,
): Promise<DeedAnswer> {
  const { shopId } = shop;
  return answerTo("undo_merge", await undoMerge(database, { shopId, keptId, endedId, actor, now }));
}
