import beauty from "#app/domain/program/starters/beauty.json" with { type: "json" };
import cafe from "#app/domain/program/starters/cafe.json" with { type: "json" };
import fashion from "#app/domain/program/starters/fashion.json" with { type: "json" };
import paidVip from "#app/domain/program/starters/paid-vip.json" with { type: "json" };
import travel from "#app/domain/program/starters/travel.json" with { type: "json" };

/** Ready-made programs, by the name they give themselves. */
export const STARTERS: readonly {
  readonly name: string;
  readonly currency: string;
  readonly timezone: string;
}[] = [cafe, fashion, beauty, travel, paidVip];

/** A starter as the text of a draft, in the currency and zone of the shop. */
export function starterText(name: string, currency: string, timezone: string): string | null {
  const starter = STARTERS.find((known) => known.name === name);
  return starter === undefined ? null : JSON.stringify({ ...starter, currency, timezone }, null, 2);
}
