import { element } from "../element.ts";
import type { StorefrontEntry, StorefrontMember, StorefrontReason } from "../state.ts";
import { say } from "../words/words.ts";
import type { Speech } from "./speech.ts";
import type { View } from "./view.ts";
import { activityWords } from "./ways.ts";

/** A line an entry, human first; it unfolds to the calculation. */
export function historySection(view: View, member: StorefrontMember): HTMLElement {
  const { words } = view.speech;
  const entries = [...member.history.entries, ...view.choices.older];
  return element(
    "section",
    { "aria-labelledby": "regulars-history" },
    element("h3", { id: "regulars-history" }, words.historyTitle),
    entries.length === 0
      ? element("p", { class: "empty" }, words.historyNone)
      : element("ul", { class: "lines" }, ...entries.map((entry) => entryLine(view, entry))),
    view.choices.olderBefore !== null &&
      element(
        "button",
        { type: "button", class: "quiet", "data-focus": "older", click: () => void showOlder(view) },
        words.historyMore,
      ),
  );
}

function entryLine(view: View, entry: StorefrontEntry): HTMLElement {
  const { speech } = view;
  const known = view.choices.reasons.get(entry.key);
  const fold = element(
    "details",
    { open: view.choices.unfolded.has(entry.key) },
    element(
      "summary",
      { "data-focus": `entry-${entry.key}` },
      element(
        "span",
        { class: "ends" },
        element("span", {}, entryWords(speech, entry)),
        entry.points !== 0 && element("strong", {}, signed(speech, entry.points)),
      ),
      element("span", { class: "small" }, entryAside(speech, entry)),
    ),
    known === undefined
      ? element("p", { class: "small" }, speech.words.loading)
      : element("ul", { class: "reasons" }, ...known.map((reason) => reasonLine(speech, reason))),
  );
  fold.addEventListener("toggle", () => void unfold(view, entry, fold.open));
  return element("li", {}, fold);
}

async function unfold(view: View, entry: StorefrontEntry, open: boolean): Promise<void> {
  const { unfolded, reasons } = view.choices;
  if (!open) {
    unfolded.delete(entry.key);
    return;
  }
  if (unfolded.has(entry.key)) return;
  unfolded.add(entry.key);
  if (reasons.has(entry.key)) return;
  const asked = await view.app.explain(entry.key);
  if (asked.ok && "reasons" in asked.answer) reasons.set(entry.key, asked.answer.reasons);
  else unfolded.delete(entry.key);
  if (!asked.ok) fail(view, asked.sent);
  view.redraw();
}

async function showOlder(view: View): Promise<void> {
  const before = view.choices.olderBefore;
  if (before === null) return;
  const asked = await view.app.history(before);
  if (asked.ok && "entries" in asked.answer) {
    view.choices.older.push(...asked.answer.entries);
    view.choices.olderBefore = asked.answer.before;
  } else fail(view, !asked.ok && asked.sent);
  view.redraw("older");
}

function fail(view: View, sent: boolean): void {
  const { failed } = view.speech.words;
  view.choices.notice = { text: sent ? failed.unavailable : failed.offline, failed: true, signIn: false };
}

function signed(speech: Speech, points: number): string {
  return `${points > 0 ? "+" : "−"}${speech.number(Math.abs(points))}`;
}

export function entryWords(speech: Speech, entry: StorefrontEntry): string {
  const { words } = speech;
  if (entry.kind === "activity") return activityWords(speech, entry.subject);
  const word =
    entry.kind === "order_reduced" ? (`order_reduced_${entry.reason ?? "refund"}` as const) : entry.kind;
  const subject = entrySubject(speech, entry);
  const title = say(words.entry[word], { subject }).trim();
  return entry.units === null ? title : `${title}, ${speech.counted(words.units, entry.units)}`;
}

/** What ripened without an order to name it is called what points are called. */
function entrySubject(speech: Speech, entry: StorefrontEntry): string {
  if (entry.reward !== null) return speech.reward(entry.reward);
  return entry.subject ?? speech.pointsName;
}

function entryAside(speech: Speech, entry: StorefrontEntry): string {
  const { words } = speech;
  const parts = [speech.day(entry.at)];
  if (entry.pendingUntil !== null)
    parts.push(say(words.historyPending, { day: speech.day(entry.pendingUntil) }));
  if (entry.expiresAt !== null)
    parts.push(say(words.historyExpires, { day: speech.lastDay(entry.expiresAt) }));
  return parts.join(" · ");
}

function reasonLine(speech: Speech, reason: StorefrontReason): HTMLElement {
  const { words } = speech;
  const text = say(words.reason[reason.what], {
    money: reason.amountMinor === null ? "" : speech.money(reason.amountMinor),
    of: reason.ofMinor === null ? "" : speech.money(reason.ofMinor),
    rate: rateWords(speech, reason),
    name: speech.pointsName,
    day: reasonDay(speech, reason),
    text: reason.text ?? "",
  });
  return element(
    "li",
    { class: "ends" },
    element("span", {}, text),
    reason.points !== null && element("span", {}, speech.number(reason.points)),
  );
}

function reasonDay(speech: Speech, reason: StorefrontReason): string {
  if (reason.at === null) return "";
  return reason.what === "expires_on" ? speech.lastDay(reason.at) : speech.day(reason.at);
}

function rateWords(speech: Speech, reason: StorefrontReason): string {
  const { rate } = reason;
  if (rate === null) return "";
  const plain = say(speech.words.rate, {
    points: speech.points(rate.points),
    money: speech.money(rate.perMinor),
  });
  return rate.multiplier === "1" ? plain : `${plain} × ${speech.factor(rate.multiplier)}`;
}
