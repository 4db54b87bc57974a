import { assert } from "../assert.ts";

/**
 * Numbers and texts as bytes, read back in the order they were written. Small numbers take one byte:
 * seven bits each, the lowest first, the eighth bit set where more follow.
 */
export class ByteWriter {
  private bytes = new Uint8Array(256);
  private length = 0;

  reset(): void {
    this.length = 0;
  }

  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** A whole number from 0 to 2^53 − 1. */
  count(value: number): void {
    let rest = value;
    while (rest >= 128) {
      const low = rest % 128;
      this.byte(low | 128);
      rest = (rest - low) / 128;
    }
    this.byte(rest);
  }

  /** A whole number of either sign, or nothing. */
  integer(value: number | null): void {
    this.byte(value === null ? NOTHING : value < 0 ? BELOW_ZERO : NOT_BELOW_ZERO);
    if (value !== null) this.count(Math.abs(value));
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

  private byte(value: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(2 * this.length);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length] = value;
    this.length += 1;
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
    let value = 0;
    for (let weight = 1; ; weight *= 128) {
      const byte = this.byte();
      if (byte < 128) return value + byte * weight;
      value += (byte - 128) * weight;
    }
  }

  integer(): number | null {
    const sign = this.byte();
    if (sign === NOTHING) return null;
    const size = this.count();
    return sign === BELOW_ZERO ? -size : size;
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

  private byte(): number {
    const byte = this.bytes[this.position];
    assert(byte !== undefined, "a record is read no further than it was written");
    this.position += 1;
    return byte;
  }
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
const OF_ORDER = "order:";
const MOST_DIGITS = 15;

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
