import { figureAt, pageOf, placeAt, placeInPage, PLACES_A_PAGE } from "./paged-memory.ts";
import type { PagedMemory } from "./paged-memory.ts";

/** What no chunk's place is. */
export const NO_CHUNK = 0;

/** Figures side by side, so many in each chunk, which lies in one page. What is given back is used again. */
export class Chunks {
  private readonly memory: PagedMemory;
  private readonly figures: number;
  private page = 0;
  private taken = PLACES_A_PAGE;
  /** The first of those given back, each of which begins with the next. */
  private free = NO_CHUNK;

  constructor(memory: PagedMemory, figures: number) {
    this.memory = memory;
    this.figures = figures;
  }

  /** The place of a chunk, full of zeros. */
  take(): number {
    if (this.free !== NO_CHUNK) return this.takeFree();
    if (this.taken + this.figures > PLACES_A_PAGE) {
      this.page = this.memory.add();
      this.taken = 0;
    }
    const place = placeAt(this.page, this.taken);
    this.taken += this.figures;
    return place;
  }

  giveBack(place: number): void {
    this.memory.changing(pageOf(place)).figures[placeInPage(place)] = this.free;
    this.free = place;
  }

  private takeFree(): number {
    const place = this.free;
    const begin = placeInPage(place);
    const { figures } = this.memory.changing(pageOf(place));
    this.free = figureAt(figures, begin);
    figures.fill(0, begin, begin + this.figures);
    return place;
  }
}
