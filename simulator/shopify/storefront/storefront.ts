import type { Fake } from "../fake.ts";
import { html, type Answer, type Ask } from "../web/http.ts";
import type { Shop } from "../world/records.ts";

export class Storefront {
  readonly #fake: Fake;
  readonly #extension: string | null;
  constructor(fake: Fake, extension: string | null) {
    this.#fake = fake;
    this.#extension = extension;
  }
  customerOf(_shop: Shop, _ask: Ask): string | null {
    return null;
  }
  answer(shop: Shop, _ask: Ask): Promise<Answer> {
    return Promise.resolve(html(200, `${shop.name}${this.#fake.addresses.url}${this.#extension ?? ""}`));
  }
}
