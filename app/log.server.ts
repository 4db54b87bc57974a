type Field = string | number | boolean | null | undefined;

const secretKeys = /token|secret|password|authorization|cookie|hmac|email/i;
const emailAddress = /[^\s"'<>@]+@[^\s"'<>@]+\.[^\s"'<>@]+/g;
const shopifySecret = /shp[a-z]{2}_[A-Za-z0-9]+/g;

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
  return strikeOut(text).slice(0, 1000);
}

/** Something went wrong that nobody expected: what it was, and where. */
export function logError(event: string, thrown: unknown, fields: Record<string, Field> = {}): void {
  write("error", event, { ...fields, reason: describeError(thrown) });
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

function strikeOut(text: string): string {
  return text.replace(emailAddress, "[e-mail]").replace(shopifySecret, "[token]");
}
