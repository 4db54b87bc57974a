import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { DONE, refused } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import { giveReward } from "./claim-reward.ts";
import type { RewardGiven } from "./reward-given.ts";

/**
 * The merchant gives a member a reward: it costs no points, and asks for no tier and no limit. It takes
 * from the stock. What a variable reward is worth is the member's choice of points: it cannot be given.
 */
export function giveByHand(books: Books, member: MemberBook, { rewardId, code, at }: RewardGiven): Outcome {
  if (member.status === "left" || member.status === "erased") {
    return refused("member_left", "the member has left the program");
  }
  if (member.status === "shadow") {
    return refused("member_shadow", "the member has not joined the program yet");
  }
  const reward = liveProgram(books).rewards.find(({ id }) => id === rewardId);
  if (reward === undefined) return refused("reward_unknown", `unknown reward: ${rewardId}`);
  if (!reward.enabled) return refused("reward_disabled", `reward not offered at present: ${rewardId}`);
  if (reward.variable !== null) {
    return refused("points_choice_invalid", `reward ${rewardId} is worth what the member chooses`);
  }
  return giveReward(books, member, reward, { at, origin: "gift", nextCode: () => code }) === null
    ? refused("out_of_stock", `nothing left of reward ${rewardId}`)
    : DONE;
}
