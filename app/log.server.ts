type Field = string | number | boolean | null | undefined;

const secretKeys = /token|secret|password|authorization|cookie|hmac|email/i;
/**
 * Each begins where a word begins and looks at it once, so that the time grows with the text and no
 * faster: what is logged may be somebody's input. A shop's own name for an address may have no dot.
 */
const emailAddress = /(?<![^\s"'<>@])[^\s"'<>@]+(?:@|%40)[^\s"'<>@]+/gi;
const shopifySecret = /shp[a-z]{2}_[A-Za-z0-9]+/g;

/** More of a text than this is not worth a line of the log. */
const TEXT_LIMIT = 1_000;
/** No address is longer. */
const ADDRESS_LENGTH = 320;

/** One JSON line per event on stderr. Tokens and e-mail addresses are struck out wherever they hide. */
export const log = {
  info: (event: string, fields: Record<string, Field> = {}): void => {
    write("info", event, fields);
  },
  warn: (event: string, fields: Record<string, Field> = {}): void => {
    write("warn", event, fields);
  },
};

/** What is worth keeping of a thrown thing: its kind and message, without what must not be logged. */
export function describeError(thrown: unknown): string {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return strikeOut(text);
}

/** Something went wrong that nobody expected: what it was, and where. */
export function logError(event: string, thrown: unknown, fields: Record<string, Field> = {}): void {
  write("error", event, { ...fields, reason: describeError(thrown) });
}

/** Node would print what ends the process as it is, with whatever stands in it. */
export function logWhatNobodyCaught(): void {
  process.on("uncaughtException", (error) => {
    logError("not_caught", error);
    process.exit(1);
  });
}

function write(level: string, event: string, fields: Record<string, Field>): void {
  const line: Record<string, Field> = { at: new Date().toISOString(), level, event };
  for (const [key, value] of Object.entries(fields)) line[key] = keep(key, value);
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

function keep(key: string, value: Field): Field {
  if (secretKeys.test(key)) return "[struck out]";
  return typeof value === "string" ? strikeOut(value) : value;
}

/** Cut first, so that no text is too long to look through; then without addresses and tokens. */
export function strikeOut(text: string, limit = TEXT_LIMIT): string {
  const [kept, isCut] = text.length > limit ? [withoutHalfWord(text.slice(0, limit)), true] : [text, false];
  const struck = kept.replace(emailAddress, "[e-mail]").replace(shopifySecret, "[token]");
  return isCut ? `${struck}…` : struck;
}

/** Half an address at the end would not be known for one. What is longer than an address is none. */
function withoutHalfWord(text: string): string {
  const least = Math.max(0, text.length - ADDRESS_LENGTH);
  for (let end = text.length; end > least; end -= 1) {
    if (/[\s"'<>]/.test(text.charAt(end - 1))) return text.slice(0, end);
  }
  return text.slice(0, least);
}
