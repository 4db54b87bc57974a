import type { ControlParsed } from "../control-commands.ts";
import type { CallAnswer } from "../control-answers.ts";

type Wish = ControlParsed<"misbehave">;
type Pending = Wish & { left: number; skip: number };

const REMEMBERED_CALLS = 10_000;

/** Misbehaviour waiting for its call, and the record of the calls that came. */
export class Misconduct {
  readonly #pending: Pending[] = [];
  #calls: CallAnswer[] = [];

  add(wish: Wish): void {
    this.#pending.push({ ...wish, left: wish.times, skip: wish.after });
  }

  clear(): void {
    this.#pending.length = 0;
  }

  /** The misbehaviour due for this call, if any; asking uses it up. */
  take(shop: string, fields: readonly string[]): Wish | null {
    const matches = (one: Pending): boolean =>
      (one.shop === undefined || one.shop === shop) && (one.on === undefined || fields.includes(one.on));
    const found = this.#pending.find(matches);
    if (found === undefined) return null;
    if (found.skip > 0) {
      found.skip -= 1;
      return null;
    }
    found.left -= 1;
    if (found.left === 0) this.#pending.splice(this.#pending.indexOf(found), 1);
    return found;
  }

  record(call: CallAnswer): void {
    this.#calls.push(call);
    if (this.#calls.length > REMEMBERED_CALLS) this.#calls = this.#calls.slice(-REMEMBERED_CALLS / 2);
  }

  calls(shop: string | undefined, field: string | undefined): readonly CallAnswer[] {
    return this.#calls.filter(
      (call) =>
        (shop === undefined || call.shop === shop) && (field === undefined || call.fields.includes(field)),
    );
  }

  forget(): void {
    this.#calls = [];
  }
}
