import { assert } from "../assert.ts";

const FREE = 0;
const LEFT = 0xffff_ffff;
const FEWEST_SLOTS = 1024;

/**
 * Finds records by a hash of their names: open addressing with linear probing in two lists of
 * numbers, so that a million names cost no million objects. Whether a record found by its hash is
 * the one that is meant, the caller says.
 */
export class PackedIndex {
  /** A record's number and one; 0 where nothing is. */
  private slots = new Uint32Array(FEWEST_SLOTS);
  private hashes = new Uint32Array(FEWEST_SLOTS);
  private taken = 0;

  /** The number of the record with this hash that is meant; −1 where there is none. */
  find(hash: number, isMeant: (record: number) => boolean): number {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const found = numberAt(this.slots, slot);
      if (found === FREE) return -1;
      if (found !== LEFT && numberAt(this.hashes, slot) === hash && isMeant(found - 1)) return found - 1;
    }
  }

  add(hash: number, record: number): void {
    if (this.taken * 3 >= this.slots.length * 2) this.grow();
    this.taken += 1;
    this.put(hash, record + 1);
  }

  remove(hash: number, record: number): void {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const found = numberAt(this.slots, slot);
      if (found === FREE) return;
      if (found !== record + 1) continue;
      this.slots[slot] = LEFT;
      return;
    }
  }

  private put(hash: number, entry: number): void {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    while (numberAt(this.slots, slot) !== FREE) slot = (slot + 1) & mask;
    this.slots[slot] = entry;
    this.hashes[slot] = hash;
  }

  private grow(): void {
    const { slots, hashes } = this;
    this.slots = new Uint32Array(2 * slots.length);
    this.hashes = new Uint32Array(2 * slots.length);
    this.taken = 0;
    slots.forEach((entry, slot) => {
      if (entry === FREE || entry === LEFT) return;
      this.taken += 1;
      this.put(numberAt(hashes, slot), entry);
    });
  }
}

/** FNV-1a over the space and the name's code units. */
export function hashOf(space: number, name: string): number {
  let hash = Math.imul(0x811c_9dc5 ^ space, 0x0100_0193);
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x0100_0193);
  }
  // The low bits choose the slot: the high ones are to matter for them too.
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b_3c6d) >>> 0;
}

function numberAt(list: Uint32Array, index: number): number {
  const number = list[index];
  assert(number !== undefined, "an index lies within its list");
  return number;
}
