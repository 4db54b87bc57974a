import { element } from "../../element.ts";
import type { StorefrontMember } from "../../state.ts";
import { say } from "../../words/words.ts";
import { balanceAsides, notices } from "../../wording/balance.ts";
import type { View } from "../view.ts";

/** Who I am here, what I have, what it is worth, what is on the way and what runs out. */
export function balanceSection(view: View, member: StorefrontMember): HTMLElement {
  const { speech } = view;
  const { words } = speech;
  const hello = member.firstName === null ? words.hello : say(words.helloName, { name: member.firstName });
  const lines = balanceAsides(speech, view.state, member);
  if (view.choices.cartPoints !== null) {
    lines.push(say(words.cartEarns, { points: speech.points(view.choices.cartPoints) }));
  }
  return element(
    "section",
    { class: "me" },
    element("p", { class: "hello", tabindex: -1, "data-lands": true }, hello),
    element(
      "p",
      { class: "balance" },
      element("strong", {}, speech.points(member.available)),
      member.worthMinor !== null &&
        element("span", {}, say(words.worth, { money: speech.money(member.worthMinor) })),
    ),
    ...notices(speech, view.state).map((line) => element("p", { class: "notice" }, line)),
    ...lines.map((line) => element("p", { class: "aside" }, line)),
  );
}
