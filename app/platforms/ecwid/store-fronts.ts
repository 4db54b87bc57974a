import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import type { RestClient } from "./rest-client.ts";

const KEPT_MS = 10 * 60_000;
/** A store that did not answer is asked again sooner. */
const ASKED_AGAIN_MS = 60_000;
/** A store that is not asked for any more gives its place to another. */
const REMEMBERED = 5_000;

const site = z.object({
  generalInfo: z.object({
    storeUrl: z.string().nullish(),
    starterSite: z
      .object({ customDomain: z.string().nullish(), generatedUrl: z.string().nullish() })
      .nullish(),
  }),
});

/** Where a store's front lies, by what the store itself says. */
export interface StoreFronts {
  /** Whether it lies at this origin: only from there may a browser read what the app answers for the store. */
  readonly isOriginOf: (storeId: string, origin: string) => Promise<boolean>;
  /** The store's own page, or the one Ecwid has made for it; null where it says neither. */
  readonly addressOf: (storeId: string) => Promise<string | null>;
}

interface Known {
  readonly origins: ReadonlySet<string>;
  readonly address: string | null;
  readonly until: Instant;
}

/**
 * Asked by every visitor, so what a store says is kept for a while; where it does not answer, what it said last
 * still holds.
 */
export function createStoreFronts(client: RestClient, now: () => Instant): StoreFronts {
  const known = new Map<string, Known>();
  const look = async (storeId: string): Promise<Known> => {
    const last = known.get(storeId);
    if (last !== undefined && last.until > now()) return last;
    const asked = await client.ask(storeId, { path: "profile", answer: site });
    const said =
      asked.kind === "data"
        ? { origins: originsOf(asked.data), address: addressIn(asked.data) }
        : (last ?? { origins: new Set<string>(), address: null });
    const found = { ...said, until: now() + (asked.kind === "data" ? KEPT_MS : ASKED_AGAIN_MS) };
    known.delete(storeId);
    known.set(storeId, found);
    if (known.size > REMEMBERED) {
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    }
    return found;
  };
  return {
    isOriginOf: async (storeId, origin) =>
      /^\d{1,15}$/u.test(storeId) && (await look(storeId)).origins.has(origin),
    addressOf: async (storeId) => (await look(storeId)).address,
  };
}

function originsOf({ generalInfo: { storeUrl, starterSite } }: z.output<typeof site>): ReadonlySet<string> {
  const domain = starterSite?.customDomain;
  const addresses = [storeUrl, starterSite?.generatedUrl, domain == null ? null : `https://${domain}`];
  return new Set(
    addresses.flatMap((address) =>
      address != null && URL.canParse(address) ? [new URL(address).origin] : [],
    ),
  );
}

function addressIn({ generalInfo: { storeUrl, starterSite } }: z.output<typeof site>): string | null {
  const given = [storeUrl, starterSite?.generatedUrl].find((one) => one != null && URL.canParse(one));
  return given != null && /^https?:/u.test(new URL(given).protocol) ? given : null;
}
