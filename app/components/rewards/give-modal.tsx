import { useNavigate } from "@remix-run/react";
import { FormLayout, Select, Text } from "@shopify/polaris";
import { useCallback, useEffect, useState } from "react";
import { AskModal } from "../ask-modal.tsx";
import { bulkTexts } from "../i18n/members/bulk-texts.ts";
import { memberDeedTexts } from "../i18n/members/member-deed-texts.ts";
import { rewardTexts } from "../i18n/rewards/reward-texts.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import type { ShownView } from "../members/list/member-views.tsx";
import type { SegmentChoice } from "../members/list/segment-choice.ts";
import { useProblem } from "../members/use-problem.ts";
import { ReasonField } from "../reason-field.tsx";
import { useDeed } from "../use-deed.ts";
import { MemberSearch } from "./member-search.tsx";
import type { ShownReward } from "./shown-reward.ts";

/** Several members that can be meant at once. */
export interface GiveWhom {
  readonly views: readonly ShownView[];
  readonly segments: readonly SegmentChoice[];
}

interface GiveModalProps {
  readonly reward: Pick<ShownReward, "rewardId" | "name">;
  readonly whom: GiveWhom;
  readonly onClose: () => void;
}

const ONE = "one";

/** Gives a reward: to one member at once, to many after a look at what it would do. */
export function GiveModal({ reward, whom, onClose }: GiveModalProps) {
  const t = useTexts(rewardTexts);
  const bulk = useTexts(bulkTexts);
  const groups = useGroups(whom);
  const [chosen, setChosen] = useState(ONE);
  const [memberId, setMemberId] = useState("");
  const [reason, setReason] = useState("");
  const { one, many } = useGiving(onClose);
  const group = groups.find(({ value }) => value === chosen);
  const deed = group === undefined ? one : many;
  const problem = useProblem(deed);
  const given = { reward: reward.rewardId, reason };
  return (
    <AskModal
      open
      title={t.giveTitle(reward.name)}
      action={group === undefined ? t.giveNow : bulk.look}
      keep={bulk.cancel}
      destructive={false}
      onClose={onClose}
      deed={deed}
      fields={
        group === undefined
          ? { ...given, intent: "give", memberId }
          : { ...given, intent: "plan_bulk", kind: "reward", members: "", query: group.query }
      }
    >
      <FormLayout>
        <Select
          label={t.whom}
          options={[{ value: ONE, label: t.oneMember }, ...groups]}
          value={chosen}
          onChange={setChosen}
        />
        {group === undefined ? (
          <MemberSearch
            chosen={memberId}
            onChoose={setMemberId}
            missing={memberId === "" && deed.problemOf("memberId") !== null}
          />
        ) : null}
        <ReasonField value={reason} onChange={setReason} {...problem("reason")} />
        <Text as="p" tone="subdued">
          {group === undefined ? t.giveOneHelp : bulk.planned}
        </Text>
      </FormLayout>
    </AskModal>
  );
}

/** Everybody, the views of the list, and the segments, each with the address by which the list finds them. */
function useGroups({ views, segments }: GiveWhom) {
  const t = useTexts(rewardTexts);
  const language = useLanguage();
  return [
    { value: "all", label: t.everybody, query: "status=active" },
    ...views.map(({ viewId, name, query }) => ({ value: `view:${viewId}`, label: t.view(name), query })),
    ...segments.map(({ id, name }) => ({
      value: `segment:${id}`,
      label: t.segment(name[language]),
      query: new URLSearchParams({ segment: id }).toString(),
    })),
  ];
}

/** For one it is done here; what is planned for many opens the page on which it is looked at. */
function useGiving(onClose: () => void) {
  const { given } = useTexts(memberDeedTexts);
  const navigate = useNavigate();
  const one = useDeed(given, onClose);
  const many = useDeed(
    null,
    useCallback(() => undefined, []),
    "/app/members?index",
  );
  const { made } = many;
  useEffect(() => {
    if (made !== null) navigate(`/app/members/bulk/${made}`);
  }, [made, navigate]);
  return { one, many };
}
