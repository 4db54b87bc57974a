import type { Speech } from "../panel/speech.ts";
import type { StorefrontEntry, StorefrontEntryKind, StorefrontReason } from "../state-history.ts";
import { activityWords } from "./ways.ts";
import { say } from "../words/words.ts";

export function signedPoints(speech: Speech, points: number): string {
  return `${points > 0 ? "+" : "−"}${speech.number(Math.abs(points))}`;
}

export function entryWords(speech: Speech, entry: StorefrontEntry): string {
  const { words } = speech;
  if (entry.kind === "activity") return activityWords(speech, entry.subject, entry.named);
  const word =
    entry.kind === "order_reduced" ? (`order_reduced_${entry.reason ?? "refund"}` as const) : entry.kind;
  const values = { subject: entrySubject(speech, entry), name: speech.pointsName };
  const title = say(words.entry[word], values).trim();
  return entry.units === null ? title : `${title}, ${speech.counted(words.units, entry.units)}`;
}

/** What ripened without an order of its own is called by the points' name: a bare cause means nothing. */
function entrySubject(speech: Speech, entry: StorefrontEntry): string {
  if (entry.reward !== null) return speech.reward(entry.reward);
  if (entry.named !== null) return entry.named;
  if (entry.subject !== null) return entry.subject;
  // An order without a name is an order all the same: its number is nobody's business.
  return entry.kind.startsWith("order") ? "" : speech.pointsName;
}

/** Entries that say all there is to say in one line. */
const PLAIN: readonly StorefrontEntryKind[] = [
  "expired",
  "tier_entry",
  "level_changed",
  "level_ended",
  "merged",
  "unmerged",
];

export function isExplained({ kind }: StorefrontEntry): boolean {
  return !PLAIN.includes(kind);
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
  const { at, amountMinor, ofMinor, what } = reason;
  if (what === "bonus" && (reason.named !== null || reason.text !== null)) {
    return activityWords(speech, reason.text, reason.named);
  }
  return say(speech.words.reason[what], {
    ...(amountMinor !== null && { money: speech.money(amountMinor) }),
    ...(ofMinor !== null && { of: speech.money(ofMinor) }),
    ...(reason.rate !== null && { rate: rateWords(speech, reason.rate) }),
    ...(at !== null && { day: what === "expires_on" ? speech.lastDay(at) : speech.day(at) }),
    ...(reason.text !== null && { text: reason.text }),
    name: speech.pointsName,
  });
}

function rateWords(speech: Speech, rate: NonNullable<StorefrontReason["rate"]>): string {
  const { words } = speech;
  const values = { points: speech.points(rate.points), money: speech.money(rate.perMinor) };
  const plain = say(words.rate, values);
  if (rate.multiplier === "1") return plain;
  return `${plain}, ${say(words.times, { factor: speech.factor(rate.multiplier) })}`;
}
