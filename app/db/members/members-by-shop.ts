import type { MemberId } from "#app/domain/books/ids.ts";

/** Members as rows name them, by shop; both in the order of the rows. */
export function membersByShop(
  rows: readonly { readonly shop_id: number; readonly member_id: bigint | number | string }[],
): Map<number, MemberId[]> {
  const byShop = new Map<number, MemberId[]>();
  for (const { shop_id, member_id } of rows) {
    const members = byShop.get(shop_id) ?? [];
    byShop.set(shop_id, members);
    members.push(String(member_id));
  }
  return byShop;
}
