import { readKeptSegments } from "#app/db/customers/shop-segments.ts";
import type { Statements } from "#app/db/database.ts";
import { SEGMENTS_FORMAT } from "#app/domain/customers/segments/segments.ts";
import {
  isReadyMade,
  namedSegments,
  wholeDocument,
  type NamedSegment,
  type SegmentEntry,
  type SegmentsDocument,
} from "#app/domain/customers/segments/shop-segments.ts";

/** All segments of a shop, ready-made and its own; `digits` are the currency's. */
export async function shopSegments(
  statements: Statements,
  shopId: number,
  digits: number,
): Promise<readonly NamedSegment[]> {
  const kept = await readKeptSegments(statements, shopId);
  return namedSegments(kept === null ? null : kept.document, digits);
}

/** Names have no amounts in them. */
const ANY_DIGITS = 2;

/** The segments of a shop by their names. */
export async function segmentChoices(
  statements: Statements,
  shopId: number,
): Promise<Pick<NamedSegment, "id" | "name">[]> {
  const segments = await shopSegments(statements, shopId, ANY_DIGITS);
  return segments.map(({ id, name }) => ({ id, name }));
}

/** What a shop keeps of segments, and its revision; 0 where there is nothing yet. */
export async function keptSegments(
  statements: Statements,
  shopId: number,
): Promise<{ readonly document: SegmentsDocument; readonly revision: number }> {
  const kept = await readKeptSegments(statements, shopId);
  return kept ?? { document: { format: SEGMENTS_FORMAT, segments: [] }, revision: 0 };
}

export interface SegmentToEdit {
  readonly entry: SegmentEntry;
  readonly isNew: boolean;
  readonly isOwn: boolean;
  readonly isAdjusted: boolean;
  /** All of the shop's, as their document writes them. */
  readonly all: readonly SegmentEntry[];
  readonly named: readonly Pick<NamedSegment, "id" | "name">[];
  readonly revision: number;
}

/** A segment for the page that changes it, a copy of one, or a new one; null where there is none of that id. */
export async function segmentToEdit(
  statements: Statements,
  shopId: number,
  { id, copyOf }: { readonly id: string | null; readonly copyOf: string | null },
  digits: number,
): Promise<SegmentToEdit | null> {
  const { document, revision } = await keptSegments(statements, shopId);
  const { segments: all } = wholeDocument(document);
  const named = namedSegments(document, digits).map((one) => ({ id: one.id, name: one.name }));
  const wanted = id ?? copyOf;
  const found = wanted === null ? null : (all.find((one) => one.id === wanted) ?? null);
  if (wanted !== null && found === null) return null;
  const isNew = id === null;
  return {
    entry: isNew ? beginning(found, named) : (found ?? NOTHING_YET),
    isNew,
    isOwn: !isNew && !isReadyMade(id),
    isAdjusted: !isNew && isReadyMade(id) && document.segments.some((one) => one.id === id),
    ...{ all, named, revision },
  };
}

const NOTHING_YET: SegmentEntry = { id: "", where: { all: [] } };

/** The same conditions under a name that says whose copy it is. */
function beginning(
  copied: SegmentEntry | null,
  named: readonly Pick<NamedSegment, "id" | "name">[],
): SegmentEntry {
  const of = named.find(({ id }) => id === copied?.id);
  if (copied === null || of === undefined) return NOTHING_YET;
  return {
    ...NOTHING_YET,
    name: { en: `Copy of ${of.name.en}`, de: `Kopie von ${of.name.de}` },
    where: copied.where,
  };
}
