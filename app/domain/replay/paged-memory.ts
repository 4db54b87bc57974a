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

/** How many pages may lie in memory, at least four, and where the others go. */
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
  /** How many pages had been fetched when it was asked for last. */
  askedAt = 1;
}

/**
 * Bytes in pages, of which so many lie in memory and the others in a store. A page that was asked for
 * is good until two others are asked for: then it may have become another.
 */
export class PagedMemory {
  private readonly limit: PageLimit | null;
  /** By number; null while it is in the store. Numbers begin at one. */
  private readonly inMemory: (Page | null)[] = [null];
  /** Those in memory, as they came to lie there. */
  private readonly frames: Page[] = [];
  private readonly free: number[] = [];
  private fetched = 1;
  private hand = 0;

  constructor(limit: PageLimit | null) {
    this.limit = limit;
  }

  /** A page to read. */
  page(number: number): Page {
    const page = this.inMemory[number];
    assert(page !== undefined, "a page was made before it is asked for");
    if (page === null) return this.fetch(number);
    page.askedAt = this.fetched;
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
    page.askedAt = this.fetched;
    return number;
  }

  /** Nobody will ask for the page any more: its number may be that of a new one. */
  release(number: number): void {
    const page = this.inMemory[number] ?? null;
    if (page !== null) page.isChanged = false;
    this.free.push(number);
  }

  private fetch(number: number): Page {
    const page = this.frameFor(number);
    this.limit?.store.read(number, page.bytes);
    return page;
  }

  /** Room in memory for a page. */
  private frameFor(number: number): Page {
    this.fetched += 1;
    const page = this.vacated() ?? this.newFrame();
    page.number = number;
    page.isChanged = false;
    page.askedAt = this.fetched;
    this.inMemory[number] = page;
    return page;
  }

  private newFrame(): Page {
    const page = new Page();
    this.frames.push(page);
    return page;
  }

  /**
   * The frame of a page that was put away now: the next that nobody asked for since the hand passed it
   * last. Null where there is room for more, or all are in use.
   */
  private vacated(): Page | null {
    const { frames, limit } = this;
    if (limit === null || frames.length < limit.pages) return null;
    const inUseSince = this.fetched - MOST_IN_USE + 1;
    for (let seen = 0; seen < 2 * frames.length; seen += 1) {
      this.hand = this.hand + 1 < frames.length ? this.hand + 1 : 0;
      const page = frames[this.hand];
      assert(page !== undefined, "the hand points at a frame");
      if (page.askedAt >= inUseSince) continue;
      if (page.askedAt === PASSED) {
        if (page.isChanged) limit.store.write(page.number, page.bytes);
        this.inMemory[page.number] = null;
        return page;
      }
      page.askedAt = PASSED;
    }
    return null;
  }
}

/** Stands for the time of a page that was not asked for since the hand passed it. */
const PASSED = 0;
/** So many pages are in use at once: one that is written to, and one that is read. */
const MOST_IN_USE = 2;

export function pageOf(place: number): number {
  return place >>> PAGE_BITS;
}

/** Where in its page a place lies. */
export function placeInPage(place: number): number {
  return place & (PLACES_A_PAGE - 1);
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
