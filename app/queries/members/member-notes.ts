import { z } from "zod";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";

export interface MemberNote {
  readonly noteId: string;
  readonly text: string;
  /** Who wrote it, as the record knows them. */
  readonly writtenBy: string;
  readonly writtenAt: Instant;
}

const of = tables.member_note.shape;
const noteRow = z.object({
  noteId: z.string(),
  text: of.text,
  writtenBy: of.written_by,
  writtenAt: of.written_at,
});

const NOTES_SHOWN = 50;

/** What staff wrote down about a member, the latest first. */
export function memberNotes(
  statements: Statements,
  shopId: number,
  memberId: MemberId,
): Promise<MemberNote[]> {
  return readRows(
    statements,
    noteRow,
    `SELECT note_id::text AS "noteId", text, written_by AS "writtenBy", written_at AS "writtenAt" FROM member_note
     WHERE shop_id = $1 AND member_id = $2::bigint ORDER BY note_id DESC LIMIT ${String(NOTES_SHOWN)}`,
    [shopId, memberId],
  );
}
