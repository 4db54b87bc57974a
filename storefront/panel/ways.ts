import { element } from "../element.ts";
import type { StorefrontWay } from "../state.ts";
import { wayWords } from "../wording/ways.ts";
import { say } from "../words/words.ts";
import type { Speech } from "./speech.ts";
import type { View } from "./view.ts";

/** What earns, how much, how often, and whether it is done. */
export function waysSection(view: View): HTMLElement {
  const { words } = view.speech;
  const { ways } = view.state.program;
  return element(
    "section",
    { "aria-labelledby": "regulars-ways" },
    element("h3", { id: "regulars-ways" }, words.waysTitle),
    ways.length === 0
      ? element("p", { class: "empty" }, words.waysNone)
      : element("ul", { class: "lines" }, ...ways.map((way) => wayLine(view.speech, way))),
  );
}

function wayLine(speech: Speech, way: StorefrontWay): HTMLElement {
  const conditions = wayConditions(speech, way);
  return element(
    "li",
    { class: way.done ? "done" : null },
    element(
      "div",
      { class: "ends" },
      element("span", {}, wayWords(speech, way)),
      element(
        "strong",
        {},
        way.done ? `✓ ${speech.words.done}` : `${way.points > 0 ? "+" : ""}${speech.points(way.points)}`,
      ),
    ),
    conditions.length > 0 && element("p", { class: "small" }, conditions.join(" · ")),
  );
}

function wayConditions(speech: Speech, way: StorefrontWay): string[] {
  const { words } = speech;
  const parts: string[] = [];
  if (way.minSubtotalMinor !== null)
    parts.push(say(words.minimum, { money: speech.money(way.minSubtotalMinor) }));
  if (way.someProducts && way.kind !== "item") parts.push(words.someProducts);
  if (way.limit !== null) {
    const often = words.atMost[way.limit.per];
    parts.push(
      say(way.limit.count === 1 ? often.once : often.often, { number: speech.number(way.limit.count) }),
    );
  }
  if (way.until !== null) parts.push(say(words.until, { day: speech.lastDay(way.until) }));
  return parts;
}
