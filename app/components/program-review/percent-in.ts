import type { Language } from "../i18n/language.tsx";

/** A share as a percentage with what precision it needs. */
export function percentIn(language: Language): (part: number, whole: number) => string {
  const format = new Intl.NumberFormat(language === "de" ? "de-DE" : "en-GB", {
    style: "percent",
    maximumFractionDigits: 1,
  });
  return (part, whole) => format.format(whole === 0 ? 0 : part / whole);
}
