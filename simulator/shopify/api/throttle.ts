import { performance } from "node:perf_hooks";
import type { Shop } from "../../shop/records.ts";

interface Level {
  available: number;
  at: number;
}

/** The leaky bucket of one app at each shop, filled by the wall clock as the real one is. */
export class Throttle {
  readonly #levels = new Map<string, Level>();

  status(shop: Shop): { maximumAvailable: number; currentlyAvailable: number; restoreRate: number } {
    const { available } = this.#level(shop);
    return {
      maximumAvailable: shop.bucket,
      currentlyAvailable: Math.floor(available),
      restoreRate: shop.restorePerSecond,
    };
  }

  take(shop: Shop, cost: number): boolean {
    const level = this.#level(shop);
    if (level.available < cost) return false;
    level.available -= cost;
    return true;
  }

  /** What a query asked for and did not use is given back. */
  giveBack(shop: Shop, cost: number): void {
    const level = this.#level(shop);
    level.available = Math.min(shop.bucket, level.available + cost);
  }

  empty(shop: Shop): void {
    this.#level(shop).available = 0;
  }

  #level(shop: Shop): Level {
    const now = performance.now();
    const level = this.#levels.get(shop.domain) ?? { available: shop.bucket, at: now };
    const restored = ((now - level.at) / 1_000) * shop.restorePerSecond;
    level.available = Math.min(shop.bucket, level.available + restored);
    level.at = now;
    this.#levels.set(shop.domain, level);
    return level;
  }
}
