import { assert } from "../assert.ts";

const FREE = 0;
const FEWEST_SLOTS = 1024;

/**
 * Finds the numbers of names by a hash: open addressing with linear probing in one list of numbers, so
 * that a million names cost no million objects. Whether a name found by its hash is the one that is
 * meant, the caller says.
 */
export class PackedIndex {
  /** Pairs: a name's number and one, 0 where nothing is; and the hash. */
  private slots = new Uint32Array(2 * FEWEST_SLOTS);
  private taken = 0;

  /** The number of the name with this hash that is meant; −1 where there is none. */
  find(hash: number, isMeant: (name: number) => boolean): number {
    const { slots } = this;
    for (let slot = firstSlot(slots, hash); ; slot = nextSlot(slots, slot)) {
      const found = numberAt(slots, slot);
      if (found === FREE) return -1;
      if (numberAt(slots, slot + 1) === hash && isMeant(found - 1)) return found - 1;
    }
  }

  add(hash: number, name: number): void {
    if (this.taken * 6 >= this.slots.length * 2) this.grow();
    this.taken += 1;
    put(this.slots, hash, name + 1);
  }

  private grow(): void {
    const { slots } = this;
    const larger = new Uint32Array(2 * slots.length);
    for (let slot = 0; slot < slots.length; slot += 2) {
      const entry = numberAt(slots, slot);
      if (entry !== FREE) put(larger, numberAt(slots, slot + 1), entry);
    }
    this.slots = larger;
  }
}

function put(slots: Uint32Array, hash: number, entry: number): void {
  let slot = firstSlot(slots, hash);
  while (numberAt(slots, slot) !== FREE) slot = nextSlot(slots, slot);
  slots[slot] = entry;
  slots[slot + 1] = hash;
}

/** The lists are powers of two long. */
function firstSlot(slots: Uint32Array, hash: number): number {
  return (2 * hash) & (slots.length - 1);
}

function nextSlot(slots: Uint32Array, slot: number): number {
  return (slot + 2) & (slots.length - 1);
}

/** FNV-1a over a name written as bytes. */
export function hashOf(name: Uint8Array, length: number): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < length; index += 1) {
    hash = Math.imul(hash ^ numberAt(name, index), 0x0100_0193);
  }
  // The low bits choose the slot: the high ones are to matter for them too.
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b_3c6d) >>> 0;
}

export function numberAt(list: Uint32Array | Uint8Array, index: number): number {
  const number = list[index];
  assert(number !== undefined, "an index lies within its list");
  return number;
}
