import type { Speech } from "../../../storefront/panel/speech.ts";
import type { StorefrontState } from "../../../storefront/state.ts";
import { termsWords } from "../../../storefront/wording/terms.ts";

interface TermsProps {
  speech: Speech;
  state: StorefrontState;
}

/** The rules in plain words. */
export function Terms({ speech, state }: TermsProps) {
  return (
    <s-section heading={speech.words.termsTitle}>
      <s-stack gap="small-300">
        {termsWords(speech, state).map((line) => (
          <s-text key={line} color="subdued">
            {line}
          </s-text>
        ))}
      </s-stack>
    </s-section>
  );
}
