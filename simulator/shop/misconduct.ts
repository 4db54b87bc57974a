/** What is asked of the fake's misbehaviour, on every platform. */
export interface MischiefWish {
  readonly shop?: string | undefined;
  /** Which call; any when left out. */
  readonly on?: string | undefined;
  readonly times: number;
  /** Let this many matching calls pass first. */
  readonly after: number;
}

/** One call of the app's, seen from the API's side. */
export interface SeenCall {
  readonly shop: string;
  readonly fields: readonly string[];
}

const REMEMBERED_CALLS = 10_000;

/** Misbehaviour waiting for its call, and the record of the calls that came. */
export class Misconduct<Wish extends MischiefWish, Call extends SeenCall> {
  readonly #pending: { readonly wish: Wish; left: number; skip: number }[] = [];
  #calls: Call[] = [];

  add(wish: Wish): void {
    this.#pending.push({ wish, left: wish.times, skip: wish.after });
  }

  clear(): void {
    this.#pending.length = 0;
  }

  /** The misbehaviour due for this call, if any; asking uses it up. */
  take(shop: string, fields: readonly string[]): Wish | null {
    const found = this.#pending.find(
      ({ wish }) =>
        (wish.shop === undefined || wish.shop === shop) &&
        (wish.on === undefined || fields.includes(wish.on)),
    );
    if (found === undefined) return null;
    if (found.skip > 0) {
      found.skip -= 1;
      return null;
    }
    found.left -= 1;
    if (found.left === 0) this.#pending.splice(this.#pending.indexOf(found), 1);
    return found.wish;
  }

  record(call: Call): void {
    this.#calls.push(call);
    if (this.#calls.length > REMEMBERED_CALLS) this.#calls = this.#calls.slice(-REMEMBERED_CALLS / 2);
  }

  calls(shop: string | undefined, field: string | undefined): readonly Call[] {
    return this.#calls.filter(
      (call) =>
        (shop === undefined || call.shop === shop) && (field === undefined || call.fields.includes(field)),
    );
  }

  forget(): void {
    this.#calls = [];
  }
}
