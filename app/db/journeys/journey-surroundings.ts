import { segmentsOfShop } from "#app/domain/customers/segments/shop-segments.ts";
import type { JourneySurroundings } from "#app/domain/journeys/parse-journeys.ts";
import { readKeptSegments } from "../customers/shop-segments.ts";
import type { Statements } from "../database.ts";
import { readProgramVersions } from "../program/programs.ts";

/** What a shop's journeys may name: parts of its live program, and its segments. Null: no program is published. */
export async function readJourneySurroundings(
  statements: Statements,
  shopId: number,
): Promise<JourneySurroundings | null> {
  const live = (await readProgramVersions(statements, shopId)).at(-1);
  if (live === undefined) return null;
  const { program } = live;
  const kept = await readKeptSegments(statements, shopId);
  return { program, segments: segmentsOfShop(kept?.document ?? null, program.currencyDigits).conditions };
}
