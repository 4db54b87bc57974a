import type { Speech } from "../../storefront/panel/speech.ts";
import type { StorefrontMember, StorefrontState } from "../../storefront/state.ts";
import { say } from "../../storefront/words/words.ts";
import { balanceAsides, notices } from "../../storefront/wording/balance.ts";

interface BalanceProps {
  speech: Speech;
  state: StorefrontState;
  member: StorefrontMember;
}

/** What I have, large, what it is worth, what I must not miss, what is on the way and what runs out. */
export function Balance({ speech, state, member }: BalanceProps) {
  return (
    <s-stack gap="small-300">
      <s-stack direction="inline" gap="small" alignItems="end">
        <s-heading>{speech.points(member.available)}</s-heading>
        {member.worthMinor !== null && (
          <s-text color="subdued">
            {say(speech.words.worth, { money: speech.money(member.worthMinor) })}
          </s-text>
        )}
      </s-stack>
      {notices(speech, state).map((line) => (
        <s-banner key={line} tone="info">
          {line}
        </s-banner>
      ))}
      {balanceAsides(speech, state, member).map((line) => (
        <s-text key={line} color="subdued">
          {line}
        </s-text>
      ))}
    </s-stack>
  );
}
