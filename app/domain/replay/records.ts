import { byteAt, ByteReader, ByteWriter } from "./byte-record.ts";
import {
  FIRST_PLACE,
  pageOf,
  PAGE_BYTES,
  placeAt,
  placeInPage,
  PLACE_BYTES,
  PLACES_A_PAGE,
  wordAt,
} from "./paged-memory.ts";
import type { Page, PagedMemory } from "./paged-memory.ts";

/** A record begins with the places it may take, in two bytes. */
const HEAD_BYTES = 2;
/** Stands there for a record that has pages for itself, each of which names the next one in its second word. */
const IN_PAGES = 0xffff;
const NEXT_WORD = 1;
const NO_PAGE = 0;
const LINK_BYTES = 8;
const PART_BYTES = PAGE_BYTES - LINK_BYTES;

/** Records of bytes in a paged memory, each found by its place. One is written between `begin` and `end`. */
export class Records {
  private readonly memory: PagedMemory;
  private readonly writer = new ByteWriter();
  private readonly reader = new ByteReader();
  /** A record out of its pages, put together to be read. */
  private together = new Uint8Array(0);
  /** The page with room at its end, and how many of its places are taken. */
  private last = NO_PAGE;
  private taken = PLACES_A_PAGE;

  constructor(memory: PagedMemory) {
    this.memory = memory;
  }

  begin(): ByteWriter {
    const { writer } = this;
    if (this.taken === PLACES_A_PAGE) this.turnPage();
    writer.open(this.memory.page(this.last).bytes, this.taken * PLACE_BYTES);
    for (let byte = 0; byte < HEAD_BYTES; byte += 1) writer.byte(0);
    return writer;
  }

  /** Puts what was written in place of an older record, or where there is none, or no room, elsewhere. Returns its place. */
  end(place: number): number {
    return place >= FIRST_PLACE && this.writeOver(place) ? place : this.append();
  }

  /** The reader, at what a record says; until another is read or written. */
  read(place: number): ByteReader {
    const page = this.memory.page(pageOf(place));
    const position = placeInPage(place) * PLACE_BYTES;
    if (headAt(page, position) === IN_PAGES) this.putTogether(place);
    else this.reader.open(page.bytes, position + HEAD_BYTES);
    return this.reader;
  }

  /** Puts what was just written at an older record's place, if that has the room. */
  private writeOver(place: number): boolean {
    const { writer } = this;
    const page = this.memory.changing(pageOf(place));
    const position = placeInPage(place) * PLACE_BYTES;
    const room = headAt(page, position);
    if (room === IN_PAGES) {
      this.writeInPages(pageOf(place));
      return true;
    }
    const { length } = writer;
    if (length > room * PLACE_BYTES) return false;
    const from = writer.position - length;
    // Most records are a few dozen bytes, for which this is quicker than a copy by the machine.
    for (let index = HEAD_BYTES; index < length; index += 1)
      page.bytes[position + index] = byteAt(writer.bytes, from + index);
    return true;
  }

  /** Keeps what was just written, and says where: where it lies, in a new page, or in pages of its own. */
  private append(): number {
    const { writer } = this;
    const places = Math.ceil(writer.length / PLACE_BYTES);
    if (places > PLACES_A_PAGE) {
      const first = this.memory.add();
      this.writeInPages(first);
      return placeAt(first, 0);
    }
    let page = this.memory.changing(this.last);
    if (writer.bytes !== page.bytes) {
      this.turnPage();
      page = this.memory.changing(this.last);
      page.bytes.set(writer.bytes.subarray(writer.position - writer.length, writer.position));
    }
    const begin = this.taken * PLACE_BYTES;
    page.bytes[begin] = places & 255;
    page.bytes[begin + 1] = places >> 8;
    const place = placeAt(this.last, this.taken);
    this.taken += places;
    return place;
  }

  private turnPage(): void {
    this.last = this.memory.add();
    this.taken = 0;
  }

  /** Writes over a chain of pages, which grows where it is too short. */
  private writeInPages(first: number): void {
    const { memory, writer } = this;
    const written = writer.bytes.slice(writer.position - writer.length + HEAD_BYTES, writer.position);
    let number = first;
    for (let from = 0; ; from += PART_BYTES) {
      const page = memory.changing(number);
      page.bytes[0] = IN_PAGES & 255;
      page.bytes[1] = IN_PAGES >> 8;
      page.bytes.set(written.subarray(from, from + PART_BYTES), LINK_BYTES);
      if (from + PART_BYTES >= written.length) return;
      number = this.pageAfter(number);
    }
  }

  private pageAfter(number: number): number {
    const next = wordAt(this.memory.page(number).words, NEXT_WORD);
    if (next !== NO_PAGE) return next;
    const added = this.memory.add();
    this.memory.changing(number).words[NEXT_WORD] = added;
    return added;
  }

  private putTogether(place: number): void {
    let length = 0;
    for (let number = pageOf(place); number !== NO_PAGE;) {
      const page = this.memory.page(number);
      if (this.together.length < length + PART_BYTES) {
        const larger = new Uint8Array(2 * (length + PART_BYTES));
        larger.set(this.together.subarray(0, length));
        this.together = larger;
      }
      this.together.set(page.bytes.subarray(LINK_BYTES), length);
      length += PART_BYTES;
      number = wordAt(page.words, NEXT_WORD);
    }
    this.reader.open(this.together, 0);
  }
}

function headAt({ bytes }: Page, position: number): number {
  return byteAt(bytes, position) + byteAt(bytes, position + 1) * 256;
}
