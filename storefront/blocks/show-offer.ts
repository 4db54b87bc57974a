import type { Cart } from "../panel/ask-cart.ts";
import type { StorefrontState } from "../state.ts";
import { nextStep, type NextStep } from "../wording/next-step.ts";
import { say } from "../words/words.ts";
import { writeMoney } from "./write.ts";

/**
 * What fits this cart: a code somebody has, a reward they can have, or what either still needs; nothing
 * beside a code that is applied. The theme has written every sentence, by reward.
 */
export function showOffer(
  offer: HTMLElement,
  state: StorefrontState,
  cart: Cart | null,
  locale: string,
): void {
  const known =
    cart === null
      ? null
      : {
          subtotalMinor: Math.round(cart.subtotalHundredths / 10 ** (2 - state.currencyDigits)),
          codes: cart.codes,
        };
  const step = known === null ? null : nextStep(state, known);
  const shown = step === null ? null : offerOf(step, state, locale);
  const link = offer.querySelector("a");
  const told = offer.querySelector<HTMLElement>("[data-told]");
  if (link === null || told === null) return;
  const sentence = shown === null ? "" : sentenceFor(offer, shown);
  offer.hidden = sentence === "";
  link.hidden = shown?.href == null;
  told.hidden = shown?.href != null;
  if (shown === null) return;
  if (shown.href === null) told.textContent = sentence;
  else {
    link.textContent = sentence;
    link.href = shown.href;
    link.toggleAttribute("data-regulars-open", shown.opens);
    if (shown.opens) link.setAttribute("data-regulars-open", shown.rewardId);
  }
}

interface Offer {
  readonly rewardId: string;
  readonly sentence: "claim" | "use" | "fill";
  readonly money: string;
  /** Null: it only tells. */
  readonly href: string | null;
  /** The link opens the panel on the reward's question. */
  readonly opens: boolean;
}

function offerOf(step: NextStep, state: StorefrontState, locale: string): Offer | null {
  switch (step.kind) {
    case "claim":
      return { rewardId: step.reward.id, sentence: "claim", money: "", href: "#regulars", opens: true };
    case "use": {
      const back = encodeURIComponent(`${location.pathname}${location.search}`);
      const href = `/discount/${encodeURIComponent(step.code.code)}?redirect=${back}`;
      return { rewardId: step.code.rewardId, sentence: "use", money: "", href, opens: false };
    }
    case "fill": {
      const rewardId = "rewardId" in step.what ? step.what.rewardId : step.what.id;
      const money = writeMoney(state, step.missingMinor, locale);
      return { rewardId, sentence: "fill", money, href: null, opens: false };
    }
    case "applied":
    case "near":
    case "earn":
      return null;
  }
}

/** A reward that is no longer offered has no sentence of its own, and its code is in the panel all the same. */
function sentenceFor(offer: HTMLElement, { rewardId, sentence, money }: Offer): string {
  const own = offer.querySelector(`template[data-reward="${CSS.escape(rewardId)}"]`);
  return say(own?.getAttribute(`data-${sentence}`) ?? "", { money });
}
