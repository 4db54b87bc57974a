import { tables } from "../generated/tables.ts";

/**
 * What the books of a shop are made of, in an order in which each finds what it refers to: written out row by row,
 * and in again elsewhere. Members and transactions keep their numbers, by which all else names them; rows whose
 * number nothing names get a new one. What a shop tells anew (products, tags), and what waits to be carried, is not
 * among them.
 */
export const CARRIED_TABLES = [
  { table: "program_version", order: "version" },
  { table: "member", order: "member_id" },
  { table: "ended_customer", order: "customer_id" },
  { table: "erased_name", order: "digest" },
  { table: "lot", order: "member_id, lot_id" },
  { table: "award", order: "order_id" },
  { table: "reward_code", order: "code" },
  { table: "reward_stock", order: "reward_id" },
  { table: "ledger_transaction", order: "transaction_id" },
  { table: "transfer", order: "transaction_id, position" },
  { table: "qualifying_entry", order: "member_id, entry_id" },
  { table: "limit_use", order: "member_id, limit_key" },
  { table: "activity_key", order: "member_id, activity_key" },
  { table: "challenge_entry", order: "member_id, source" },
  { table: "challenge_opt_in", order: "member_id, challenge_id" },
  { table: "membership_entry", order: "member_id, source, membership_id" },
  { table: "gift_grant", order: "member_id, name" },
  { table: "referral_friend", order: "member_id, friend_id" },
  { table: "referral_standing", order: "member_id" },
  { table: "referral_link", order: "code" },
  { table: "shop_order", order: "order_id" },
  { table: "pause", order: "pause_id", renumbered: "pause_id" },
  { table: "member_note", order: "note_id", renumbered: "note_id" },
  { table: "profiling_objection", order: "objection_id", renumbered: "objection_id" },
  { table: "message_consent", order: "consent_id", renumbered: "consent_id" },
  { table: "message_suppression", order: "suppression_id", renumbered: "suppression_id" },
  { table: "audit", order: "audit_id", renumbered: "audit_id" },
] as const satisfies readonly {
  readonly table: keyof typeof tables;
  readonly order: string;
  readonly renumbered?: string;
}[];

export type CarriedTable = (typeof CARRIED_TABLES)[number];

/** The columns a row is written in again with: all but the shop, which is another, and a number that is given anew. */
export function carriedColumns(carried: CarriedTable): string[] {
  const left = new Set<string>(["shop_id", ...("renumbered" in carried ? [carried.renumbered] : [])]);
  return Object.keys(tables[carried.table].shape).filter((column) => !left.has(column));
}
