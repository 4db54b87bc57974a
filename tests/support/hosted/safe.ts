const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it may stand in HTML, also within an attribute. */
export const safe = (text: string | null): string =>
  (text ?? "").replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign);
