import type { Explanation } from "./explanation.ts";

/** What an explanation of a kind cannot be told without. */
interface Needs {
  readonly texts?: readonly string[];
  readonly numbers?: readonly string[];
  readonly lists?: readonly string[];
}

const REDUCTION = ["keptBasisMinor", "fullBasisMinor", "fromPending", "fromLot", "fromOtherLots", "toDebt"];
const REWARD: Needs = { texts: ["code", "rewardId"], numbers: ["points"] };

const NEEDS: Readonly<Record<Explanation["kind"], Needs>> = {
  order_earned: {
    texts: ["orderId", "exactPoints"],
    numbers: ["points"],
    lists: ["lines", "orderRules", "cutBy"],
  },
  order_reduced: {
    texts: ["orderId", "reason"],
    numbers: ["target", "before", "writtenOff", ...REDUCTION],
  },
  order_restored: { texts: ["orderId", "reason"], numbers: ["target", "before"] },
  activity: { texts: ["activity"], numbers: ["points", "wanted"], lists: ["rules", "cutBy"] },
  matured: { texts: ["cause"], numbers: ["points"] },
  debt_offset: { texts: ["cause"], numbers: ["points", "debtLeft"] },
  reward_held: REWARD,
  reward_released: { ...REWARD, texts: ["code", "rewardId", "reason"] },
  reward_used: REWARD,
  reward_returned: { ...REWARD, texts: ["code", "rewardId", "orderId", "shareNum", "shareDen"] },
  expired: { texts: ["cause", "mode"], numbers: ["points"] },
  reinstated: { texts: ["cause", "reason"], numbers: ["points"] },
  adjustment_undone: { texts: ["reason"], numbers: ["points"] },
  adjusted: { texts: ["reason"], numbers: ["points"] },
  opening: { numbers: ["points"] },
  tier_entry: { texts: ["levelId"], numbers: ["points"] },
  gift_given: { numbers: ["points"] },
  gift_taken_back: { numbers: ["points", "toDebt", "writtenOff"] },
  merged: { numbers: ["points"] },
  unmerged: { numbers: ["points"] },
};

/**
 * What is made of a stored explanation, or something plain in its place. It may have been written by another
 * version of the app, or by a fault that was mended since: one row nobody can read must not cost the page.
 */
export function ofExplanation<Made>(
  stored: Explanation | null,
  make: (explanation: Explanation) => Made,
  plain: Made,
): Made {
  if (!isTold(stored)) return plain;
  try {
    return make(stored);
  } catch {
    return plain;
  }
}

/** Whether it has what an explanation of its kind cannot be told without. */
export function isTold(stored: unknown): stored is Explanation {
  if (typeof stored !== "object" || stored === null) return false;
  const told = new Map<string, unknown>(Object.entries(stored));
  const needs = new Map<unknown, Needs>(Object.entries(NEEDS)).get(told.get("kind"));
  if (needs === undefined) return false;
  const { texts = [], numbers = [], lists = [] } = needs;
  return (
    texts.every((name) => typeof told.get(name) === "string") &&
    numbers.every((name) => Number.isFinite(told.get(name))) &&
    lists.every((name) => Array.isArray(told.get(name)))
  );
}
