import { some } from "./byte-record.ts";
import type { ByteReader, ByteWriter } from "./byte-record.ts";
import type { SharedParts } from "./shared-parts.ts";

const NONE: readonly never[] = [];

/** A list whose length was written before it. */
export function unpackList<Entry>(
  from: ByteReader,
  shared: SharedParts,
  unpack: (from: ByteReader, shared: SharedParts) => Entry,
): readonly Entry[] {
  const length = from.count();
  if (length === 0) return NONE;
  const list = [unpack(from, shared)];
  while (list.length < length) list.push(unpack(from, shared));
  return list;
}

/** Texts that many records have. */
export function packShared(to: ByteWriter, shared: SharedParts, texts: readonly string[]): void {
  to.count(texts.length);
  for (const text of texts) to.count(shared.numberOf(text));
}

/** One of them. */
export function unpackShared(from: ByteReader, shared: SharedParts): string {
  return shared.textOf(from.count());
}

/** A text of one record's own. */
export function unpackText(from: ByteReader): string {
  return some(from.text());
}
