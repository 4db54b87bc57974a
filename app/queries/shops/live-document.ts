import type { Statements } from "#app/db/database.ts";
import { readVersionDocument } from "#app/db/program/programs.ts";
import type { Text } from "#app/domain/program/texts/text.ts";
import type { AdminShop } from "./admin-shop.ts";

export interface LiveDocument {
  readonly name: Text;
  /** The document as JSON. */
  readonly text: string;
}

/** What a shop's shoppers see the widget of; null before a program is published. */
export async function liveDocument(
  statements: Statements,
  { shopId, live }: AdminShop,
): Promise<LiveDocument | null> {
  if (live === null) return null;
  const document = await readVersionDocument(statements, shopId, live.version);
  return { name: live.program.name, text: JSON.stringify(document) };
}
