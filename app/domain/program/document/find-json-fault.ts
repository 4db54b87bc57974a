const TOKEN =
  /[\t\n\r ]*(?:(?<mark>[{}[\],:])|(?<text>"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?<other>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy;
const SPACE = /[\t\n\r ]*/uy;

/**
 * The line on which a text stops being JSON, counted from 1; null where it is JSON. Browsers and Node word
 * and place such errors each in their own way, which a page that both of them draw cannot use.
 */
export function findJsonFault(text: string): number | null {
  const reader = new Reader(text);
  const whole = reader.value() && reader.atEnd();
  return whole ? null : text.slice(0, reader.at).split("\n").length;
}

class Reader {
  /** Where the first thing stands that does not fit. */
  at = 0;
  private token = "";
  private next = 0;

  constructor(private readonly text: string) {}

  value(): boolean {
    if (!this.take()) return false;
    switch (this.token) {
      case "{":
        return this.list("}", () => this.pair());
      case "[":
        return this.list("]", () => this.value());
      default:
        return !/^[}\],:]$/u.test(this.token);
    }
  }

  atEnd(): boolean {
    this.at = this.afterSpace();
    return this.at === this.text.length;
  }

  private pair(): boolean {
    return this.take() && this.token.startsWith('"') && this.take() && this.token === ":" && this.value();
  }

  private list(end: string, entry: () => boolean): boolean {
    if (this.sees(end)) return this.take();
    while (entry()) {
      if (!this.take()) return false;
      if (this.token === end) return true;
      if (this.token !== ",") return false;
    }
    return false;
  }

  private sees(mark: string): boolean {
    return this.text.startsWith(mark, this.afterSpace());
  }

  private afterSpace(): number {
    SPACE.lastIndex = this.next;
    // It matches wherever it stands, were it nothing.
    SPACE.exec(this.text);
    return SPACE.lastIndex;
  }

  private take(): boolean {
    this.atEnd();
    TOKEN.lastIndex = this.next;
    const found = TOKEN.exec(this.text);
    if (found === null) return false;
    this.token = found[0].trim();
    this.next = TOKEN.lastIndex;
    return true;
  }
}
