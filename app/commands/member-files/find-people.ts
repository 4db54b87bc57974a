import type { Statements } from "#app/db/database.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import type { Directory } from "#app/domain/people/directory.ts";
import type { Person } from "#app/domain/people/person.ts";
import type { MemberRow } from "#app/domain/member-files/member-row.ts";
import { directoryOf } from "../inbox/decide-batch.ts";

type Named = Pick<MemberRow, "customerId" | "email">;

export const refOf = ({ customerId, email }: Named) => ({ id: customerId, email });

/** Whom the lines of a file may be about. */
export function peopleOfRows(
  tx: Statements,
  shop: Pick<Shop, "shopId" | "settings">,
  rows: readonly Named[],
): Promise<Directory> {
  const named = rows.flatMap((row) => [
    refOf(row),
    // By its address alone as well: a customer number of another shop finds nobody.
    ...(row.email === null ? [] : [{ id: null, email: row.email }]),
  ]);
  return directoryOf(tx, shop, named);
}

/** Of somebody whose data were erased nothing is written down again, unless they have come back since. */
export function isErased(directory: Directory, row: Named, found: Person | null): boolean {
  return found === null && directory.erasures.covers(refOf(row), 0);
}

/** Names a person among the lines of a file. */
export function personKey(row: Named, found: Person | null): string | null {
  if (found !== null && found.memberId !== null) return `m:${found.memberId}`;
  if (row.customerId !== null) return `c:${row.customerId}`;
  return row.email === null ? null : `e:${row.email}`;
}
