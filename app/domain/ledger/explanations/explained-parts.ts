import type { ExplainedLine, Explanation } from "./explanation.ts";
import type { Wording } from "./wording.ts";

/** The order an explanation is about, or the order its points come from; null where it is about none. */
export function orderIdOf(why: Explanation): string | null {
  if ("orderId" in why) return why.orderId;
  if (!("cause" in why)) return null;
  const [kind, ...rest] = why.cause.split(":");
  return kind === "order" ? rest.join(":") : null;
}

/** What a lot comes from, as its name tells. */
export type Cause =
  | { readonly kind: "order" }
  | { readonly kind: "activity"; readonly activity: string }
  | { readonly kind: "level"; readonly levelId: string }
  | { readonly kind: "by_hand" }
  | { readonly kind: "reward" }
  | { readonly kind: "other" };

export function readCause(cause: string): Cause {
  const [kind, name] = cause.split(":");
  switch (kind) {
    case "order":
      return { kind: "order" };
    case "activity":
      return name === undefined ? { kind: "other" } : { kind: "activity", activity: name };
    case "tier_entry":
      return name === undefined ? { kind: "other" } : { kind: "level", levelId: name };
    case "adjust":
    case "reinstated":
      return { kind: "by_hand" };
    case "code":
      return { kind: "reward" };
    default:
      return { kind: "other" };
  }
}

/** What lines of an order are called, by their ids; a line may be missing: not everybody tells. */
export type LineTitles = ReadonlyMap<string, string>;

/** More products than these in one entry nobody reads: rules alone are told then. */
const MOST_PRODUCTS = 8;

/** What one rule gave in one order, at one factor, for lines of one name. */
export interface RulePart {
  readonly ruleId: string;
  /** What was bought; null where nobody said, or where there is too much to list. */
  readonly product: string | null;
  /** `num/den` or a whole number. */
  readonly multiplier: string;
  basisMinor: number;
  points: number;
}

/** Lines of one name that earned by the same rule at the same factor are one line to a reader. */
export function partsByRule(lines: readonly ExplainedLine[], titles: LineTitles): readonly RulePart[] {
  const told = new Set(lines.map(({ lineId }) => titles.get(lineId)));
  const isListed = told.size <= MOST_PRODUCTS;
  const parts = new Map<string, RulePart>();
  for (const { lineId, rules, multiplier, basisMinor } of lines) {
    const product = isListed ? (titles.get(lineId) ?? null) : null;
    for (const { ruleId, points } of rules) {
      const name = JSON.stringify([ruleId, multiplier, product]);
      const part = parts.get(name) ?? { ruleId, product, multiplier, basisMinor: 0, points: 0 };
      part.basisMinor += basisMinor;
      part.points += points;
      parts.set(name, part);
    }
  }
  return [...parts.values()];
}

/** "Sidamo 250 g (Double Tuesday)": what was bought, and the rule where the merchant has named it. */
export function partName({ product, ruleId }: RulePart, words: Wording): string {
  if (product === null) return words.ruleName(ruleId);
  return words.rule(ruleId)?.name == null ? product : `${product} (${words.ruleName(ruleId)})`;
}

/** `499/5` as 99.8: cut, not rounded, so that 99.999 does not read as 100. Whole numbers may stand alone. */
export function decimalOfFraction(fraction: string, decimals: number): number {
  const [num = "0", den = "1"] = fraction.split("/");
  const scale = 10n ** BigInt(decimals);
  return Number((BigInt(num) * scale) / BigInt(den)) / Number(scale);
}
