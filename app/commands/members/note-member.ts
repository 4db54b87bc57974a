import type { Database } from "#app/db/client.ts";
import { dropNote, writeNote } from "#app/db/members/member-notes.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { Refused } from "../decide.ts";

interface Noter {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly actor: string;
}

/** Something is written down about a member, for the shop's staff; of somebody who is erased nothing is. */
export async function noteMember(
  database: Database,
  { shopId, memberId, actor }: Noter,
  { text, now }: { readonly text: string; readonly now: Instant },
): Promise<{ readonly ok: true } | Refused> {
  const written = await writeNote(database, shopId, { memberId, text, actor, now });
  return written
    ? { ok: true }
    : { ok: false, refusal: "member_unknown", message: `there is no member ${memberId}` };
}

/** Whoever wrote a note takes it away; another's stays. */
export async function takeNoteAway(
  database: Database,
  { shopId, memberId, actor }: Noter,
  noteId: string,
): Promise<{ readonly ok: true }> {
  await dropNote(database, shopId, { memberId, noteId, actor });
  return { ok: true };
}
