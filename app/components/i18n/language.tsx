import { createContext, useContext, type ReactNode } from "react";

export type Language = "en" | "de";

/** The admin speaks the language of the person's own account, as far as we have it; else English. */
export function languageOf(locale: string | null): Language {
  return locale !== null && locale.toLowerCase().startsWith("de") ? "de" : "en";
}

/** The texts of one page in both languages; the German ones must have the same keys and arguments. */
export interface Texts<T> {
  readonly en: T;
  readonly de: T;
}

export function texts<T>(en: T, de: NoInfer<T>): Texts<T> {
  return { en, de };
}

const LanguageContext = createContext<Language>("en");

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useTexts<T>(page: Texts<T>): T {
  return page[useLanguage()];
}
