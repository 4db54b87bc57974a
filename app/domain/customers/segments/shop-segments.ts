import { assert } from "../../assert.ts";
import type { InWords } from "../facts/fact.ts";
import type { Condition } from "./condition.ts";
import { describeSegment } from "./describe-segment.ts";
import readyMade from "./ready-made.json" with { type: "json" };
import { parseSegments, SEGMENTS_FORMAT } from "./segments.ts";
import type { Segments } from "./segments.ts";

/** A segment as a document writes it; whether it is sound is found out by parsing. */
export interface SegmentEntry {
  readonly id: string;
  readonly name?: unknown;
  readonly means?: unknown;
  readonly where?: unknown;
}

/** A document with the id of every segment where ids stand. */
export interface SegmentsDocument {
  readonly format: string;
  readonly segments: readonly SegmentEntry[];
}

export const READY_MADE_DOCUMENT: SegmentsDocument = readyMade;

const READY_MADE_IDS: ReadonlySet<string> = new Set(readyMade.segments.map(({ id }) => id));

export function isReadyMade(segmentId: string): boolean {
  return READY_MADE_IDS.has(segmentId);
}

/** All segments of a shop: the ready-made ones, each as the shop has adjusted it, then its own. */
export function wholeDocument(kept: SegmentsDocument | null): SegmentsDocument {
  if (kept === null) return READY_MADE_DOCUMENT;
  const adjusted = new Map(kept.segments.map((entry) => [entry.id, entry]));
  const shipped = READY_MADE_DOCUMENT.segments.map((entry) => adjusted.get(entry.id) ?? entry);
  return {
    format: SEGMENTS_FORMAT,
    segments: [...shipped, ...kept.segments.filter(({ id }) => !isReadyMade(id))],
  };
}

/** What a shop need not have shipped: its own segments, and ready-made ones that differ from those shipped. */
export function keptDocument(whole: SegmentsDocument): SegmentsDocument {
  const shipped = new Map(READY_MADE_DOCUMENT.segments.map((entry) => [entry.id, JSON.stringify(entry)]));
  return {
    format: SEGMENTS_FORMAT,
    segments: whole.segments.filter((entry) => shipped.get(entry.id) !== JSON.stringify(entry)),
  };
}

/** The segments of a shop, to be asked; `digits` are the currency's. What is kept was found sound before. */
export function segmentsOfShop(kept: SegmentsDocument | null, digits: number): Segments {
  const parsed = parseSegments(wholeDocument(kept), digits);
  assert(parsed.ok, "segments that are kept are sound");
  return parsed.segments;
}

/** A text of a document in both languages: what is missing in one is said in the other. */
export function inBoth(text: string | Readonly<Record<string, string>>): InWords {
  if (typeof text === "string") return { en: text, de: text };
  const [some = ""] = Object.values(text);
  const en = text["en"] ?? some;
  return { en, de: text["de"] ?? en };
}

export interface NamedSegment {
  readonly id: string;
  readonly name: InWords;
  readonly means: InWords;
  /** Neither ready-made nor adjusted: the shop's own. */
  readonly isOwn: boolean;
  readonly isAdjusted: boolean;
}

/** The segments of a shop with what they mean: as somebody has said it, else as their conditions say. */
export function namedSegments(kept: SegmentsDocument | null, digits: number): readonly NamedSegment[] {
  const { list } = segmentsOfShop(kept, digits);
  const keptIds = new Set(kept === null ? [] : kept.segments.map(({ id }) => id));
  const names = new Map(list.map(({ id, name }) => [id, inBoth(name)]));
  const described = (where: Condition, language: keyof InWords) =>
    describeSegment(where, { language, digits, nameOf: (id) => names.get(id)?.[language] ?? id });
  return list.map(({ id, name, means, where }) => ({
    id,
    name: inBoth(name),
    means: means === null ? { en: described(where, "en"), de: described(where, "de") } : inBoth(means),
    isOwn: !isReadyMade(id),
    isAdjusted: isReadyMade(id) && keptIds.has(id),
  }));
}

export interface SegmentChange {
  readonly id: string;
  /** Null: there was none, or is none any more. */
  readonly before: SegmentEntry | null;
  readonly after: SegmentEntry | null;
}

/** What differs between two documents, segment by segment. */
export function changedSegments(before: SegmentsDocument, after: SegmentsDocument): readonly SegmentChange[] {
  const was = new Map(before.segments.map((entry) => [entry.id, entry]));
  const is = new Map(after.segments.map((entry) => [entry.id, entry]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((id) => ({ id, before: was.get(id) ?? null, after: is.get(id) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** The document with one segment put in the place of another, or at its end; null takes it away. */
export function withSegment(
  document: SegmentsDocument,
  id: string,
  entry: SegmentEntry | null,
): SegmentsDocument {
  const isThere = document.segments.some((one) => one.id === id);
  const put = entry === null ? [] : [entry];
  return {
    ...document,
    segments: isThere
      ? document.segments.flatMap((one) => (one.id === id ? put : [one]))
      : [...document.segments, ...put],
  };
}
