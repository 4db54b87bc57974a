import type { Books } from "../books/books.ts";
import type { Engagement } from "../books/engagement.ts";
import type { Lot } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { isUnkeyed } from "../challenges/settle-challenges.ts";
import { engagementOf } from "../engagement/open-engagement.ts";
import { settleEngagement } from "../engagement/settle-engagement.ts";
import type { Referral } from "../referral/referral.ts";

/**
 * What both did counts together, and what was given twice for the same is taken back. Whoever brought
 * one of them along brought the person; nobody brings themselves.
 */
export function moveEngagement(
  books: Books,
  kept: MemberBook,
  ended: MemberBook,
  { lots, at }: { readonly lots: ReadonlyMap<string, Lot>; readonly at: Instant },
): void {
  moveGrants(kept, ended, lots);
  const moved = ended.engagement;
  if (moved !== null) {
    const into = engagementOf(kept);
    moveEntries(into, moved, ended.id);
    for (const [id, since] of moved.optIns)
      into.optIns.set(id, Math.min(since, into.optIns.get(id) ?? since));
    for (const [name, bought] of moved.memberships) into.memberships.set(name, bought);
    moveReferral(books, kept, ended, { from: moved.referral, into: into.referral });
    ended.engagement = null;
  }
  settleEngagement(books, kept, at);
}

/** An order or a named activity that both have counts once; one without a key is another each time. */
function moveEntries(into: Engagement, moved: Engagement, endedId: string): void {
  for (const entry of moved.entries.values()) {
    if (!into.entries.has(entry.source)) {
      into.entries.set(entry.source, entry);
    } else if (isUnkeyed(entry)) {
      const source = `${entry.source}@${endedId}`;
      into.entries.set(source, { ...entry, source });
    }
  }
}

function moveGrants(kept: MemberBook, ended: MemberBook, lots: ReadonlyMap<string, Lot>): void {
  if (ended.grants === null) return;
  kept.grants ??= new Map();
  for (const grant of ended.grants.values()) {
    const name = kept.grants.has(grant.name) ? `${grant.name}@${ended.id}` : grant.name;
    kept.grants.set(name, { ...grant, name, lotIds: grant.lotIds.map((id) => lots.get(id)?.id ?? id) });
  }
  ended.grants = null;
}

function moveReferral(
  books: Books,
  kept: MemberBook,
  ended: MemberBook,
  { from, into }: { readonly from: Referral; readonly into: Referral },
): void {
  for (const [friendId, friend] of from.friends) {
    if (friendId !== kept.id && !into.friends.has(friendId)) into.friends.set(friendId, friend);
    const engagement = books.members.get(friendId)?.engagement;
    if (engagement?.referral.advocateId === ended.id) engagement.referral.advocateId = kept.id;
  }
  into.friends.delete(ended.id);
  into.friendCode ??= from.friendCode;
  for (const badge of from.badges) if (!into.badges.includes(badge)) into.badges.push(badge);
  if (from.advocateId === null || from.advocateId === kept.id) return;
  const friends = books.members.get(from.advocateId)?.engagement?.referral.friends;
  const known = friends?.get(ended.id);
  if (friends === undefined || known === undefined) return;
  friends.delete(ended.id);
  books.changed.add(from.advocateId);
  if (into.advocateId !== null) return;
  into.advocateId = from.advocateId;
  friends.set(kept.id, { ...known, friendId: kept.id });
}
