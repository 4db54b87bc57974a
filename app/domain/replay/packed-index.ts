import { elementAt } from "../assert.ts";
import { byteAt } from "./byte-record.ts";
import { pageOf, PLACES_A_PAGE, wordAt, wordOf } from "./paged-memory.ts";
import type { PagedMemory } from "./paged-memory.ts";

/** What no name's number is. */
export const NO_NAME = 0;
/** A slot is a place among the index's own pages: a name's number, `NO_NAME` where nothing is, and its hash. */
const SLOTS_A_PAGE = PLACES_A_PAGE;
const HASH = 1;

/**
 * Finds the numbers of names by a hash: open addressing with linear probing, in pages. Whether a name
 * found by its hash is the one that is meant, the caller says.
 */
export class PackedIndex {
  private readonly memory: PagedMemory;
  /** A power of two, so that a hash's low bits choose the slot. */
  private pages: readonly number[];
  private taken = 0;

  constructor(memory: PagedMemory) {
    this.memory = memory;
    this.pages = [memory.add()];
  }

  /** The number of the name with this hash that is meant; `NO_NAME` where there is none. */
  find(hash: number, isMeant: (name: number) => boolean): number {
    const mask = this.pages.length * SLOTS_A_PAGE - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const words = this.wordsOf(this.pages, slot);
      const at = wordOf(slot);
      const found = wordAt(words, at);
      if (found === NO_NAME || (wordAt(words, at + HASH) === hash && isMeant(found))) return found;
    }
  }

  add(hash: number, name: number): void {
    if (this.taken * 3 >= this.pages.length * SLOTS_A_PAGE * 2) this.grow();
    this.taken += 1;
    this.put(this.pages, hash, name);
  }

  private grow(): void {
    const { memory, pages } = this;
    const larger = Array.from({ length: 2 * pages.length }, () => memory.add());
    for (let slot = 0; slot < pages.length * SLOTS_A_PAGE; slot += 1) {
      const words = this.wordsOf(pages, slot);
      const name = wordAt(words, wordOf(slot));
      if (name !== NO_NAME) this.put(larger, wordAt(words, wordOf(slot) + HASH), name);
    }
    for (const page of pages) memory.release(page);
    this.pages = larger;
  }

  private put(pages: readonly number[], hash: number, name: number): void {
    const mask = pages.length * SLOTS_A_PAGE - 1;
    let slot = hash & mask;
    while (wordAt(this.wordsOf(pages, slot), wordOf(slot)) !== NO_NAME) slot = (slot + 1) & mask;
    const { words } = this.memory.changing(elementAt(pages, pageOf(slot)));
    words[wordOf(slot)] = name;
    words[wordOf(slot) + HASH] = hash;
  }

  private wordsOf(pages: readonly number[], slot: number): Uint32Array {
    return this.memory.page(elementAt(pages, pageOf(slot))).words;
  }
}

/** FNV-1a over a name written as bytes. */
export function hashOf(name: Uint8Array, length: number): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < length; index += 1) {
    hash = Math.imul(hash ^ byteAt(name, index), 0x0100_0193);
  }
  // The low bits choose the slot: the high ones are to matter for them too.
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b_3c6d) >>> 0;
}
