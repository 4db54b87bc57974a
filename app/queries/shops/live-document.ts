import type { Statements } from "#app/db/database.ts";
import { readVersionDocument } from "#app/db/program/programs.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { TierLevel } from "#app/domain/program/program.ts";
import type { Text } from "#app/domain/program/texts/text.ts";
import type { AdminShop } from "./admin-shop.ts";

export interface LiveDocument {
  readonly name: Text;
  /** The document as JSON. */
  readonly text: string;
  readonly since: Instant;
  readonly levels: readonly Pick<TierLevel, "id" | "name">[];
}

/** What a shop's shoppers see the widget of; null before a program is published. */
export async function liveDocument(
  statements: Statements,
  { shopId, live }: AdminShop,
): Promise<LiveDocument | null> {
  if (live === null) return null;
  const document = await readVersionDocument(statements, shopId, live.version);
  const { name, tiers } = live.program;
  const levels = (tiers?.levels ?? []).map((level) => ({ id: level.id, name: level.name }));
  return { name, levels, since: live.effectiveAt, text: JSON.stringify(document) };
}
