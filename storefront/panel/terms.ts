import { element } from "../element.ts";
import { say } from "../words/words.ts";
import type { Speech } from "./speech.ts";
import type { View } from "./view.ts";

/** The rules in plain words, what is kept about me, and the way out. */
export function termsSection(view: View): HTMLElement {
  const { words } = view.speech;
  return element(
    "section",
    { "aria-labelledby": "regulars-terms" },
    element("h3", { id: "regulars-terms" }, words.termsTitle),
    element("ul", { class: "terms" }, ...termsWords(view).map((line) => element("li", {}, line))),
    view.state.viewer.kind === "member" && (view.choices.leaving ? leaveAsk(view) : leaveButton(view)),
  );
}

function termsWords(view: View): string[] {
  const { speech, state } = view;
  const { words } = speech;
  const { terms, tiers } = state.program;
  const days = speech.counted(words.days, terms.maturity.days);
  const lines = [
    say(words.maturity[terms.maturity.days === 0 ? "immediate" : terms.maturity.kind], { days }),
    say(words.expiry[terms.expiry.kind], {
      months: terms.expiry.months === null ? "" : speech.counted(words.months, terms.expiry.months),
      day: terms.expiry.day === null ? "" : yearlyDay(speech, terms.expiry.day),
    }),
    words.termsReturn,
    words.termsSpent[terms.spentPoints],
  ];
  if (tiers !== null && tiers.graceDays > 0 && tiers.window !== "lifetime") {
    lines.push(say(words.termsGrace, { days: speech.counted(words.days, tiers.graceDays) }));
  }
  return [...lines, words.termsPrivacy];
}

/** `12-31` as "31 December": any leap year will do to name a day that comes every year. */
function yearlyDay(speech: Speech, monthAndDay: string): string {
  const format = new Intl.DateTimeFormat(speech.locale, { timeZone: "UTC", day: "numeric", month: "long" });
  return format.format(Date.parse(`2000-${monthAndDay}T00:00:00Z`));
}

function leaveButton(view: View): HTMLElement {
  const ask = (): void => {
    view.choices.leaving = true;
    view.redraw("leave-no");
  };
  return element(
    "button",
    { type: "button", class: "link", "data-focus": "leave", click: ask },
    view.speech.words.leave,
  );
}

function leaveAsk(view: View): HTMLElement {
  const { words } = view.speech;
  const stay = (): void => {
    view.choices.leaving = false;
    view.redraw("leave");
  };
  return element(
    "div",
    { class: "ask" },
    element("p", {}, words.leaveAsk),
    element(
      "div",
      { class: "row" },
      element(
        "button",
        { type: "button", class: "button", "data-focus": "leave-no", click: stay },
        words.leaveNo,
      ),
      element("button", { type: "button", class: "quiet", click: () => void leave(view) }, words.leaveYes),
    ),
  );
}

async function leave(view: View): Promise<void> {
  const settled = view.settle(await view.app.leave());
  view.choices.leaving = false;
  if (!settled.ok) {
    const signIn = settled.word === "signedOut";
    view.choices.notice = { text: settled.text, failed: true, signIn };
  }
  view.redraw();
}
