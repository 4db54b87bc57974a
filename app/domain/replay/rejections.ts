import { some } from "./byte-record.ts";
import { Chunks, NO_CHUNK } from "./chunks.ts";
import type { PagedMemory } from "./paged-memory.ts";
import { Records } from "./records.ts";

export interface RejectedLine {
  readonly line: number;
  readonly reason: string;
}

/** A link says where its line is written, and which link is the next. */
const PLACE = 0;
const NEXT = 1;
const FIGURES_A_LINK = 2;
const NOWHERE = 0;

/** The lines that changed nothing and why, in the order of the history. */
export class Rejections implements Iterable<RejectedLine> {
  count = 0;
  private readonly memory: PagedMemory;
  private readonly records: Records;
  private readonly links: Chunks;
  private first = NO_CHUNK;
  private last = NO_CHUNK;

  constructor(memory: PagedMemory) {
    this.memory = memory;
    this.records = new Records(memory);
    this.links = new Chunks(memory, FIGURES_A_LINK);
  }

  add({ line, reason }: RejectedLine): void {
    const writer = this.records.begin();
    writer.count(line);
    writer.text(reason);
    const place = this.records.end(NOWHERE);
    const link = this.links.take();
    this.memory.setFigure(link + PLACE, place);
    if (this.last === NO_CHUNK) this.first = link;
    else this.memory.setFigure(this.last + NEXT, link);
    this.last = link;
    this.count += 1;
  }

  *[Symbol.iterator](): Generator<RejectedLine> {
    const { memory } = this;
    for (let link = this.first; link !== NO_CHUNK; link = memory.figure(link + NEXT)) {
      const reader = this.records.read(memory.figure(link + PLACE));
      yield { line: reader.count(), reason: some(reader.text()) };
    }
  }
}
