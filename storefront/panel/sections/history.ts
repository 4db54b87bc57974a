import { element } from "../../element.ts";
import type { StorefrontMember } from "../../state.ts";
import type { StorefrontEntry, StorefrontReason } from "../../state-history.ts";
import { entryAside, entryWords, isExplained, reasonWords, signedPoints } from "../../wording/history.ts";
import { button, section } from "../button.ts";
import type { Speech } from "../speech.ts";
import type { View } from "../view.ts";

/** A line an entry, human first; it unfolds to the calculation. */
export function historySection(view: View, member: StorefrontMember): HTMLElement {
  const { words } = view.speech;
  const entries = [...member.history.entries, ...view.choices.older];
  return section(
    "history",
    words.historyTitle,
    entries.length === 0
      ? element("p", { class: "empty" }, words.historyNone)
      : element("ul", { class: "lines" }, ...entries.map((entry) => entryLine(view, entry))),
    view.choices.olderBefore !== null &&
      button("quiet", words.historyMore, () => view.withDeeds((deeds) => deeds.showOlder(view)), {
        focus: "older",
      }),
  );
}

function entryLine(view: View, entry: StorefrontEntry): HTMLElement {
  const { speech } = view;
  const told = [
    element(
      "span",
      { class: "ends" },
      element("span", {}, entryWords(speech, entry)),
      entry.points !== 0 && element("strong", {}, signedPoints(speech, entry.points)),
    ),
    element("span", { class: "small" }, entryAside(speech, entry)),
  ];
  if (!isExplained(entry)) return element("li", {}, ...told);
  const known = view.choices.reasons.get(entry.key);
  const fold = element(
    "details",
    { open: view.choices.unfolded.has(entry.key) },
    element("summary", { "data-focus": `entry-${entry.key}` }, ...told),
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
  if (!asked.ok) {
    const { failed } = view.speech.words;
    const text = asked.sent ? failed.unavailable : failed.offline;
    view.choices.notice = { text, failed: true, signIn: false };
  }
  view.redraw();
}

function reasonLine(speech: Speech, reason: StorefrontReason): HTMLElement {
  return element(
    "li",
    { class: "ends" },
    element("span", {}, reasonWords(speech, reason)),
    reason.points !== null && element("span", {}, speech.number(reason.points)),
  );
}
