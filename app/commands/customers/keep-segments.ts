import { writeAudit } from "#app/db/audit.ts";
import type { Database, Statements } from "#app/db/client.ts";
import { wishScoring } from "#app/db/customers/customer-scoring.ts";
import { readKeptSegments, writeSegments } from "#app/db/customers/shop-segments.ts";
import { readProgramVersions } from "#app/db/program/programs.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { parseSegments } from "#app/domain/customers/segments/segments.ts";
import {
  changedSegments,
  keptDocument,
  wholeDocument,
  type SegmentsDocument,
} from "#app/domain/customers/segments/shop-segments.ts";
import { askedSegments } from "#app/domain/earning/orders/segments-asked-for.ts";
import { documentError, type DocumentError } from "#app/domain/program/document/describe-error.ts";

export interface SegmentsWish {
  readonly shopId: number;
  /** The shop's own segments and those it has adjusted, as they are to be. */
  readonly document: SegmentsDocument;
  /** The revision the page was showing; 0: nothing was kept. */
  readonly revision: number;
  /** Minor digits of the currency. */
  readonly digits: number;
  readonly actor: string;
  readonly now: Instant;
}

export type KeptAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly errors: readonly DocumentError[] }
  | { readonly ok: false; readonly refusal: "segments_changed" | "segment_in_use" };

/** Keeps a shop's segments, with what they were before in the audit, and has its customers scored by them. */
export function keepSegments(database: Database, wish: SegmentsWish): Promise<KeptAnswer> {
  const { shopId, revision, digits, actor, now } = wish;
  return database.transaction(async (tx): Promise<KeptAnswer> => {
    const whole = wholeDocument(wish.document);
    const parsed = parseSegments(whole, digits);
    if (!parsed.ok) return parsed;
    if (whole.segments.length > MOST_SEGMENTS)
      return { ok: false, errors: [documentError(whole, ["segments"], `at most ${String(MOST_SEGMENTS)}`)] };
    const known = parsed.segments.conditions;
    const asked = await segmentsInPrograms(tx, shopId);
    if ([...asked].some((id) => !known.has(id))) return { ok: false, refusal: "segment_in_use" };
    const before = wholeDocument((await readKeptSegments(tx, shopId))?.document ?? null);
    const document = keptDocument(whole);
    const isKept = await writeSegments(tx, shopId, { document, expectedRevision: revision, actor, now });
    if (!isKept) return { ok: false, refusal: "segments_changed" };
    const details = { changes: changedSegments(before, whole) };
    await writeAudit(tx, shopId, { at: now, actor, action: "keep_segments", memberId: null, details });
    await wishScoring(tx, shopId, now);
    return { ok: true };
  });
}

/** More would make lists nobody reads, and nights long. */
const MOST_SEGMENTS = 200;

/** What some version of the program that was ever live asks for: late orders are judged by those, too. */
async function segmentsInPrograms(tx: Statements, shopId: number): Promise<ReadonlySet<string>> {
  const versions = await readProgramVersions(tx, shopId);
  return new Set(versions.flatMap(({ program }) => [...askedSegments(program)]));
}
