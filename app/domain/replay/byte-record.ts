import { assert } from "../assert.ts";

/**
 * Numbers and texts as bytes, read back in the order they were written. Small numbers take one byte:
 * seven bits each, the lowest first, the eighth bit set where more follow.
 */
export class ByteWriter {
  /** Where it writes. What finds no room here goes on in a larger copy of what was written so far. */
  bytes = new Uint8Array(256);
  position = 0;
  private begin = 0;

  /** Writes from here on. */
  open(bytes: Uint8Array<ArrayBuffer>, begin: number): void {
    this.bytes = bytes;
    this.begin = begin;
    this.position = begin;
  }

  /** How many bytes were written since it was opened. */
  get length(): number {
    return this.position - this.begin;
  }

  /** A whole number from 0 to 2^53 − 1. */
  count(value: number): void {
    let rest = value;
    while (rest >= BEYOND_BITS) {
      // Four times seven bits at once: divisions of large numbers are slow.
      const high = Math.floor(rest / FOUR_GROUPS);
      let low = rest - high * FOUR_GROUPS;
      for (let group = 0; group < 4; group += 1) {
        this.byte((low & 127) | 128);
        low >>>= 7;
      }
      rest = high;
    }
    while (rest >= 128) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** A whole number of either sign, or nothing: the first byte says which, and the lowest five bits. */
  integer(value: number | null): void {
    if (value === null) {
      this.byte(NOTHING);
      return;
    }
    const sign = value < 0 ? BELOW_ZERO : NOT_BELOW_ZERO;
    const size = Math.abs(value);
    const rest = Math.floor(size / 32);
    const head = sign | ((size - rest * 32) << 2);
    if (rest === 0) {
      this.byte(head);
      return;
    }
    this.byte(head | 128);
    this.count(rest);
  }

  /** A text or nothing. Numerals, as most ids are, take half the room, also behind "order:". */
  text(value: string | null): void {
    if (value === null) {
      this.byte(NOTHING);
      return;
    }
    const isOfOrder = value.startsWith(OF_ORDER);
    const number = numeralIn(value, isOfOrder ? OF_ORDER.length : 0);
    if (number !== null) {
      this.byte(isOfOrder ? AS_ORDER : AS_NUMBER);
      this.count(number);
    } else {
      this.byte(AS_TEXT);
      this.count(value.length);
      for (let index = 0; index < value.length; index += 1) this.count(value.charCodeAt(index));
    }
  }

  byte(value: number): void {
    if (this.position === this.bytes.length) this.moveToLarger();
    this.bytes[this.position] = value;
    this.position += 1;
  }

  private moveToLarger(): void {
    const { length } = this;
    const larger = new Uint8Array(Math.max(256, 2 * length));
    larger.set(this.bytes.subarray(this.begin, this.position));
    this.open(larger, 0);
    this.position = length;
  }
}

export class ByteReader {
  bytes: Uint8Array = new Uint8Array(0);
  position = 0;

  open(bytes: Uint8Array, position: number): void {
    this.bytes = bytes;
    this.position = position;
  }

  count(): number {
    const first = this.byte();
    return first < 128 ? first : first - 128 + this.more(128);
  }

  integer(): number | null {
    const first = this.byte();
    if (first === NOTHING) return null;
    const low = (first >> 2) & 31;
    const size = first < 128 ? low : low + this.more(32);
    return (first & 3) === BELOW_ZERO ? -size : size;
  }

  text(): string | null {
    const form = this.byte();
    if (form === NOTHING) return null;
    if (form === AS_NUMBER) return String(this.count());
    if (form === AS_ORDER) return OF_ORDER + String(this.count());
    let text = "";
    for (let left = this.count(); left > 0; left -= 1) text += String.fromCharCode(this.count());
    return text;
  }

  byte(): number {
    const byte = this.bytes[this.position];
    assert(byte !== undefined, "a record is read no further than it was written");
    this.position += 1;
    return byte;
  }

  /** The higher digits of a number, the lowest of which is worth so much. */
  private more(worth: number): number {
    let value = 0;
    for (let weight = worth; ; weight *= 128) {
      const byte = this.byte();
      if (byte < 128) return value + byte * weight;
      value += (byte - 128) * weight;
    }
  }
}

export function byteAt(bytes: Uint8Array, index: number): number {
  const byte = bytes[index];
  assert(byte !== undefined, "a byte lies within its list");
  return byte;
}

/** What a record always says. */
export function some<Value>(value: Value | null): Value {
  assert(value !== null, "a record says what was written");
  return value;
}

const NOTHING = 0;
const BELOW_ZERO = 1;
const NOT_BELOW_ZERO = 2;
const AS_NUMBER = 1;
const AS_TEXT = 2;
const AS_ORDER = 3;
/** What stands before an order's id in the names of its lot and of its row, and of its award in the register. */
export const OF_ORDER = "order:";
const MOST_DIGITS = 15;
/** From here on a number is more than the bits that the operators on bits work on. */
const BEYOND_BITS = 2 ** 31;
const FOUR_GROUPS = 2 ** 28;

/** The number that the rest of a text comes back from unchanged: no zero ahead, nothing beyond exact integers. */
function numeralIn(text: string, start: number): number | null {
  const digits = text.length - start;
  if (digits < 1 || digits > MOST_DIGITS || text.charCodeAt(start) === ZERO) return null;
  let value = 0;
  for (let index = start; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}

const ZERO = 48;
