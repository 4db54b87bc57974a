/** What was chosen on the page goes before what the browser is set to. */
export function languagesAsked({ url, headers }: Request): string[] {
  const chosen = new URL(url).searchParams.get("lang");
  const preferred = headers.get("accept-language")?.slice(0, 500).split(",") ?? [];
  return [...(chosen === null ? [] : [chosen]), ...preferred.map((one) => one.replace(/;.*$/u, ""))];
}
