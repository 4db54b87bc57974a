import { useHost } from "../../host/host.tsx";
import type { FieldName } from "../../i18n/field-texts-en.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import type { FieldWords } from "../../i18n/field-words.ts";
import { useTexts } from "../../i18n/language.tsx";

/** The words of a program's fields, with this shop system's own word for a group of goods. */
export function useFieldTexts(): Readonly<Record<FieldName, FieldWords>> {
  const words = useTexts(fieldTexts);
  const { goodsGroup } = useHost().abilities;
  return goodsGroup === "category" ? { ...words, collections: words.categories } : words;
}
