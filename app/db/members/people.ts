import { z } from "zod";
import { assert } from "#app/domain/assert.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { FoundPerson } from "#app/domain/people/person.ts";
import { normaliseCode } from "#app/domain/redemption/normalise-code.ts";
import { redirectFriends } from "../books/advocates.ts";
import { memberStatus } from "../books/stored-words.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { forgetIfObjecting } from "../customers/profiling-objections.ts";
import { MESSAGE_TABLES } from "../messages/write-messages.ts";
import { readRows } from "../read-rows.ts";

const ownerRow = tables.reward_code.pick({ member_id: true });
const memberIdRow = tables.member.pick({ member_id: true });

export interface NamedPeople {
  readonly customerIds: readonly string[];
  /** Normalised addresses, whether or not somebody has proven them. */
  readonly emails: readonly string[];
  readonly memberIds: readonly MemberId[];
}

const { member_id, customer_id, email, email_proven, first_name, last_name } = tables.member.shape;
const foundRow = z.object({
  named_member_id: member_id,
  named_customer_id: customer_id,
  named_email: email,
  member_id,
  customer_id,
  email,
  email_proven,
  first_name,
  last_name,
  status: memberStatus,
});

export async function findPeople(tx: Statements, shopId: number, named: NamedPeople): Promise<FoundPerson[]> {
  const { customerIds, emails, memberIds } = named;
  if (customerIds.length + emails.length + memberIds.length === 0) return [];
  const rows = await readRows(
    tx,
    foundRow,
    `SELECT named.member_id AS named_member_id, named.customer_id AS named_customer_id, named.email AS named_email,
       living.member_id, living.customer_id, living.email, living.email_proven, living.first_name, living.last_name,
       living.status
     FROM member named
     JOIN member living
       ON living.shop_id = named.shop_id AND living.member_id = coalesce(named.merged_into, named.member_id)
     WHERE named.shop_id = $1 AND (named.customer_id = ANY($2::text[]) OR named.member_id = ANY($4::bigint[])
       OR named.email = ANY($3::text[]))`,
    [shopId, customerIds, emails, memberIds],
  );
  return rows.map((row) => ({
    named: {
      memberId: String(row.named_member_id),
      customerId: row.named_customer_id,
      email: row.named_email,
    },
    memberId: String(row.member_id),
    customerId: row.customer_id,
    email: row.email,
    emailProven: row.email_proven,
    firstName: row.first_name,
    lastName: row.last_name,
    status: row.status,
  }));
}

/** A customer of whom nothing else is known has become a member's: who names the one means the other. */
export async function writeAlias(
  tx: Statements,
  shopId: number,
  alias: { readonly customerId: string; readonly keptId: MemberId },
  { programVersion, now }: { readonly programVersion: number; readonly now: Instant },
): Promise<void> {
  await tx.query(
    `INSERT INTO member (shop_id, customer_id, status, enrolled_at, program_version, merged_into)
     VALUES ($1, $2, 'left', $4::timestamptz, $5, $3)`,
    [shopId, alias.customerId, alias.keptId, timestamp(now), programVersion],
  );
}

/** Whose codes these are, as an order carries them: shoppers type in any case. */
export async function findCodeOwners(
  tx: Statements,
  shopId: number,
  codes: readonly string[],
): Promise<MemberId[]> {
  if (codes.length === 0) return [];
  const rows = await readRows(
    tx,
    ownerRow,
    "SELECT DISTINCT member_id FROM reward_code WHERE shop_id = $1 AND code = ANY($2::text[])",
    [shopId, codes.map(normaliseCode)],
  );
  return rows.map(({ member_id }) => String(member_id));
}

export interface NewPerson {
  readonly customerId: string | null;
  readonly email: string | null;
  readonly emailProven: boolean;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly status: "active" | "shadow";
}

/**
 * Gives new people their numbers, in the order given. A person whom another transaction has just
 * written down comes back as an error of uniqueness there; callers hold the shop's inbox lock or
 * repeat. The books write the rest of the row.
 */
export async function writeNewPeople(
  tx: Statements,
  shopId: number,
  people: readonly NewPerson[],
  { programVersion, now }: { readonly programVersion: number; readonly now: Instant },
): Promise<MemberId[]> {
  if (people.length === 0) return [];
  const rows = people.map((person, position) => ({
    position,
    customer_id: person.customerId,
    email: person.email,
    email_proven: person.emailProven,
    first_name: person.firstName,
    last_name: person.lastName,
    status: person.status,
  }));
  const written = await readRows(
    tx,
    memberIdRow,
    `INSERT INTO member (shop_id, customer_id, email, email_proven, first_name, last_name, status, enrolled_at,
       program_version)
     SELECT $1, customer_id, email, email_proven, first_name, last_name, status, $3::timestamptz, $4
     FROM json_to_recordset($2::json) AS r(position int, customer_id text, email text, email_proven boolean,
       first_name text, last_name text, status text)
     ORDER BY position RETURNING member_id`,
    [shopId, JSON.stringify(rows), timestamp(now), programVersion],
  );
  assert(written.length === people.length, "every new person has a number");
  // Numbers are given in the order of the rows, but RETURNING promises none.
  return written
    .map(({ member_id }) => member_id)
    .sort((a, b) => a - b)
    .map(String);
}

export interface PersonDetails {
  readonly memberId: MemberId;
  readonly customerId: string | null;
  readonly emailProven: boolean;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

export async function writePersonDetails(
  tx: Statements,
  shopId: number,
  people: readonly PersonDetails[],
): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map((person) => ({
    member_id: person.memberId,
    customer_id: person.customerId,
    email_proven: person.emailProven,
    first_name: person.firstName,
    last_name: person.lastName,
  }));
  await tx.query(
    `UPDATE member SET customer_id = coalesce(member.customer_id, r.customer_id), email_proven = r.email_proven,
       first_name = r.first_name, last_name = r.last_name
     FROM json_to_recordset($2::json) AS r(member_id bigint, customer_id text, email_proven boolean, first_name text,
       last_name text)
     WHERE member.shop_id = $1 AND member.member_id = r.member_id AND member.status <> 'erased'`,
    [shopId, JSON.stringify(rows)],
  );
}

/** Whose rows follow a member into a merge. */
export const FOLLOWING_TABLES = [
  "shop_order",
  "member_note",
  "profiling_objection",
  ...MESSAGE_TABLES,
] as const;

/** Whoever and whatever led to the member that ended leads to the one that stays. */
export async function redirectMember(
  tx: Statements,
  shopId: number,
  endedId: MemberId,
  keptId: MemberId,
): Promise<void> {
  await tx.query(
    "UPDATE member SET merged_into = $3 WHERE shop_id = $1 AND (member_id = $2 OR merged_into = $2)",
    [shopId, endedId, keptId],
  );
  await redirectFriends(tx, shopId, endedId, keptId);
  for (const table of FOLLOWING_TABLES) {
    await tx.query(`UPDATE ${table} SET member_id = $3 WHERE shop_id = $1 AND member_id = $2`, [
      shopId,
      endedId,
      keptId,
    ]);
  }
  await forgetIfObjecting(tx, shopId, keptId);
}
