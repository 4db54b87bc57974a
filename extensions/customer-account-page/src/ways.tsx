import type { Speech } from "../../../storefront/panel/speech.ts";
import type { StorefrontState } from "../../../storefront/state.ts";
import {
  campaignWords,
  capWords,
  ownRate,
  wayConditions,
  wayPoints,
  wayWords,
} from "../../../storefront/wording/ways.ts";
import { say } from "../../../storefront/words/words.ts";

interface ProgramProps {
  speech: Speech;
  state: StorefrontState;
}

/** What earns, how much it earns me, under which conditions, and what limits it. */
export function Ways({ speech, state }: ProgramProps) {
  const { words } = speech;
  const { ways, campaigns, terms } = state.program;
  return (
    <s-section heading={words.waysTitle}>
      <s-stack gap="small">
        {ways.length + campaigns.length === 0 && <s-text color="subdued">{words.waysNone}</s-text>}
        {ways.map((way) => {
          const rate = ownRate(speech, state, way);
          const gives = way.done ? words.done : wayPoints(speech, state, way);
          const told = wayConditions(speech, way);
          return (
            <Line
              key={way.id}
              title={wayWords(speech, way)}
              gives={gives}
              told={rate === null ? told : [rate, ...told]}
            />
          );
        })}
        {campaigns.map((campaign) => {
          const { title, gives, conditions } = campaignWords(speech, campaign);
          return <Line key={campaign.id} title={title} gives={gives} told={conditions} />;
        })}
        {terms.caps.map(({ points, per }) => (
          <s-text key={per} color="subdued">
            {say(words.termsCap, { cap: capWords(speech, points, per) })}
          </s-text>
        ))}
      </s-stack>
    </s-section>
  );
}

function Line({ title, gives, told }: { title: string; gives: string; told: readonly string[] }) {
  return (
    <s-stack gap="none">
      <s-stack direction="inline" justifyContent="space-between" gap="base">
        <s-text>{title}</s-text>
        <s-text type="strong">{gives}</s-text>
      </s-stack>
      {told.length > 0 && <s-text color="subdued">{told.join(" · ")}</s-text>}
    </s-stack>
  );
}
