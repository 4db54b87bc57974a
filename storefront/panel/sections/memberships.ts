import { element } from "../../element.ts";
import { membershipBenefits, membershipStanding } from "../../wording/challenges.ts";
import { section } from "../button.ts";
import type { View } from "../view.ts";

/** The paid memberships of the shop: what they bring, and until when mine is paid. */
export function membershipsSection({ speech, state }: View): HTMLElement | null {
  const { memberships } = state.program;
  if (memberships.length === 0) return null;
  const lines = memberships.map((membership) => {
    const standing = membershipStanding(speech, membership);
    return element(
      "li",
      {},
      element("strong", {}, membership.name),
      standing !== null && element("p", {}, standing),
      element("p", { class: "small" }, membershipBenefits(speech, membership).join(" · ")),
    );
  });
  return section("memberships", speech.words.membershipsTitle, element("ul", { class: "lines" }, ...lines));
}
