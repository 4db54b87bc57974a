import type { Language } from "../i18n/language.tsx";
import type { Level } from "./member-files.ts";

/** What a tier is called in a language; a level that is gone by its id. */
export function levelName(levels: readonly Level[], levelId: string, language: Language): string {
  return levels.find(({ id }) => id === levelId)?.name[language] ?? levelId;
}
