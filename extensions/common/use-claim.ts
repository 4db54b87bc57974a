import { useState } from "preact/hooks";
import type { Asked } from "../../storefront/panel/ask-app.ts";
import type { StorefrontAnswer, StorefrontReward } from "../../storefront/state.ts";
import type { Settled } from "./use-shopper.ts";

export interface ClaimParts {
  readonly reward: StorefrontReward;
  readonly claim: (rewardId: string, points: number | null, key: string) => Promise<Asked<StorefrontAnswer>>;
  readonly settle: (asked: Asked<StorefrontAnswer>) => Settled;
  readonly onDone: (points: number | null, code: string | null) => void;
}

export interface Claim {
  /** Null for rewards with one price. */
  readonly points: number | null;
  readonly working: boolean;
  readonly failure: string | null;
  /** Takes what was typed; what is no whole number is left as it was. */
  readonly choose: (typed: string) => void;
  readonly confirm: () => Promise<void>;
}

/** One claim, from the question to its answer. Trying again is the same claim until the shop has refused it. */
export function useClaim({ reward, claim, settle, onDone }: ClaimParts): Claim {
  const [points, setPoints] = useState(reward.variable?.min ?? null);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const choose = (typed: string) => {
    if (!/^\s*\d{1,9}\s*$/u.test(typed)) return;
    const chosen = Number(typed);
    setPoints(chosen);
    // Another amount is another claim: the key of a failed attempt must not answer for it.
    setKey(crypto.randomUUID());
  };
  const confirm = async () => {
    if (working) return;
    setWorking(true);
    setFailure(null);
    const settled = settle(await claim(reward.id, points, key));
    setWorking(false);
    if (settled.ok) onDone(points, settled.code);
    else {
      setFailure(settled.text);
      // Its code has failed, and its key would only say so again; an answer that got lost keeps the key.
      if (settled.word === "shopRefused") setKey(crypto.randomUUID());
    }
  };
  return { points, working, failure, choose, confirm };
}
