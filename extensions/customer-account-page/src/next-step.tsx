import type { Speech } from "../../../storefront/panel/speech.ts";
import type { StorefrontState } from "../../../storefront/state.ts";
import { nextStep, nextStepWords } from "../../../storefront/wording/next-step.ts";

interface NextStepProps {
  speech: Speech;
  state: StorefrontState;
}

/** One line: the code that is ready, what I can have now, what I am nearest to, or the quickest way to more. */
export function NextStep({ speech, state }: NextStepProps) {
  // The account has no cart.
  const step = nextStep(state, null);
  if (step === null) return null;
  return (
    <s-section heading={speech.words.nextTitle}>
      <s-text>{nextStepWords(speech, state, step)}</s-text>
    </s-section>
  );
}
