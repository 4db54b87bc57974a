import type { Speech } from "../../../storefront/panel/speech.ts";
import type { StorefrontMember, StorefrontState } from "../../../storefront/state.ts";
import { say } from "../../../storefront/words/words.ts";
import { wayWords } from "../../../storefront/wording/ways.ts";

interface NextStepProps {
  speech: Speech;
  state: StorefrontState;
  member: StorefrontMember;
}

/** One line: what I can have now, what I am nearest to, or the quickest way to more. */
export function NextStep({ speech, state, member }: NextStepProps) {
  const text = nextStepWords(speech, state, member);
  if (text === null) return null;
  return (
    <s-section heading={speech.words.nextTitle}>
      <s-text>{text}</s-text>
    </s-section>
  );
}

function nextStepWords(
  speech: Speech,
  { program }: StorefrontState,
  member: StorefrontMember,
): string | null {
  const { words } = speech;
  const step = member.nextStep;
  if (step === null) return null;
  if (step.kind === "earn") {
    const way = program.ways.find(({ id }) => id === step.wayId);
    if (way === undefined) return null;
    return say(words.nextEarn, { way: `${wayWords(speech, way)}: +${speech.points(way.points)}` });
  }
  const reward = program.rewards.find(({ id }) => id === step.rewardId);
  if (reward === undefined) return null;
  if (step.kind === "claim") return say(words.nextClaim, { reward: speech.reward(reward) });
  return say(words.nextNear, { points: speech.points(step.missing), reward: speech.reward(reward) });
}
