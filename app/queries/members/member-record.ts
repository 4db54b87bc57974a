import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Database } from "#app/db/client.ts";
import { readRows } from "#app/db/read-rows.ts";

/** Everything that is kept of one person, as it is kept: the answer to "what do you know of me". */
export interface MemberRecord {
  readonly member: object;
  /** Members that merged into this one. */
  readonly merged: readonly object[];
  readonly lots: readonly object[];
  readonly codes: readonly object[];
  readonly orders: readonly object[];
  readonly awards: readonly object[];
  readonly transactions: readonly object[];
  readonly transfers: readonly object[];
  readonly qualifying: readonly object[];
  readonly limits: readonly object[];
  readonly activities: readonly object[];
  /** What counts for challenges, which they chose to take part in, memberships they bought, and gifts given for it. */
  readonly challengeEntries: readonly object[];
  readonly challengeOptIns: readonly object[];
  readonly memberships: readonly object[];
  readonly gifts: readonly object[];
  /** Friends they brought along, without who these are; what they have of it, and the link they share. */
  readonly friends: readonly object[];
  readonly referral: readonly object[];
  readonly friendLinks: readonly object[];
  /** What was worked out of all that, and the segments they are in, have entered and left. */
  readonly figures: readonly object[];
  readonly segments: readonly object[];
  readonly segmentChanges: readonly object[];
  /** What the shop told of them, and what it was told. */
  readonly deliveries: readonly object[];
  readonly messages: readonly object[];
  /** What people did for them by hand, without who it was. */
  readonly deeds: readonly object[];
  /** Messages to them, what they said of being written to, addresses that failed, and links they followed. */
  readonly written: readonly object[];
  readonly consents: readonly object[];
  readonly suppressions: readonly object[];
  readonly clicks: readonly object[];
  /** Journeys they passed through, and what journeys know of them. */
  readonly passes: readonly object[];
  readonly journeys: readonly object[];
  /** When they objected to profiling. */
  readonly objections: readonly object[];
  /** What staff wrote down about them, without who it was. */
  readonly notes: readonly object[];
  /** What is kept of merges that can still be undone, without who did it. */
  readonly merges: readonly object[];
  /** Past orders that were read and are not booked yet. */
  readonly pastOrders: readonly object[];
  readonly pastPerson: readonly object[];
  /** Lines of uploaded files that are about them, and what was booked by them. */
  readonly fileLines: readonly object[];
  /** Customers that ended in them before they were known. */
  readonly endedCustomers: readonly object[];
  /** What the shop is to be asked about them, and has said and nobody has used yet. */
  readonly questions: readonly object[];
  readonly customerTags: readonly object[];
  /** Codes that were sent to their address. */
  readonly mailboxProofs: readonly object[];
}

const THEIRS = "(SELECT member_id FROM member WHERE shop_id = $1 AND (member_id = $2 OR merged_into = $2))";

const PERSON = `(SELECT unnest(ARRAY['c:' || customer_id, 'e:' || email, 'm:' || member_id]) FROM member
   WHERE shop_id = $1 AND member_id IN ${THEIRS})`;

/** Whatever is kept, whatever it is called. */
const keptRow = z.record(z.string(), z.unknown());

const CUSTOMERS = `(SELECT customer_id FROM member WHERE shop_id = $1 AND member_id IN ${THEIRS})`;

/** Null where the shop has no such member. Members that merged into this one are part of it. */
export async function memberRecord(
  database: Database,
  shopId: number,
  memberId: MemberId,
): Promise<MemberRecord | null> {
  const values = [shopId, memberId];
  const rows = (sql: string): Promise<object[]> => readRows(database, keptRow, sql, values);
  const rowsOf = (table: string, order: string, columns = "*"): Promise<object[]> =>
    rows(
      `SELECT ${columns} FROM ${table} WHERE shop_id = $1 AND member_id IN ${THEIRS} ORDER BY ${order}`,
    ).then((found) => found.map(withoutShop));
  const [member] = await rows("SELECT * FROM member WHERE shop_id = $1 AND member_id = $2");
  if (member === undefined) return null;
  const merged = await rows(
    "SELECT * FROM member WHERE shop_id = $1 AND merged_into = $2 ORDER BY member_id",
  );
  return {
    member: withoutShop(member),
    merged: merged.map(withoutShop),
    lots: await rowsOf("lot", "created_at, lot_id"),
    codes: await rowsOf("reward_code", "claimed_at, code"),
    orders: await rowsOf("shop_order", "placed_at, order_id"),
    awards: await rowsOf("award", "order_id"),
    transactions: await rowsOf("ledger_transaction", "transaction_id"),
    transfers: (
      await rows(
        `SELECT * FROM transfer WHERE shop_id = $1 AND transaction_id IN
           (SELECT transaction_id FROM ledger_transaction WHERE shop_id = $1 AND member_id IN ${THEIRS})
         ORDER BY transaction_id, position`,
      )
    ).map(withoutShop),
    qualifying: await rowsOf("qualifying_entry", "at, entry_id"),
    limits: await rowsOf("limit_use", "limit_key"),
    activities: await rowsOf("activity_key", "activity_key"),
    challengeEntries: await rowsOf("challenge_entry", "member_id, place"),
    challengeOptIns: await rowsOf("challenge_opt_in", "since, challenge_id"),
    memberships: await rowsOf("membership_entry", "paid_at, source, membership_id"),
    gifts: await rowsOf("gift_grant", "member_id, place"),
    // Whom they brought along are others: who these are, and what they ordered, is those people's.
    friends: await rowsOf("referral_friend", "member_id, place", "proven_at, program_version, state, doubt"),
    referral: await rowsOf("referral_standing", "member_id", "friend_code, badges, earned_level"),
    friendLinks: await rowsOf("referral_link", "code"),
    figures: await rowsOf("customer_figure", "member_id"),
    segments: await rowsOf("segment_member", "segment_id, member_id"),
    segmentChanges: await rowsOf("segment_change", "change_id"),
    deliveries: await rowsOf("inbox", "inbox_id"),
    messages: await rowsOf("outbox", "outbox_id"),
    deeds: await rowsOf("audit", "audit_id", "at, action, details"),
    written: await rowsOf("message", "written_at, message_id"),
    consents: await rowsOf("message_consent", "consent_id"),
    suppressions: await rowsOf("message_suppression", "suppression_id"),
    clicks: await rowsOf("message_click", "at, message_id, link"),
    passes: await rowsOf("journey_pass", "begun_at, journey_id, pass_key"),
    journeys: await rowsOf("journey_member", "member_id"),
    objections: await rowsOf("profiling_objection", "objection_id"),
    notes: await rowsOf("member_note", "note_id", "written_at, text"),
    ...(await recordOfPast(rows)),
    ...(await recordOfCustomers(rows)),
  };
}

type Rows = (sql: string) => Promise<object[]>;

/** What they were merged of, and what files and past orders say of them. */
async function recordOfPast(
  rows: Rows,
): Promise<Pick<MemberRecord, "merges" | "pastOrders" | "pastPerson" | "fileLines">> {
  return {
    merges: await rows(
      `SELECT ended_id, kept_id, merged_at, undo, moved FROM member_merge
       WHERE shop_id = $1 AND (kept_id IN ${THEIRS} OR ended_id IN ${THEIRS}) ORDER BY merged_at, ended_id`,
    ),
    pastOrders: await rows(
      `SELECT order_id, person, proven_email, at, fact FROM history_order
       WHERE shop_id = $1 AND person IN ${PERSON} ORDER BY at, order_id`,
    ),
    pastPerson: (await rows(`SELECT * FROM history_person WHERE shop_id = $1 AND person IN ${PERSON}`)).map(
      withoutShop,
    ),
    fileLines: (
      await rows(
        `SELECT * FROM member_file_row WHERE shop_id = $1
           AND (member_id IN ${THEIRS} OR person IN ${PERSON}) ORDER BY file_id, line`,
      )
    ).map(withoutShop),
  };
}

/** What is kept by the shop's number of them. */
async function recordOfCustomers(
  rows: Rows,
): Promise<Pick<MemberRecord, "endedCustomers" | "questions" | "customerTags" | "mailboxProofs">> {
  const of = async (table: string, which: string): Promise<object[]> =>
    (await rows(`SELECT * FROM ${table} WHERE shop_id = $1 AND ${which} IN ${CUSTOMERS}`)).map(withoutShop);
  return {
    endedCustomers: await of("ended_customer", "kept_id"),
    questions: await of(
      "shop_question",
      "about IN ('customer_tags', 'customer_consents', 'customer') AND subject_id",
    ),
    customerTags: await of("customer_tags", "customer_id"),
    mailboxProofs: await of("mailbox_proof", "customer_id"),
  };
}

/** Which shop it is, they know. */
function withoutShop(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column !== "shop_id"));
}
