/** Looks a sentence up as Shopify does: a dotted path, `{{name}}` filled in. */
export function translateFrom(sentences: unknown) {
  return (key: string, values: Readonly<Record<string, string>> = {}): string => {
    let found: unknown = sentences;
    for (const part of key.split(".")) {
      found = typeof found === "object" && found !== null ? Reflect.get(found, part) : undefined;
    }
    if (typeof found !== "string") throw new Error(`The locale file has no sentence ${key}.`);
    return found.replace(/\{\{(\w+)\}\}/gu, (whole, name: string) => values[name] ?? whole);
  };
}
