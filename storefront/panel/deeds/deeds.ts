import { askQuestions } from "./ask-questions.ts";
import { claimCard, startClaim } from "./claim.ts";
import { claimedCard } from "./claimed.ts";
import { friendsCard, openFriends } from "./friends.ts";
import { askGiveBack, giveBackCard } from "./give-back.ts";
import { join } from "./join.ts";
import { askLeave, leaveCard } from "./leave.ts";
import { showOlder, showOlderCodes } from "./show-older.ts";
import { takePart } from "./take-part.ts";
import type { Deeds } from "../view.ts";

/**
 * Everything a shopper can do in the panel, and how it is asked: a bundle of its own that comes with the
 * first of it, because most who open the panel only look.
 */
export const deeds: Deeds = {
  startClaim,
  claimCard,
  claimedCard,
  askGiveBack,
  giveBackCard,
  askLeave,
  leaveCard,
  join,
  takePart,
  askQuestions,
  showOlder,
  showOlderCodes,
  openFriends,
  friendsCard,
};
