import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { CustomerRef } from "#app/domain/event.ts";
import type { Statements } from "../database.ts";
import { ENGAGEMENT_TABLES } from "../books/engagement-books.ts";
import { forgetFigures } from "../customers/customer-figures.ts";
import { tables } from "../generated/tables.ts";
import { JOURNEY_TABLES } from "../journeys/journey-members.ts";
import { MESSAGE_TABLES } from "../messages/write-messages.ts";
import { forgetReasons } from "../ledger.ts";
import { readRows } from "../read-rows.ts";

/** By what a person is found in what was told of others. */
export interface NamesOfPerson extends CustomerRef {
  readonly firstName?: string | null;
  readonly lastName?: string | null;
}

const { customer_id: id, email, first_name: firstName, last_name: lastName } = tables.member.shape;
const namesRow = z.object({ id, email, firstName, lastName });

/** Fewer digits are no number of a person's; they stand in many deliveries. */
const PHONE_MIN_LENGTH = 7;

const THEIRS = `(SELECT member_id FROM member WHERE shop_id = $1 AND (member_id = $2 OR merged_into = $2))`;

/**
 * Takes away what names the person of an erased member: the columns the engine does not know, and the
 * rows of members that merged into this one. Comes before the books are recorded: the database lets
 * nobody be erased who still has a name. Answers the names they had.
 */
export async function forgetPerson(
  tx: Statements,
  shopId: number,
  memberId: MemberId,
): Promise<NamesOfPerson[]> {
  const values = [shopId, memberId] as const;
  const names = await readRows(
    tx,
    namesRow,
    `SELECT customer_id AS id, email, first_name AS "firstName", last_name AS "lastName" FROM member WHERE shop_id = $1 AND member_id IN ${THEIRS}`,
    values,
  );
  for (const table of ["history_order", "history_person"]) {
    await tx.query(
      `DELETE FROM ${table} WHERE shop_id = $1 AND person IN
         (SELECT unnest(ARRAY['c:' || customer_id, 'e:' || email, 'm:' || member_id]) FROM member
          WHERE shop_id = $1 AND member_id IN ${THEIRS})`,
      values,
    );
  }
  await tx.query(
    `DELETE FROM member_file_row WHERE shop_id = $1 AND state IN ('new', 'known', 'same', 'wrong') AND person IN
       (SELECT unnest(ARRAY['c:' || customer_id, 'e:' || email, 'm:' || member_id]) FROM member
        WHERE shop_id = $1 AND member_id IN ${THEIRS})`,
    values,
  );
  await forgetFigures(tx, THEIRS, values);
  await tx.query(
    `UPDATE member SET customer_id = NULL, email = NULL, email_proven = false, first_name = NULL,
       last_name = NULL, birthday = NULL, tags = '{}', segments = '{}'
     WHERE shop_id = $1 AND member_id IN ${THEIRS}`,
    values,
  );
  return names;
}

/** What people wrote about them: reasons, notes, and keys that others gave what they did. After the books are recorded. */
export async function forgetWords(tx: Statements, shopId: number, memberId: MemberId): Promise<void> {
  const values = [shopId, memberId] as const;
  await forgetReasons(tx, shopId, memberId);
  await tx.query(
    `UPDATE audit SET details = (details::jsonb - 'reason')::json
     WHERE shop_id = $1 AND member_id IN ${THEIRS} AND details->'reason' IS NOT NULL`,
    values,
  );
  await tx.query(
    `UPDATE reward_code SET state_reason = NULL WHERE shop_id = $1 AND member_id IN ${THEIRS}`,
    values,
  );
  await tx.query(
    `DELETE FROM member_merge WHERE shop_id = $1 AND (kept_id IN ${THEIRS} OR ended_id IN ${THEIRS})`,
    values,
  );
  for (const table of [
    "activity_key",
    "member_note",
    "profiling_objection",
    ...MESSAGE_TABLES,
    ...JOURNEY_TABLES,
    ...ENGAGEMENT_TABLES,
    "referral_link",
  ]) {
    await tx.query(`DELETE FROM ${table} WHERE shop_id = $1 AND member_id IN ${THEIRS}`, values);
  }
}

/**
 * Deliveries about people who are forgotten: theirs, and whatever else names them, parked ones too. What
 * still waits is forgotten when it is read: it is about the past, then. A name may be somebody else's, so by
 * first and last name only what has been done with is cleared: a parked delivery may still be wanted.
 */
export async function forgetDeliveries(
  tx: Statements,
  shopId: number,
  names: readonly NamesOfPerson[],
  memberIds: readonly MemberId[],
): Promise<void> {
  if (memberIds.length > 0) {
    await tx.query(
      `UPDATE inbox SET body = '' WHERE shop_id = $1 AND state <> 'waiting' AND body <> '' AND member_id IN
         (SELECT member_id FROM member WHERE shop_id = $1
          AND (member_id = ANY($2::bigint[]) OR merged_into = ANY($2::bigint[])))`,
      [shopId, memberIds],
    );
  }
  for (const { id, email, phone, firstName, lastName } of names) {
    const isNamed =
      typeof firstName === "string" && typeof lastName === "string" && firstName !== "" && lastName !== "";
    await tx.query(
      `UPDATE inbox SET body = '' WHERE shop_id = $1 AND state <> 'waiting' AND body <> ''
         AND (($2::text ~ '^[0-9]+$' AND strpos(body, $2) > 0 AND body ~ ('(^|[^0-9])' || $2 || '([^0-9]|$)'))
           OR strpos(body, '"' || $2 || '"') > 0 OR strpos(lower(body), lower($3::text)) > 0
           OR strpos(body, $4::text) > 0
           OR (state = 'done' AND (strpos(lower(body), lower($5::text || ' ' || $6::text)) > 0
             OR (strpos(lower(body), lower('"' || $5 || '"')) > 0 AND strpos(lower(body), lower('"' || $6 || '"')) > 0))))`,
      [
        shopId,
        id,
        email,
        phone === undefined || phone.length < PHONE_MIN_LENGTH ? null : JSON.stringify(phone),
        isNamed ? inJson(firstName) : null,
        isNamed ? inJson(lastName) : null,
      ],
    );
  }
}

/** As a text stands within JSON. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
