import type { Speech } from "../../storefront/panel/speech.ts";
import type { StorefrontMember } from "../../storefront/state.ts";
import { say } from "../../storefront/words/words.ts";
import { balanceAsides } from "../../storefront/wording/balance.ts";

/** What I have, large, what it is worth, what is on the way and what runs out. */
export function Balance({ speech, member }: { speech: Speech; member: StorefrontMember }) {
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
      {balanceAsides(speech, member).map((line) => (
        <s-text key={line} color="subdued">
          {line}
        </s-text>
      ))}
    </s-stack>
  );
}
