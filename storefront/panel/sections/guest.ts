import { element } from "../../element.ts";
import type { StorefrontState } from "../../state.ts";
import { say } from "../../words/words.ts";
import { notices } from "../../wording/balance.ts";
import { button } from "../button.ts";
import type { Visit } from "../../launcher/visit.ts";
import type { View } from "../view.ts";

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
    ...notices(speech, view.state).map((line) => element("p", { class: "notice" }, line)),
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
  const { visit } = view.page;
  if (visit !== null) return proofDoor(view, visit);
  return element(
    "div",
    { class: "row" },
    element("a", { class: "button", href: view.page.joinUrl }, words.join),
    element("a", { class: "quiet", href: view.page.signInUrl }, words.signIn),
  );
}

/** Where the platform vouches for nobody, whoever owns a mailbox proves it here. */
function proofDoor(view: View, visit: Visit): HTMLElement {
  const place = element("div", { class: "row" });
  const start = async (): Promise<void> => {
    try {
      place.replaceChildren(await visit.proof(() => view.reload()));
      place.querySelector("input")?.focus();
    } catch {
      view.announce(view.speech.words.failed.offline);
    }
  };
  place.append(button("button", view.speech.words.signIn, start, { focus: "sign-in" }));
  return place;
}

function joinButton(view: View): HTMLElement {
  const start = () => view.withDeeds(({ join }) => join(view));
  return button("button", view.speech.words.join, start, { focus: "join" });
}
