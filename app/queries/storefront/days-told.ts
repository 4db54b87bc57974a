import type { Instant } from "#app/domain/calendar.ts";
import type { StorefrontProgram } from "#storefront/state.ts";

const DAY_MS = 86_400_000;

/**
 * Every day a program speaks of, by the name the program has for it and then by language: themes can not
 * name a day in a shop's time zone. An end is told as the last day on which it still holds.
 */
export function daysTold(
  program: StorefrontProgram,
  {
    timezone,
    now,
    more,
  }: {
    readonly timezone: string;
    readonly now: Instant;
    /** Days that are told beside the program. */
    readonly more: readonly Instant[];
  },
  languages: readonly string[],
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const scopes = [...program.ways, ...program.campaigns];
  const moments = scopes.flatMap(({ from, until }) => [
    ...(from === null ? [] : [{ key: from, at: from }]),
    ...(until === null ? [] : [{ key: until, at: until - 1 }]),
  ]);
  const { since } = program.terms;
  for (const at of since === null ? more : [since, ...more]) moments.push({ key: at, at });
  const told = new Map<string, Record<string, string>>();
  for (const { key, at } of moments) {
    told.set(
      String(key),
      byLanguage(languages, (language) => dayOf(language, at, timezone, now)),
    );
  }
  const { day } = program.terms.expiry;
  // Any leap year will do to name a day that comes every year.
  const yearly = day === null ? null : Date.parse(`2000-${day}T00:00:00Z`);
  if (day !== null && yearly !== null) {
    told.set(
      day,
      byLanguage(languages, (language) => format(language, "UTC", false).format(yearly)),
    );
  }
  return Object.fromEntries(told);
}

/** With its year where that is not near. */
function dayOf(language: string, at: Instant, timezone: string, now: Instant): string {
  return format(language, timezone, Math.abs(at - now) > 300 * DAY_MS).format(at);
}

function format(language: string, timeZone: string, withYear: boolean): Intl.DateTimeFormat {
  return withYear
    ? new Intl.DateTimeFormat(language, { timeZone, day: "numeric", month: "short", year: "numeric" })
    : new Intl.DateTimeFormat(language, { timeZone, day: "numeric", month: "long" });
}

function byLanguage(languages: readonly string[], say: (language: string) => string): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [language, say(language)] as const));
}
