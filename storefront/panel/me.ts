import { element } from "../element.ts";
import type { StorefrontMember } from "../state.ts";
import { say } from "../words/words.ts";
import type { View } from "./view.ts";

/** Who I am here, what I have, what it is worth, what is on the way and what runs out. */
export function meSection(view: View, member: StorefrontMember): HTMLElement {
  const { speech } = view;
  const { words } = speech;
  const hello = member.firstName === null ? words.hello : say(words.helloName, { name: member.firstName });
  const lines: string[] = [];
  if (member.pending > 0) {
    const number = speech.number(member.pending);
    lines.push(
      member.maturing === null
        ? say(words.onTheWay, { number })
        : say(words.onTheWayFrom, { number, day: speech.day(member.maturing.at) }),
    );
  }
  if (member.expiring !== null) {
    const { points, at } = member.expiring;
    lines.push(say(words.expiring, { points: speech.points(points), day: speech.lastDay(at) }));
  }
  if (member.debt > 0) lines.push(say(words.owed, { points: speech.points(member.debt) }));
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
    ...lines.map((line) => element("p", { class: "aside" }, line)),
  );
}
