import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";

/** Answers false where there is nobody to write about. Locked against an erasure at the same time. */
export async function writeNote(
  statements: Statements,
  shopId: number,
  note: { readonly memberId: MemberId; readonly text: string; readonly actor: string; readonly now: Instant },
): Promise<boolean> {
  const written = await statements.query(
    `WITH known AS (
       SELECT member_id FROM member WHERE shop_id = $1 AND member_id = $2::bigint AND status <> 'erased'
         AND merged_into IS NULL FOR SHARE)
     INSERT INTO member_note (shop_id, member_id, text, written_by, written_at)
     SELECT $1, member_id, $3, $4, $5::timestamptz FROM known RETURNING 1`,
    [shopId, note.memberId, note.text, note.actor, timestamp(note.now)],
  );
  return written.length > 0;
}

export async function dropNote(
  statements: Statements,
  shopId: number,
  note: { readonly memberId: MemberId; readonly noteId: string; readonly actor: string },
): Promise<void> {
  await statements.query(
    `DELETE FROM member_note WHERE shop_id = $1 AND member_id = $2::bigint AND note_id = $3::bigint
       AND written_by = $4`,
    [shopId, note.memberId, note.noteId, note.actor],
  );
}
