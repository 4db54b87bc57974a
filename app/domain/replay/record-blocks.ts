import { assert } from "../assert.ts";
import { ByteReader, ByteWriter } from "./byte-record.ts";
import { numberAt } from "./packed-index.ts";

/** Records lie in blocks of this many bytes; one that is larger has a block of its own. */
const BLOCK_BYTES = 2 ** 20;
/** Records begin at multiples of this many bytes, so that a place is a small number. */
const STEP_BYTES = 8;
const STEPS_A_BLOCK = BLOCK_BYTES / STEP_BYTES;
/** A record that may change begins with the steps it may take, in two bytes. */
const HEAD_BYTES = 2;
/** Stands for the steps of a record that has its block for itself. */
const WHOLE_BLOCK = 0xffff;
/** No record begins at a smaller place: these are free to say that there is none, or none yet. */
export const FIRST_PLACE = 2;

/**
 * Records of bytes in large blocks, each found by its place. One is written between `begin` and `end`,
 * or `beginFixed` and `endFixed` where it will never change.
 */
export class RecordBlocks {
  private readonly writer = new ByteWriter();
  private readonly reader = new ByteReader();
  private readonly blocks: Uint8Array<ArrayBuffer>[] = [new Uint8Array(BLOCK_BYTES)];
  /** Steps of the last block that are taken. */
  private taken = FIRST_PLACE;

  begin(): ByteWriter {
    const writer = this.beginFixed();
    for (let byte = 0; byte < HEAD_BYTES; byte += 1) writer.byte(0);
    return writer;
  }

  /** Puts what was written in place of an older record, or where there is none, or no room, elsewhere. Returns its place. */
  end(place: number): number {
    return place >= FIRST_PLACE && this.writeOver(place) ? place : this.append(true);
  }

  beginFixed(): ByteWriter {
    this.writer.open(this.lastBlock(), this.taken * STEP_BYTES);
    return this.writer;
  }

  endFixed(): number {
    return this.append(false);
  }

  /** The reader, at what a record that may change says. */
  read(place: number): ByteReader {
    const reader = this.readFixed(place);
    reader.position += HEAD_BYTES;
    return reader;
  }

  /** The reader, at what a record that never changes says. */
  readFixed(place: number): ByteReader {
    const block = this.blocks[Math.floor(place / STEPS_A_BLOCK)];
    assert(block !== undefined, "a place lies in a block");
    this.reader.open(block, (place % STEPS_A_BLOCK) * STEP_BYTES);
    return this.reader;
  }

  /** Puts what was just written at an older record's place, if that has the room. */
  private writeOver(place: number): boolean {
    const { writer } = this;
    const { bytes, position } = this.readFixed(place);
    const steps = numberAt(bytes, position) + numberAt(bytes, position + 1) * 256;
    const room = steps === WHOLE_BLOCK ? bytes.length : steps * STEP_BYTES;
    const { length } = writer;
    if (length > room) return false;
    const from = writer.position - length;
    // Most records are a few dozen bytes, for which this is quicker than a copy by the machine.
    for (let index = HEAD_BYTES; index < length; index += 1)
      bytes[position + index] = numberAt(writer.bytes, from + index);
    return true;
  }

  /** Keeps what was just written, and says where: at the end of the last block, where it lies, or in a new one. */
  private append(hasHead: boolean): number {
    const { writer } = this;
    const steps = Math.ceil(writer.length / STEP_BYTES);
    const isLarge = steps >= WHOLE_BLOCK;
    if (writer.bytes !== this.lastBlock() || isLarge) {
      const written = writer.bytes.subarray(writer.position - writer.length, writer.position);
      this.addBlock(isLarge ? steps * STEP_BYTES : BLOCK_BYTES).set(written);
    }
    if (hasHead) {
      const block = this.lastBlock();
      const begin = this.taken * STEP_BYTES;
      const head = isLarge ? WHOLE_BLOCK : steps;
      block[begin] = head & 255;
      block[begin + 1] = head >> 8;
    }
    const place = (this.blocks.length - 1) * STEPS_A_BLOCK + this.taken;
    this.taken = isLarge ? STEPS_A_BLOCK : this.taken + steps;
    return place;
  }

  /** The block with room at its end. */
  private lastBlock(): Uint8Array<ArrayBuffer> {
    const last = this.blocks[this.blocks.length - 1];
    return last === undefined || this.taken === STEPS_A_BLOCK ? this.addBlock(BLOCK_BYTES) : last;
  }

  private addBlock(bytes: number): Uint8Array<ArrayBuffer> {
    const block = new Uint8Array(bytes);
    this.blocks.push(block);
    this.taken = 0;
    return block;
  }
}
