import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import type { RestClient } from "./rest-client.ts";

const KEPT_MS = 10 * 60_000;
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

interface Known {
  readonly origins: ReadonlySet<string>;
  readonly until: Instant;
}

/**
 * Whether a store's front lies at this origin: only from there may a browser read what the app answers for
 * it. The store itself says where; where it does not answer, what it said last still holds.
 */
export function createOriginCheck(
  client: RestClient,
  now: () => Instant,
): (storeId: string, origin: string) => Promise<boolean> {
  const known = new Map<string, Known>();
  return async (storeId, origin) => {
    if (!/^\d{1,15}$/u.test(storeId)) return false;
    const last = known.get(storeId);
    if (last !== undefined && last.until > now()) return last.origins.has(origin);
    const asked = await client.ask(storeId, { path: "profile", answer: site });
    const origins = asked.kind === "data" ? originsOf(asked.data) : (last?.origins ?? new Set<string>());
    known.delete(storeId);
    known.set(storeId, { origins, until: now() + KEPT_MS });
    if (known.size > REMEMBERED) {
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    }
    return origins.has(origin);
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

/** The store's own page, or the one Ecwid has made for it. */
export async function shopAddress(client: RestClient, storeId: string): Promise<string | null> {
  const asked = await client.ask(storeId, { path: "profile", answer: site });
  if (asked.kind !== "data") return null;
  const { storeUrl, starterSite } = asked.data.generalInfo;
  const given = [storeUrl, starterSite?.generatedUrl].find((one) => one != null && URL.canParse(one));
  return given != null && /^https?:/u.test(new URL(given).protocol) ? given : null;
}
