import { randomBytes } from "node:crypto";
import type { Ask } from "../../shop/web/http.ts";
import type { Customer, Shop } from "../../shop/records.ts";

export type Language = "en" | "de";

/** What the shop front remembers of one browser. */
export interface Visit {
  readonly key: string;
  customerId: string | null;
  readonly cart: { readonly variantId: string; quantity: number }[];
  discountCode: string | null;
  language: Language;
  /** Said once on the next page. */
  notice: string | null;
}

/** A browser keeps one jar for all ports of a host: two shop fronts beside each other need names of their own. */
const COOKIE = "_shop_session";
const MOST_VISITS = 5_000;

/** Sessions live in memory: whoever comes back after a restart signs in again. */
export class Visits {
  readonly #visits = new Map<string, Visit>();

  of(shop: Shop, ask: Ask): { readonly visit: Visit; readonly setCookie: string | null } {
    const key = cookieOf(ask);
    const known = key === null ? undefined : this.#visits.get(`${shop.domain} ${key}`);
    if (known !== undefined) return { visit: known, setCookie: null };
    const language = shop.locale === "de" ? "de" : "en";
    const fresh = randomBytes(16).toString("hex");
    const visit: Visit = {
      key: fresh,
      customerId: null,
      cart: [],
      discountCode: null,
      language,
      notice: null,
    };
    this.#visits.set(`${shop.domain} ${fresh}`, visit);
    const [oldest] = this.#visits.keys();
    if (this.#visits.size > MOST_VISITS && oldest !== undefined) this.#visits.delete(oldest);
    return { visit, setCookie: `${cookieName(ask)}=${fresh}; Path=/; HttpOnly; SameSite=Lax` };
  }

  peek(shop: Shop, ask: Ask): Visit | null {
    return this.#visits.get(`${shop.domain} ${cookieOf(ask) ?? ""}`) ?? null;
  }
}

function cookieName(ask: Ask): string {
  const port = /:(\d+)$/u.exec(ask.host)?.[1];
  return port === undefined ? COOKIE : `${COOKIE}_${port}`;
}

function cookieOf(ask: Ask): string | null {
  return new RegExp(`(?:^|; )${cookieName(ask)}=([0-9a-f]+)`).exec(ask.headers.cookie ?? "")?.[1] ?? null;
}

export function customerOfVisit(shop: Shop, visit: Visit): Customer | null {
  return visit.customerId === null ? null : (shop.customers[visit.customerId] ?? null);
}
