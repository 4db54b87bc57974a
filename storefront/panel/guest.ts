import { element } from "../element.ts";
import type { StorefrontState } from "../state.ts";
import { say } from "../words/words.ts";
import type { View } from "./view.ts";

type Outsider = Exclude<StorefrontState["viewer"], { kind: "member" }>;

/** For people who are not members: two lines of benefit, what this cart would bring, and the door. */
export function guestSection(view: View, viewer: Outsider): HTMLElement {
  const { speech } = view;
  const { words } = speech;
  return element(
    "section",
    { class: "me" },
    ...benefitLines(view).map((line, index) =>
      element("p", index === 0 ? { class: "lead", tabindex: -1, "data-lands": true } : {}, line),
    ),
    view.choices.cartPoints !== null &&
      element(
        "p",
        { class: "lead" },
        say(words.cartEarns, { points: speech.points(view.choices.cartPoints) }),
      ),
    viewer.kind === "stranger" && element("p", {}, words.joinSignedIn),
    viewer.kind === "stranger" ? joinButton(view) : doors(view),
  );
}

function benefitLines(view: View): string[] {
  const { speech, state } = view;
  const { program } = state;
  const base = program.ways.find((way) => way.kind === "spend" && !way.bonus);
  const lines: string[] = [];
  if (base !== undefined && base.perMinor !== null) {
    const values = { money: speech.money(base.perMinor), points: speech.points(base.points) };
    lines.push(say(speech.words.guestEarn, values));
  }
  if (program.worth !== null) {
    const { points, valueMinor } = program.worth;
    lines.push(
      say(speech.words.guestWorth, { points: speech.points(points), money: speech.money(valueMinor) }),
    );
  }
  return lines.length === 0 ? [program.name] : lines;
}

function doors(view: View): HTMLElement {
  const { words } = view.speech;
  return element(
    "div",
    { class: "row" },
    element("a", { class: "button", href: view.page.joinUrl }, words.join),
    element("a", { class: "quiet", href: view.page.signInUrl }, words.signIn),
  );
}

function joinButton(view: View): HTMLElement {
  return element(
    "button",
    { type: "button", class: "button", "data-focus": "join", click: () => void join(view) },
    view.speech.words.join,
  );
}

async function join(view: View): Promise<void> {
  const settled = view.settle(await view.app.join());
  const text = settled.ok ? view.speech.words.joined : settled.text;
  const signIn = !settled.ok && settled.word === "signedOut";
  view.choices.notice = { text, failed: !settled.ok, signIn };
  view.announce(text);
  view.redraw();
}
