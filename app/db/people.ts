import { assert } from "#app/domain/assert.ts";
import type { MemberId } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "./column-values.ts";
import type { Statements } from "./database.ts";

export interface NamedPeople {
  readonly customerIds: readonly string[];
  /** Normalised addresses: of guests, and of members whose address is proven. */
  readonly emails: readonly string[];
  readonly memberIds: readonly MemberId[];
}

/** A member under a name: of several that merged, each name leads to the one that lives. */
export interface FoundPerson {
  readonly named_member_id: number;
  readonly named_customer_id: string | null;
  readonly named_email: string | null;
  readonly member_id: number;
  readonly customer_id: string | null;
  readonly email: string | null;
  readonly email_proven: boolean;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly status: "active" | "shadow" | "left" | "erased";
}

export async function findPeople(tx: Statements, shopId: number, named: NamedPeople): Promise<FoundPerson[]> {
  const { customerIds, emails, memberIds } = named;
  if (customerIds.length + emails.length + memberIds.length === 0) return [];
  return tx.query<FoundPerson>(
    `SELECT named.member_id AS named_member_id, named.customer_id AS named_customer_id, named.email AS named_email,
       living.member_id, living.customer_id, living.email, living.email_proven, living.first_name, living.last_name,
       living.status
     FROM member named
     JOIN member living
       ON living.shop_id = named.shop_id AND living.member_id = coalesce(named.merged_into, named.member_id)
     WHERE named.shop_id = $1 AND (named.customer_id = ANY($2::text[]) OR named.member_id = ANY($4::bigint[])
       OR (named.email = ANY($3::text[]) AND (named.status = 'shadow' OR named.email_proven)))`,
    [shopId, customerIds, emails, memberIds],
  );
}

/** Whose codes these are, as an order carries them: shoppers type in any case. */
export async function findCodeOwners(
  tx: Statements,
  shopId: number,
  codes: readonly string[],
): Promise<MemberId[]> {
  if (codes.length === 0) return [];
  const rows = await tx.query<{ member_id: number }>(
    "SELECT DISTINCT member_id FROM reward_code WHERE shop_id = $1 AND code = ANY($2::text[])",
    [shopId, codes.map((code) => code.toUpperCase())],
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
  programVersion: number,
  now: Instant,
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
  const written = await tx.query<{ member_id: number }>(
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
    email_proven: person.emailProven,
    first_name: person.firstName,
    last_name: person.lastName,
  }));
  await tx.query(
    `UPDATE member SET email_proven = r.email_proven, first_name = r.first_name, last_name = r.last_name
     FROM json_to_recordset($2::json) AS r(member_id bigint, email_proven boolean, first_name text, last_name text)
     WHERE member.shop_id = $1 AND member.member_id = r.member_id AND member.status <> 'erased'`,
    [shopId, JSON.stringify(rows)],
  );
}

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
  await tx.query("UPDATE shop_order SET member_id = $3 WHERE shop_id = $1 AND member_id = $2", [
    shopId,
    endedId,
    keptId,
  ]);
}

/**
 * Takes away what names the person of an erased member: the columns the engine does not know, the
 * rows of members that merged into this one, and the deliveries that were about them. Comes before
 * the books are recorded: the database lets nobody be erased who still has a name.
 */
export async function forgetPerson(tx: Statements, shopId: number, memberId: MemberId): Promise<void> {
  const values = [shopId, memberId] as const;
  for (const table of ["history_order", "history_person"]) {
    await tx.query(
      `DELETE FROM ${table} WHERE shop_id = $1 AND person IN
         (SELECT unnest(ARRAY['c:' || customer_id, 'e:' || email, 'm:' || member_id]) FROM member
          WHERE shop_id = $1 AND (member_id = $2 OR merged_into = $2))`,
      values,
    );
  }
  await tx.query(
    `UPDATE inbox SET body = '' WHERE shop_id = $1 AND member_id IN
       (SELECT member_id FROM member WHERE shop_id = $1 AND (member_id = $2 OR merged_into = $2))`,
    values,
  );
  await tx.query(
    `UPDATE member SET customer_id = NULL, email = NULL, email_proven = false, first_name = NULL,
       last_name = NULL, birthday = NULL, tags = '{}', segments = '{}'
     WHERE shop_id = $1 AND (member_id = $2 OR merged_into = $2)`,
    values,
  );
}
