/** Shops compare codes without regard to case and to blanks around them, and hand them back as they were typed. */
export function normaliseCode(text: string): string {
  return text.trim().toUpperCase();
}
