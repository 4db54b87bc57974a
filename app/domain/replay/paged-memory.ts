import { assert } from "../assert.ts";

export const PAGE_BYTES = 2 ** 14;
/** Places in the memory are counted by so many bytes: one figure, or two words. */
export const PLACE_BYTES = 8;
export const PLACES_A_PAGE = PAGE_BYTES / PLACE_BYTES;
const PAGE_BITS = Math.log2(PLACES_A_PAGE);
/** Places are 32 bits wide. */
const MOST_PAGES = 2 ** (32 - PAGE_BITS);
/** No place is smaller: smaller numbers are free to say something else. */
export const FIRST_PLACE = PLACES_A_PAGE;

/** Where the pages lie that find no room in memory. It gives back what it was given; errors are its own. */
export interface PageStore {
  write(page: number, bytes: Uint8Array): void;
  read(page: number, into: Uint8Array): void;
}

/** How many pages may lie in memory, at least two, and where the others go. */
export interface PageLimit {
  readonly pages: number;
  readonly store: PageStore;
}

/** More pages than places can name: a history of some hundred million orders. */
export class MemoryExhausted extends Error {
  override readonly name = "MemoryExhausted";
}

export class Page {
  readonly bytes = new Uint8Array(PAGE_BYTES);
  readonly words = new Uint32Array(this.bytes.buffer);
  readonly figures = new Float64Array(this.bytes.buffer);
  number = 0;
  /** Whether the store does not have it as it is. */
  isChanged = false;
  /** Whether it was asked for since the hand passed it last. */
  isWanted = true;
}

/**
 * Bytes in pages, of which so many lie in memory and the others in a store. A page that was asked for
 * is good until two others are asked for: then it may have become another.
 */
export class PagedMemory {
  private readonly limit: PageLimit | null;
  /** By number; null while it is in the store. Numbers begin at one. */
  private readonly inMemory: (Page | null | undefined)[] = [undefined];
  /** Those in memory, as they came to lie there. */
  private readonly frames: Page[] = [];
  private readonly free: number[] = [];
  private hand = 0;
  /** The page asked for last stays while the next one is fetched. */
  private askedLast = 0;

  constructor(limit: PageLimit | null) {
    assert(limit === null || limit.pages >= 2, "one page is read while another is written to");
    this.limit = limit;
  }

  /** A page to read. */
  page(number: number): Page {
    const known = this.inMemory[number];
    assert(known !== undefined, "a page was made before it is asked for");
    const page = known ?? this.fetch(number);
    page.isWanted = true;
    this.askedLast = number;
    return page;
  }

  /** A page to write to. */
  changing(number: number): Page {
    const page = this.page(number);
    page.isChanged = true;
    return page;
  }

  /** The number of a new page, full of zeros. */
  add(): number {
    const number = this.free.pop() ?? this.inMemory.push(null) - 1;
    if (number >= MOST_PAGES) {
      throw new MemoryExhausted(`a history can take ${String((MOST_PAGES * PAGE_BYTES) / 2 ** 30)} GiB`);
    }
    const page = this.inMemory[number] ?? this.frameFor(number);
    page.bytes.fill(0);
    page.isChanged = true;
    page.isWanted = true;
    this.askedLast = number;
    return number;
  }

  /** Nobody will ask for the page any more: its number may be that of a new one. */
  release(number: number): void {
    const page = this.inMemory[number] ?? null;
    if (page !== null) page.isChanged = false;
    this.free.push(number);
  }

  /** The figure at a place. */
  figure(place: number): number {
    return figureAt(this.page(pageOf(place)).figures, placeInPage(place));
  }

  setFigure(place: number, figure: number): void {
    this.changing(pageOf(place)).figures[placeInPage(place)] = figure;
  }

  private fetch(number: number): Page {
    const page = this.frameFor(number);
    this.limit?.store.read(number, page.bytes);
    return page;
  }

  /** Room in memory for a page. */
  private frameFor(number: number): Page {
    const page = this.vacated() ?? this.newFrame();
    page.number = number;
    page.isChanged = false;
    this.inMemory[number] = page;
    return page;
  }

  private newFrame(): Page {
    const page = new Page();
    this.frames.push(page);
    return page;
  }

  /** The frame of a page that was put away now: the next that nobody asked for since the hand passed it last. Null where there is room for more. */
  private vacated(): Page | null {
    const { frames, limit } = this;
    if (limit === null || frames.length < limit.pages) return null;
    for (;;) {
      this.hand = this.hand + 1 < frames.length ? this.hand + 1 : 0;
      const page = frames[this.hand];
      assert(page !== undefined, "the hand points at a frame");
      if (page.number === this.askedLast) continue;
      if (page.isWanted) {
        page.isWanted = false;
        continue;
      }
      if (page.isChanged) limit.store.write(page.number, page.bytes);
      this.inMemory[page.number] = null;
      return page;
    }
  }
}

export function pageOf(place: number): number {
  return place >>> PAGE_BITS;
}

/** Where in its page a place lies. */
export function placeInPage(place: number): number {
  return place & (PLACES_A_PAGE - 1);
}

/** Where in its page the first of a place's two words lies. */
export function wordOf(place: number): number {
  return 2 * placeInPage(place);
}

/** The place so far into a page. */
export function placeAt(page: number, places: number): number {
  return page * PLACES_A_PAGE + places;
}

export function wordAt(words: Uint32Array, index: number): number {
  const word = words[index];
  assert(word !== undefined, "a word lies within its page");
  return word;
}

export function figureAt(figures: Float64Array, index: number): number {
  const figure = figures[index];
  assert(figure !== undefined, "a figure lies within its page");
  return figure;
}
