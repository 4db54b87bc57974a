import { button, section } from "../button.ts";
import type { View } from "../view.ts";

/** Inviting friends: all of it but the heading comes once somebody asks for their link. */
export function referralSection(view: View): HTMLElement | null {
  if (!view.state.referral) return null;
  const { words } = view.speech;
  return section(
    "friends",
    words.friends,
    view.deeds?.friendsCard(view) ??
      button("button", words.friendsLink, () => view.withDeeds((deeds) => deeds.openFriends(view))),
  );
}
