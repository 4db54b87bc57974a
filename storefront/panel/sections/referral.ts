import type { View } from "../view.ts";

/**
 * Inviting friends: its place is reserved here, after the ways to earn. While the state has nothing to
 * say of it nothing is drawn, and once it has this no longer compiles until it is drawn.
 */
export function referralSection({ state }: View): HTMLElement | null {
  return state.referral;
}
