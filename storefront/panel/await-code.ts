import type { StorefrontCode, StorefrontReward } from "../state.ts";
import { claimedWords } from "../wording/claims.ts";
import type { Choices, View } from "./view.ts";

type Claimed = NonNullable<Choices["claimed"]>;

/** When to ask again, each after the one before: often at first, then less, half a minute in all. */
const ASK_AFTER_MS: readonly number[] = [1_000, 1_000, 1_500, 2_000, 3_000, 5_000, 8_000, 10_000];

/**
 * The shop takes longer than the claim's own request waits: asks until its code is there, and shows it
 * where the shopper is looking. Ends when the sheet is closed or something else was claimed.
 */
export async function awaitCode(view: View, reward: StorefrontReward, claimed: Claimed): Promise<void> {
  const code = codesOf(view).find(
    ({ rewardId, state }) => rewardId === reward.id && state === "making",
  )?.code;
  if (code === undefined) return;
  for (const pauseMs of ASK_AFTER_MS) {
    await new Promise((resume) => setTimeout(resume, pauseMs));
    if (!view.isOpen || view.choices.claimed !== claimed) return;
    if (!(await view.refresh()) || view.choices.claimed !== claimed) continue;
    const state = codesOf(view).find((one) => one.code === code)?.state;
    if (state === "making") continue;
    if (state === "open") {
      view.choices.claimed = { ...claimed, code };
      view.announce(claimedWords(view.speech, reward.kind, view.choices.claimed));
    } else {
      // The shop turned it down after all, and the points are back.
      view.choices.claimed = null;
      view.choices.notice = { text: view.speech.words.failed.unavailable, failed: true, signIn: false };
    }
    view.redraw();
    return;
  }
}

function codesOf({ state }: View): readonly StorefrontCode[] {
  return state.viewer.kind === "member" ? state.viewer.codes : [];
}
