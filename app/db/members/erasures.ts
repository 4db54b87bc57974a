import { createHash } from "node:crypto";
import type { Instant } from "#app/domain/calendar.ts";
import type { CustomerRef } from "#app/domain/event.ts";
import type { Erasures as ErasedPeople } from "#app/domain/people/person.ts";
import { namesOf } from "#app/domain/people/erased-names.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { forgetCustomerTags } from "../questions/customer-tags.ts";
import { readRows } from "../read-rows.ts";
import { forgetProofs } from "../shoppers/mailbox-proofs.ts";
import { forgetEndedCustomers } from "./ended-customers.ts";

const erasedRow = tables.erased_name.pick({ digest: true, erased_at: true });

/**
 * Who was erased, by digests of their names: enough to know a late word about them, and nothing else. A
 * person who comes back afterwards is somebody new.
 */
export class Erasures implements ErasedPeople {
  private readonly erasedAt = new Map<string, Instant>();

  constructor(
    private readonly shopId: number,
    found: Iterable<readonly [digest: string, erasedAt: Instant]> = [],
  ) {
    for (const [digest, erasedAt] of found) this.erasedAt.set(digest, erasedAt);
  }

  /** Whether what happened at an instant is about somebody who was erased after it. */
  covers(customer: CustomerRef, at: Instant): boolean {
    return namesOf(customer).some((name) => {
      const erasedAt = this.erasedAt.get(digestOf(this.shopId, name));
      return erasedAt !== undefined && at <= erasedAt;
    });
  }

  add(customer: CustomerRef, erasedAt: Instant): void {
    for (const name of namesOf(customer)) this.erasedAt.set(digestOf(this.shopId, name), erasedAt);
  }
}

export async function readErasures(
  tx: Statements,
  shopId: number,
  customers: readonly CustomerRef[],
): Promise<Erasures> {
  const digests = digestsOf(shopId, customers);
  if (digests.length === 0) return new Erasures(shopId);
  const rows = await readRows(
    tx,
    erasedRow,
    "SELECT digest, erased_at FROM erased_name WHERE shop_id = $1 AND digest = ANY($2::text[])",
    [shopId, digests],
  );
  return new Erasures(
    shopId,
    rows.map(({ digest, erased_at }) => [digest, erased_at] as const),
  );
}

/** From here on nobody is known by these names, nor by those that led to them, and what is told of them is late. */
export async function writeErasures(
  tx: Statements,
  shopId: number,
  customers: readonly CustomerRef[],
  now: Instant,
): Promise<void> {
  const ids = customers.flatMap(({ id }) => (id === null ? [] : [id]));
  const ended = await forgetEndedCustomers(tx, shopId, ids);
  await forgetCustomerTags(tx, shopId, [...ids, ...ended]);
  await forgetProofs(tx, shopId, [...ids, ...ended]);
  const digests = digestsOf(shopId, [...customers, ...ended.map((id) => ({ id, email: null }))]);
  if (digests.length === 0) return;
  await tx.query(
    `INSERT INTO erased_name (shop_id, digest, erased_at) SELECT $1, digest, $3::timestamptz
     FROM unnest($2::text[]) AS digest
     ON CONFLICT (shop_id, digest) DO UPDATE SET erased_at = greatest(erased_name.erased_at, excluded.erased_at)`,
    [shopId, digests, timestamp(now)],
  );
}

function digestsOf(shopId: number, customers: readonly CustomerRef[]): string[] {
  return [...new Set(customers.flatMap(namesOf).map((name) => digestOf(shopId, name)))];
}

function digestOf(shopId: number, name: string): string {
  return createHash("sha256")
    .update(`${String(shopId)} ${name}`)
    .digest("base64url");
}
