import type { KnownReading } from "#app/components/program/use-reading.ts";
import { readProgramText, type ReadFor } from "#app/queries/program/read-program-text.ts";
import type { AdminVisitor } from "./admin-visitor.server.ts";

/** The texts a page begins with, read for readers of both languages: a page's loader does not know which it has. */
export function programReadings(
  { shop, abilities }: AdminVisitor,
  segments: ReadFor["segments"],
  texts: readonly string[],
): readonly KnownReading[] {
  const readIn = (text: string, language: "en" | "de") =>
    readProgramText(text, { language, segments, goodsGroup: abilities.goodsGroup, currency: shop.currency });
  return [...new Set(texts)].map((text) => ({
    text,
    readings: { en: readIn(text, "en"), de: readIn(text, "de") },
  }));
}
