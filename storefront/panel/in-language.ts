/** The address with what the page is read in. */
export function inLanguage(address: string, language: string): string {
  return `${address}${address.includes("?") ? "&" : "?"}language=${encodeURIComponent(language)}`;
}
