import { element } from "../../element.ts";
import type { StorefrontFriends } from "../../state-friends.ts";
import { button } from "../button.ts";
import { failureOf } from "../failures.ts";
import type { Choices, View } from "../view.ts";
import { notify } from "./settle.ts";

/** What was answered, for as long as the panel is the same. */
const answered = new WeakMap<Choices, StorefrontFriends>();

/** Asks for the link and what it brings. */
export async function openFriends(view: View): Promise<void> {
  const asked = await view.app.friends();
  if (!asked.ok || !asked.answer.ok) {
    const failure = failureOf(
      asked.ok && !asked.answer.ok ? { ok: true, answer: asked.answer } : LOST,
      view.speech,
    );
    if (failure !== null) notify(view, failure.text, failure);
    return;
  }
  answered.set(view.choices, asked.answer);
  view.redraw("friends-copy");
}

const LOST = { ok: false, sent: true } as const;

/** The link, ways to pass it on, what it brings and how far it has come. */
export function friendsCard(view: View): HTMLElement | null {
  const friends = answered.get(view.choices);
  return friends === undefined ? null : cardOf(view, friends);
}

function cardOf(view: View, friends: StorefrontFriends): HTMLElement {
  const { link, message, mail, qr, gains, counts, steps, words } = friends;
  const address = element("input", {
    readonly: "",
    value: link,
    "aria-label": words.link,
    class: "link-field",
  });
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link);
    view.announce(words.copied);
  };
  const canShare = typeof navigator.share === "function";
  return element(
    "div",
    {},
    ...gains.map((gain) => element("p", {}, gain)),
    address,
    element(
      "div",
      { class: "row" },
      button("button", words.copy, copy, { focus: "friends-copy" }),
      canShare &&
        button("quiet", words.share, () => navigator.share({ text: message }).catch(() => undefined), {
          focus: "friends-share",
        }),
      element("a", { class: "quiet", href: mail }, words.byMail),
    ),
    element(
      "details",
      {},
      element("summary", {}, words.qr),
      element("img", { src: qr, alt: words.qr, width: 220, height: 220 }),
    ),
    element("p", { class: "small" }, counts.join(" · ")),
    steps.length > 0 &&
      element(
        "ul",
        { class: "lines" },
        ...steps.map(({ text, reached }) => element("li", {}, reached ? `✓ ${text}` : text)),
      ),
  );
}
