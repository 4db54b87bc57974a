import { documentError } from "../../program/document/describe-error.ts";
import type { DocumentError } from "../../program/document/describe-error.ts";
import type { Subject } from "../facts/subject.ts";
import { holds } from "./condition.ts";
import type { Condition, SegmentConditions } from "./condition.ts";
import { ConditionReader, isObject } from "./parse-condition.ts";

export interface Segment {
  readonly id: string;
  /** As the document writes it: a text, or one for each language. */
  readonly name: string | Readonly<Record<string, string>>;
  /** In words, where somebody has said it. */
  readonly means: string | Readonly<Record<string, string>> | null;
  readonly where: Condition;
}

export interface Segments {
  readonly list: readonly Segment[];
  readonly conditions: SegmentConditions;
}

export const NO_SEGMENTS: Segments = { list: [], conditions: new Map() };

export type ParsedSegments =
  | { readonly ok: true; readonly segments: Segments }
  | { readonly ok: false; readonly errors: readonly DocumentError[] };

export const SEGMENTS_FORMAT = "regulars.segments/1";
const DOCUMENT_FIELDS = ["format", "segments"];
const SEGMENT_FIELDS = ["id", "name", "means", "where"];
const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** Reads a segments document out of anything; `digits` are the currency's. A wrong one comes back with all its errors. */
export function parseSegments(input: unknown, digits: number): ParsedSegments {
  if (!isObject(input)) return { ok: false, errors: [documentError(input, [], "an object")] };
  const { segments } = input;
  const entries: readonly unknown[] = Array.isArray(segments) ? segments : [];
  const ids = entries.flatMap((entry) =>
    isObject(entry) && typeof entry["id"] === "string" ? [entry["id"]] : [],
  );
  const reader = new ConditionReader(input, digits, (id) => ids.includes(id));
  refuseUnknown(reader, input, [], DOCUMENT_FIELDS);
  if (input["format"] !== SEGMENTS_FORMAT) reader.complain(["format"], `"${SEGMENTS_FORMAT}"`);
  if (!Array.isArray(segments)) reader.complain(["segments"], "a list");
  const list: Segment[] = [];
  entries.forEach((entry, index) => {
    const segment = readSegment(reader, entry, index, ids);
    if (segment !== null) list.push(segment);
  });
  refuseCircles(reader, list, entries);
  if (reader.errors.length > 0) return { ok: false, errors: reader.errors };
  return { ok: true, segments: { list, conditions: new Map(list.map(({ id, where }) => [id, where])) } };
}

/** The ids of the segments a customer is in, in the document's order; who objects to profiling is in none. */
export function segmentsOf(subject: Subject, { list, conditions }: Segments): string[] {
  if (subject.customer.objects) return [];
  return list.filter(({ where }) => holds(where, subject, conditions)).map(({ id }) => id);
}

function readSegment(
  reader: ConditionReader,
  entry: unknown,
  index: number,
  ids: readonly string[],
): Segment | null {
  const path = ["segments", index];
  if (!isObject(entry)) {
    reader.complain(path, "an object");
    return null;
  }
  refuseUnknown(reader, entry, path, SEGMENT_FIELDS);
  const { id, name, means } = entry;
  if (typeof id !== "string" || !IDENTIFIER.test(id)) {
    reader.complain([...path, "id"], "letters, digits, '.', '_' and '-', beginning with a letter or digit");
    return null;
  }
  if (ids.indexOf(id) !== ids.lastIndexOf(id) && ids.slice(0, index).includes(id))
    reader.complain([...path, "id"], "an id no other segment has");
  const texts = name === undefined ? id : textsOf(name);
  if (texts === null) reader.complain([...path, "name"], "a text, or a text for each language");
  const meaning = means === undefined ? null : textsOf(means);
  if (means !== undefined && meaning === null)
    reader.complain([...path, "means"], "a text, or a text for each language");
  const where = reader.read(entry["where"], [...path, "where"]);
  return where === null || texts === null ? null : { id, name: texts, means: meaning, where };
}

function refuseUnknown(
  reader: ConditionReader,
  value: Readonly<Record<string, unknown>>,
  path: readonly PropertyKey[],
  fields: readonly string[],
): void {
  for (const key of Object.keys(value)) {
    if (!fields.includes(key))
      reader.complain([...path, key], `no such field; the fields here are ${fields.join(", ")}`);
  }
}

function textsOf(value: unknown): string | Readonly<Record<string, string>> | null {
  if (typeof value === "string") return value === "" ? null : value;
  if (!isObject(value)) return null;
  const texts: Record<string, string> = {};
  for (const [language, text] of Object.entries(value)) {
    if (typeof text !== "string" || text === "") return null;
    texts[language] = text;
  }
  return Object.keys(texts).length === 0 ? null : texts;
}

/** A segment that asks for itself, by whatever way, has no answer. */
function refuseCircles(reader: ConditionReader, list: readonly Segment[], entries: readonly unknown[]): void {
  const asked = new Map(list.map(({ id, where }) => [id, segmentsIn(where, ["where"])]));
  for (const { id } of list) {
    const index = entries.findIndex((entry) => isObject(entry) && entry["id"] === id);
    for (const { segment, path } of asked.get(id) ?? []) {
      if (!reaches(asked, segment, id)) continue;
      reader.complain(
        ["segments", index, ...path],
        "a segment that does not ask for this one: it is a circle",
      );
    }
  }
}

interface AskedSegment {
  readonly segment: string;
  readonly path: readonly PropertyKey[];
}

function segmentsIn(condition: Condition, path: readonly PropertyKey[]): AskedSegment[] {
  switch (condition.kind) {
    case "segment":
      return [{ segment: condition.id, path: [...path, "segment"] }];
    case "not":
      return segmentsIn(condition.of, [...path, "not"]);
    case "all":
    case "any":
      return condition.of.flatMap((one, index) => segmentsIn(one, [...path, condition.kind, index]));
    case "fact":
      return [];
  }
}

function reaches(asked: ReadonlyMap<string, readonly AskedSegment[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    for (const { segment } of asked.get(next) ?? []) open.push(segment);
  }
  return false;
}
