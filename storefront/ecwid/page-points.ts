import { askEstimate, type CartLine } from "../panel/ask-cart.ts";
import type { StorefrontEstimate } from "../state.ts";
import { say } from "../words/words.ts";
import type { PageWords } from "./page-words.ts";

/** What the lines of points on the shop's pages are asked and written with. */
export interface PointsParts {
  readonly endpoint: string;
  readonly query: string;
  readonly headers: () => Readonly<Record<string, string>>;
  readonly locale: string;
}

/** `template`: how many points there are. */
type PointsWords = { readonly template: string } & Pick<PageWords, "paused" | "ends">;

const CLASS = "regulars-page-points";
/** The page draws itself after it was announced. */
const DRAWN_WITHIN_MS = 3_000;
const LOOK_EVERY_MS = 150;

let latest = 0;

/**
 * A line of points behind the first of these places there is. Whatever is missing (the place, the price,
 * the answer) leaves the page as it is.
 */
export async function showPoints(
  parts: PointsParts,
  places: string,
  words: PointsWords,
  linesAt: (place: Element) => Promise<readonly CartLine[]> | readonly CartLine[],
): Promise<void> {
  const mine = ++latest;
  const place = await found(places, () => mine === latest);
  for (const old of document.querySelectorAll(`.${CLASS}`)) old.remove();
  if (place === null) return;
  const lines = await linesAt(place);
  if (lines.length === 0) return;
  const { endpoint, query, headers, locale } = parts;
  const estimate = await askEstimate(endpoint, lines, locale, { query, headers: headers() });
  if (estimate === null || mine !== latest) return;
  const told = pointsTold(estimate, words, { locale, now: Date.now() });
  if (told === null) return;
  const line = document.createElement("p");
  line.className = CLASS;
  line.textContent = told;
  place.after(line);
}

/** How many points, or why there are none for now; null where there is nothing to tell. */
export function pointsTold(
  { points, pointsName: { one, other }, pause }: StorefrontEstimate,
  { template, paused, ends }: PointsWords,
  { locale, now }: { readonly locale: string; readonly now: number },
): string | null {
  if (pause !== null) {
    const why = say(paused, { name: other });
    if (pause.until === null) return why;
    return `${why} ${say(ends, { day: dayTold(pause.until, now, pause.timezone, locale) })}`;
  }
  if (points === 0) return null;
  const count = new Intl.NumberFormat(locale).format(points);
  return say(template, { points: `${count} ${points === 1 ? one : other}` });
}

/** With its year where that is another one than now. */
function dayTold(at: number, now: number, timeZone: string, locale: string): string {
  const years = new Intl.DateTimeFormat("en", { timeZone, year: "numeric" });
  const year = years.format(at) === years.format(now) ? {} : ({ year: "numeric" } as const);
  return new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "long", ...year }).format(at);
}

async function found(places: string, wanted: () => boolean): Promise<Element | null> {
  for (let waited = 0; waited < DRAWN_WITHIN_MS && wanted(); waited += LOOK_EVERY_MS) {
    const place = document.querySelector(places);
    if (place !== null) return place;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return null;
}
