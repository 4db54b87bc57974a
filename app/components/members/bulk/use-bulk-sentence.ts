import type { BulkDeed } from "#app/domain/members/bulk/bulk-deed.ts";
import { useFormats } from "../../formats.tsx";
import { bulkTexts } from "../../i18n/members/bulk-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import type { DeedChoices } from "./deed-choices.ts";

/** A deed for many as one sentence. */
export function useBulkSentence({ tiers, rewards }: DeedChoices): (deed: BulkDeed) => string {
  const { deeds, goneTier, goneReward } = useTexts(bulkTexts);
  const { points, lastDay } = useFormats();
  return (deed) => {
    switch (deed.kind) {
      case "points":
        return deed.points < 0 ? deeds.take(points(-deed.points)) : deeds.give(points(deed.points));
      case "tier": {
        const name = tiers.find(({ id }) => id === deed.levelId)?.name ?? goneTier;
        return deed.lockedUntil === null
          ? deeds.tier(name)
          : deeds.tierUntil(name, lastDay(deed.lockedUntil));
      }
      case "exclusion":
        return deed.excluded ? deeds.exclude : deeds.include;
      case "tag":
        return deed.isTagged ? deeds.tag(deed.tag) : deeds.untag(deed.tag);
      case "reward": {
        const reward = rewards.find(({ rewardId }) => rewardId === deed.rewardId);
        return deeds.reward(reward === undefined ? goneReward : reward.name);
      }
    }
  };
}
