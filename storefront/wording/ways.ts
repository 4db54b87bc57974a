import type { Speech } from "../panel/speech.ts";
import type { StorefrontWay } from "../state.ts";
import { say } from "../words/words.ts";

/** What a shopper does to earn. */
export function wayWords(speech: Speech, way: StorefrontWay): string {
  const { words } = speech;
  switch (way.kind) {
    case "spend": {
      const money = way.perMinor === null ? "" : speech.money(way.perMinor);
      return say(way.bonus ? words.waySpendMore : words.waySpend, { money });
    }
    case "item":
      return words.wayItem;
    case "order":
      return way.firstOrder ? words.wayFirstOrder : words.wayOrder;
    case "activity":
      return activityWords(speech, way.activity);
  }
}

/** Ours in the shopper's language; a merchant's own activity as the merchant wrote it. */
export function activityWords(speech: Speech, activity: string | null): string {
  if (activity === null) return "";
  return speech.words.activities[activity] ?? activity.replaceAll("_", " ");
}
