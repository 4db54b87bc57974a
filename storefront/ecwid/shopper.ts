/**
 * Who has proven to own a mailbox of this shop: kept for one visit in this tab, and given up when the page
 * says that somebody else is logged in.
 */
export class Shopper {
  readonly #place: string;
  #token: string | null;

  constructor(storeId: number) {
    this.#place = `regulars-${String(storeId)}`;
    this.#token = kept(this.#place);
  }

  headers(): Readonly<Record<string, string>> {
    return this.#token === null ? {} : { authorization: `Bearer ${this.#token}` };
  }

  get known(): boolean {
    return this.#token !== null;
  }

  keep(token: string): void {
    this.#token = token;
    try {
      sessionStorage.setItem(this.#place, token);
    } catch {
      // A browser that keeps nothing asks again on the next page.
    }
  }

  forget(): void {
    this.#token = null;
    try {
      sessionStorage.removeItem(this.#place);
    } catch {
      // There is nothing kept either.
    }
  }
}

function kept(place: string): string | null {
  try {
    return sessionStorage.getItem(place);
  } catch {
    return null;
  }
}
