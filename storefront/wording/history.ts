import type { Speech } from "../panel/speech.ts";
import type { StorefrontEntry, StorefrontReason } from "../state.ts";
import { activityWords } from "./ways.ts";
import { say } from "../words/words.ts";

export function signedPoints(speech: Speech, points: number): string {
  return `${points > 0 ? "+" : "−"}${speech.number(Math.abs(points))}`;
}

export function entryWords(speech: Speech, entry: StorefrontEntry): string {
  const { words } = speech;
  if (entry.kind === "activity") return activityWords(speech, entry.subject);
  const word =
    entry.kind === "order_reduced" ? (`order_reduced_${entry.reason ?? "refund"}` as const) : entry.kind;
  const title = say(words.entry[word], { subject: entrySubject(speech, entry) }).trim();
  return entry.units === null ? title : `${title}, ${speech.counted(words.units, entry.units)}`;
}

/** What ripened without an order of its own is called by the points' name: a bare cause means nothing. */
function entrySubject(speech: Speech, entry: StorefrontEntry): string {
  if (entry.reward !== null) return speech.reward(entry.reward);
  return entry.subject ?? speech.pointsName;
}

export function entryAside(speech: Speech, entry: StorefrontEntry): string {
  const { words } = speech;
  const parts = [speech.day(entry.at)];
  if (entry.pendingUntil !== null) {
    parts.push(say(words.historyPending, { day: speech.day(entry.pendingUntil) }));
  }
  if (entry.expiresAt !== null) {
    parts.push(say(words.historyExpires, { day: speech.lastDay(entry.expiresAt) }));
  }
  return parts.join(" · ");
}

/** One line of the calculation behind an entry. Fields a sentence does not speak of are null. */
export function reasonWords(speech: Speech, reason: StorefrontReason): string {
  const { at, amountMinor, ofMinor } = reason;
  return say(speech.words.reason[reason.what], {
    ...(amountMinor !== null && { money: speech.money(amountMinor) }),
    ...(ofMinor !== null && { of: speech.money(ofMinor) }),
    ...(reason.rate !== null && { rate: rateWords(speech, reason.rate) }),
    ...(at !== null && { day: reason.what === "expires_on" ? speech.lastDay(at) : speech.day(at) }),
    ...(reason.text !== null && { text: reason.text }),
    name: speech.pointsName,
  });
}

function rateWords(speech: Speech, rate: NonNullable<StorefrontReason["rate"]>): string {
  const points = speech.points(rate.points);
  const plain = say(speech.words.rate, { points, money: speech.money(rate.perMinor) });
  return rate.multiplier === "1" ? plain : `${plain} × ${speech.factor(rate.multiplier)}`;
}
