import { readKeptSegments } from "#app/db/customers/shop-segments.ts";
import type { Statements } from "#app/db/client.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { wholeDocument } from "#app/domain/customers/segments/shop-segments.ts";
import { checkCurrency } from "#app/domain/program/check/check-currency.ts";
import { unknownSegments } from "#app/domain/program/check/check-segments.ts";
import type { DocumentError } from "#app/domain/program/document/describe-error.ts";
import type { ProgramDocument } from "#app/domain/program/document/document.ts";
import { notLiveYet } from "#app/domain/program/document/only-in-replay.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";

export interface PublishingShop {
  readonly currency: string | null;
  readonly hasSegment: (segmentId: string) => boolean;
}

/** Whether a document can be a shop's program: right in itself, by what the shop has, and all of it lives. */
export function checkPublication(
  document: unknown,
  shop: PublishingShop,
):
  | { readonly ok: true; readonly document: ProgramDocument }
  | { readonly ok: false; readonly errors: readonly DocumentError[] } {
  const parsed = parseProgram(document);
  if (!parsed.ok) return parsed;
  const wrong = checkCurrency(parsed.program.currency, shop.currency);
  if (wrong !== null) return { ok: false, errors: [wrong] };
  const errors = [...unknownSegments(parsed.document, shop.hasSegment), ...notLiveYet(parsed.document)];
  return errors.length > 0 ? { ok: false, errors } : { ok: true, document: parsed.document };
}

/** What a shop has that a program may name. */
export async function publishingShop(tx: Statements, shopId: number): Promise<PublishingShop> {
  const shop = await readShop(tx, shopId);
  const kept = await readKeptSegments(tx, shopId);
  const ids = new Set(wholeDocument(kept === null ? null : kept.document).segments.map(({ id }) => id));
  return { currency: shop === null ? null : shop.currency, hasSegment: (id) => ids.has(id) };
}
