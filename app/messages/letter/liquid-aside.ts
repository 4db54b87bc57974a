const LIQUID = /\{\{.*?\}\}|\{%.*?%\}/gsu;
const TAKEN = /liquid-(\d+)-aside/gu;

/**
 * Keeps what a person wrote from being taken for markup: words are escaped, and Liquid waits aside while a letter is
 * laid out. What stands between `{{` and `}}` may hold signs that mean something to either.
 */
export class LiquidAside {
  private readonly taken: string[] = [];

  take(text: string): string {
    let from = 0;
    let out = "";
    for (const found of text.matchAll(LIQUID)) {
      out += escaped(text.slice(from, found.index));
      out += `liquid-${String(this.taken.push(found[0]) - 1)}-aside`;
      from = found.index + found[0].length;
    }
    return (out + escaped(text.slice(from))).replaceAll("\n", "<br />");
  }

  putBack(html: string): string {
    return html.replaceAll(TAKEN, (whole, index: string) => this.taken[Number(index)] ?? whole);
  }
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>]/gu, (sign) => SIGNS[sign] ?? sign);
}
