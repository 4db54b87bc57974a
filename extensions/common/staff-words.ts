import type { FailureWord, Words } from "../../storefront/words/words.ts";
import { shopperWords } from "./shopper-words.ts";
import { STAFF_SAID } from "./staff-said.ts";

/** A sentence of the surface's locale files, with `{{name}}` filled in. */
export type Translate = (key: string, values?: Record<string, string>) => string;

/** Staff take part in no challenge for somebody else. */
const FAILURES = {
  offline: true,
  unsure: true,
  signedOut: true,
  notMember: true,
  noProgram: true,
  reward: true,
  tier: true,
  limit: true,
  often: true,
  stock: true,
  choice: true,
  points: true,
  code: true,
  shopRefused: true,
  paused: true,
  unavailable: true,
} as const satisfies Record<Exclude<FailureWord, "challenge">, true>;

/**
 * The shopper's own sentences for points, money, tiers and rewards. Those that speak to the shopper are
 * said about the shopper, and failures to staff. The locale files name their own language under `locale`.
 */
export function staffWords(translate: Translate): { words: Words; locale: string } {
  const { words, locale } = shopperWords(translate("locale"), "Sie");
  const failed = { ...words.failed };
  for (const word of Object.keys(FAILURES) as (keyof typeof FAILURES)[])
    failed[word] = translate(`failed.${word}`);
  const said = STAFF_SAID[translate("locale")];
  if (said === undefined) return { words: { ...words, failed }, locale };
  const { variable, ...about } = said;
  return { words: { ...words, ...about, reward: { ...words.reward, variable }, failed }, locale };
}
