const LOCALES = { en: "en-GB", de: "de-DE" };

/** Money in a name or a sentence: "€5", and "€5.50" where it is not whole. */
export function shortMoney(
  minor: number,
  {
    currency,
    digits,
    language,
  }: { readonly currency: string; readonly digits: number; readonly language: "en" | "de" },
): string {
  const scale = 10 ** digits;
  const decimals = minor % scale === 0 ? 0 : digits;
  return new Intl.NumberFormat(LOCALES[language], {
    style: "currency",
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(minor / scale);
}
