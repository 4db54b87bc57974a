import type { ProgramVersion } from "#app/domain/books/books.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const advocateRow = tables.referral_standing.pick({ advocate_id: true });

/**
 * These members and whoever brought them along: what a friend orders settles the advocate, so that both are locked,
 * all in one statement. The same list, and no statement, where no version of the shop has ever had referral.
 */
export async function withAdvocates(
  tx: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
  versions: readonly ProgramVersion[],
): Promise<readonly MemberId[]> {
  if (memberIds.length === 0 || !versions.some(({ program }) => program.referral !== null)) return memberIds;
  const rows = await readRows(
    tx,
    advocateRow,
    `SELECT DISTINCT advocate_id FROM referral_standing
     WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) AND advocate_id IS NOT NULL`,
    [shopId, memberIds],
  );
  return [...new Set([...memberIds, ...rows.map(({ advocate_id }) => String(advocate_id))])];
}

/** PostgreSQL's word for a transaction that another was in the way of: it is repeated. */
const SERIALIZATION_FAILURE = "40001";

/**
 * Somebody may have been brought along while their lock was waited for. The advocate is not locked then, and locking
 * them now could go in a circle: the transaction begins anew.
 */
export async function refuseOtherAdvocates(
  tx: Statements,
  shopId: number,
  { wanted, locked }: { readonly wanted: readonly MemberId[]; readonly locked: readonly MemberId[] },
  versions: readonly ProgramVersion[],
): Promise<void> {
  const known = new Set(locked);
  const found = await withAdvocates(tx, shopId, wanted, versions);
  if (!found.every((memberId) => known.has(memberId)))
    throw Object.assign(new Error("an advocate came while a lock was waited for"), {
      code: SERIALIZATION_FAILURE,
    });
}

/** Who was brought along by somebody who has ended was brought along by whom they have become. */
export async function redirectFriends(
  tx: Statements,
  shopId: number,
  endedId: MemberId,
  keptId: MemberId,
): Promise<void> {
  await tx.query(
    `UPDATE referral_standing SET advocate_id = $3 WHERE shop_id = $1 AND advocate_id = $2 AND member_id <> $3`,
    [shopId, endedId, keptId],
  );
}
