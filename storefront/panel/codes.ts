import { element } from "../element.ts";
import type { StorefrontCode, StorefrontMember } from "../state.ts";
import { say } from "../words/words.ts";
import { isDiscount } from "../wording/claims.ts";
import { codeConditions, codeTitle, isOpenCode } from "../wording/codes.ts";
import { codeActions } from "./code-actions.ts";
import type { View } from "./view.ts";

/** Open codes with what they are good for; used and past ones folded away. */
export function codesSection(view: View, member: StorefrontMember): HTMLElement {
  const { speech } = view;
  const { words } = speech;
  const open = member.codes.filter((code) => isOpenCode(code));
  const past = member.codes.filter((code) => !isOpenCode(code));
  return element(
    "section",
    { "aria-labelledby": "regulars-codes" },
    element("h3", { id: "regulars-codes" }, words.codesTitle),
    open.length === 0
      ? element("p", { class: "empty" }, words.codesNone)
      : element("ul", { class: "cards" }, ...open.map((code) => openCode(view, code))),
    past.length > 0 &&
      element(
        "details",
        {},
        element("summary", {}, say(words.codesPast, { number: speech.number(past.length) })),
        element("ul", { class: "lines" }, ...past.map((code) => pastCode(view, code))),
      ),
  );
}

function openCode(view: View, code: StorefrontCode): HTMLElement {
  const { speech } = view;
  const conditions = codeConditions(speech, code);
  return element(
    "li",
    { class: "card" },
    element("strong", {}, codeTitle(view.speech, code)),
    conditions.length > 0 && element("p", { class: "small" }, conditions.join(" · ")),
    code.state === "open" && isDiscount(code.kind) && codeActions(view, code.code),
    code.state === "open" && giveBack(view, code),
  );
}

function giveBack(view: View, code: StorefrontCode): HTMLElement {
  const { words } = view.speech;
  const points = view.speech.points(code.points);
  const ask = (wanted: string | null) => (): void => {
    view.choices.givingBack = wanted;
    view.redraw(wanted === null ? `give-${code.code}` : "give-yes");
  };
  if (view.choices.givingBack !== code.code) {
    return element(
      "button",
      {
        type: "button",
        class: "link",
        "data-focus": `give-${code.code}`,
        "aria-label": `${words.giveBack}: ${code.code}`,
        click: ask(code.code),
      },
      words.giveBack,
    );
  }
  const yes = (): void => void returnCode(view, code);
  return element(
    "div",
    { class: "ask" },
    element("p", {}, say(words.giveBackAsk, { points })),
    element(
      "div",
      { class: "row" },
      element(
        "button",
        { type: "button", class: "button", "data-focus": "give-yes", click: yes },
        words.giveBackYes,
      ),
      element("button", { type: "button", class: "quiet", click: ask(null) }, words.giveBackNo),
    ),
  );
}

async function returnCode(view: View, code: StorefrontCode): Promise<void> {
  const settled = view.settle(await view.app.cancelCode(code.code));
  view.choices.givingBack = null;
  view.choices.claimed = null;
  const text = settled.ok
    ? say(view.speech.words.giveBackDone, { points: view.speech.points(code.points) })
    : settled.text;
  view.choices.notice = {
    text,
    failed: !settled.ok,
    signIn: !settled.ok && settled.word === "signedOut",
  };
  view.announce(text);
  view.redraw();
}

function pastCode(view: View, code: StorefrontCode): HTMLElement {
  const { words } = view.speech;
  const state = code.state === "used" || code.state === "fulfilled" ? code.state : "over";
  return element(
    "li",
    { class: "ends" },
    element("span", {}, codeTitle(view.speech, code)),
    element("span", { class: "small" }, words.codeState[state]),
  );
}
