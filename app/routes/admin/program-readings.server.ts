import { parseCleanJson } from "#app/domain/clean-text.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { exampleOrder } from "#app/domain/program/example-order.ts";
import type { KnownReading } from "#app/components/program/use-reading.ts";
import { readProgramText, type ReadFor } from "#app/queries/program/read-program-text.ts";
import type { AdminVisitor } from "./admin-visitor.server.ts";

/**
 * The texts a page begins with, read for readers of both languages: a page's loader does not know which it has. With
 * them what an order earns, so that the page has it from the beginning.
 */
export function programReadings(
  { shop, abilities }: AdminVisitor,
  segments: ReadFor["segments"],
  texts: readonly string[],
  now: Instant,
): readonly KnownReading[] {
  const readIn = (text: string, language: "en" | "de") =>
    readProgramText(text, { language, segments, goodsGroup: abilities.goodsGroup, currency: shop.currency });
  return [...new Set(texts)].map((text) => ({
    text,
    readings: { en: readIn(text, "en"), de: readIn(text, "de") },
    examples: examplesOf(text, now),
  }));
}

function examplesOf(text: string, now: Instant): KnownReading["examples"] {
  const parsed = parseProgram(parseCleanJson(text));
  if (!parsed.ok) return null;
  const { program } = parsed;
  return { en: exampleOrder(program, now, "en"), de: exampleOrder(program, now, "de") };
}
