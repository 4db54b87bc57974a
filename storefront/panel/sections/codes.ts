import { element } from "../../element.ts";
import type { StorefrontCode, StorefrontMember } from "../../state.ts";
import { isDiscount } from "../../wording/claims.ts";
import { codeConditions, codeEnd, codeTitle, isOpenCode } from "../../wording/codes.ts";
import { button, section } from "../button.ts";
import { codeActions } from "../deeds/code-actions.ts";
import type { View } from "../view.ts";

/** Open codes with what they are good for; used and past ones folded away. */
export function codesSection(view: View, member: StorefrontMember): HTMLElement {
  const { speech } = view;
  const { words } = speech;
  const open = member.codes.filter((code) => isOpenCode(code));
  const past = [...member.codes.filter((code) => !isOpenCode(code)), ...view.choices.olderCodes];
  return section(
    "codes",
    words.codesTitle,
    open.length === 0
      ? element("p", { class: "empty" }, words.codesNone)
      : element("ul", { class: "cards" }, ...open.map((code) => openCode(view, code))),
    past.length > 0 &&
      element(
        "details",
        { open: view.choices.olderCodes.length > 0 },
        element("summary", {}, words.codesPast),
        element("ul", { class: "lines" }, ...past.map((code) => pastCode(view, code))),
        view.choices.codesBefore !== null &&
          button("quiet", words.historyMore, () => view.withDeeds((deeds) => deeds.showOlderCodes(view)), {
            focus: "older-codes",
          }),
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
  const asking = view.choices.givingBack === code.code ? view.deeds?.giveBackCard(view, code) : undefined;
  if (asking !== undefined) return asking;
  const start = () => view.withDeeds(({ askGiveBack }) => askGiveBack(view, code));
  const label = `${words.giveBack}: ${code.code}`;
  return button("link", words.giveBack, start, { focus: `give-${code.code}`, label });
}

function pastCode({ speech }: View, code: StorefrontCode): HTMLElement {
  return element(
    "li",
    { class: "ends" },
    element("span", {}, codeTitle(speech, code)),
    element("span", { class: "small" }, codeEnd(speech, code)),
  );
}
