import { isRecord, valueAt } from "#app/domain/program/document/document-path.ts";
import { useLanguage, type Language } from "../../i18n/language.tsx";
import { useEditing } from "../editor/editing.tsx";

/** How a reward of the document is called: by its own name, by what it gives, else by its id. */
export function useRewardName(): (reward: unknown) => string {
  const { outline } = useEditing();
  const language = useLanguage();
  return (reward) => {
    const id = String(valueAt(reward, ["id"]));
    const told = outline?.rewards.find((one) => one.id === id)?.name;
    return nameOf(reward, language) ?? told?.byLanguage[language] ?? told?.otherwise ?? id;
  };
}

/** What an entry of the document calls itself in a language; null where it has no name. */
export function nameOf(entry: unknown, language: Language): string | null {
  const name = valueAt(entry, ["name"]);
  if (typeof name === "string") return name;
  if (!isRecord(name)) return null;
  const given = [name[language], ...Object.values(name)];
  return given.find((text) => typeof text === "string") ?? null;
}
