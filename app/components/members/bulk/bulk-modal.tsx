import { useNavigate } from "@remix-run/react";
import { FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useCallback, useEffect, useState } from "react";
import { AskModal } from "../../ask-modal.tsx";
import { bulkTexts } from "../../i18n/members/bulk-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { memberPageTexts } from "../../i18n/member-page-texts.ts";
import { ReasonField } from "../../reason-field.tsx";
import { type Deed, useDeed } from "../../use-deed.ts";
import { useProblem } from "../use-problem.ts";
import type { DeedChoices } from "./deed-choices.ts";

export type BulkAsked = "points" | "tier" | "reward" | "tag" | "untag" | "exclude" | "include";

interface BulkModalProps {
  readonly asked: BulkAsked;
  readonly choices: DeedChoices;
  /** The members that were chosen, by their numbers; none: everybody the list's address finds. */
  readonly whom: { readonly members: string; readonly query: string };
  readonly onClose: () => void;
}

interface Typed {
  readonly direction: "give" | "take";
  readonly points: string;
  readonly level: string;
  readonly reward: string;
  readonly tag: string;
  readonly lockUntil: string;
  readonly reason: string;
}

/** What shall be done for many, before it is looked at: nothing happens by this question. */
export function BulkModal({ asked, choices, whom, onClose }: BulkModalProps) {
  const t = useTexts(bulkTexts);
  const navigate = useNavigate();
  const [firstTier] = choices.tiers;
  const [firstReward] = choices.rewards;
  const [typed, setTyped] = useState<Typed>({
    direction: "give",
    points: "",
    level: firstTier === undefined ? "" : firstTier.id,
    reward: firstReward === undefined ? "" : firstReward.rewardId,
    tag: "",
    lockUntil: "",
    reason: "",
  });
  const deed = useDeed(
    null,
    useCallback(() => undefined, []),
  );
  const { made } = deed;
  useEffect(() => {
    if (made !== null) navigate(`/app/members/bulk/${made}`);
  }, [made, navigate]);
  const { direction, ...fields } = typed;
  const kind = asked === "points" ? direction : asked;
  return (
    <AskModal
      open
      title={t[asked]}
      action={t.look}
      keep={t.cancel}
      destructive={false}
      onClose={onClose}
      deed={deed}
      fields={{ intent: "plan_bulk", kind, ...whom, ...fields }}
    >
      <BulkFields
        asked={asked}
        choices={choices}
        typed={typed}
        deed={deed}
        change={(changed) => setTyped((before) => ({ ...before, ...changed }))}
      />
      <Text as="p" tone="subdued">
        {t.planned}
      </Text>
    </AskModal>
  );
}

interface FieldsProps extends Pick<BulkModalProps, "asked" | "choices"> {
  readonly typed: Typed;
  readonly deed: Deed;
  readonly change: (changed: Partial<Typed>) => void;
}

function BulkFields({ asked, choices, typed, deed, change }: FieldsProps) {
  const t = useTexts(bulkTexts);
  const page = useTexts(memberPageTexts);
  const problem = useProblem(deed);
  return (
    <FormLayout>
      {asked === "points" ? <PointsFields typed={typed} deed={deed} change={change} /> : null}
      {asked === "tier" ? (
        <>
          <Select
            label={page.level}
            helpText={t.tierHelp}
            options={choices.tiers.map(({ id, name }) => ({ value: id, label: name }))}
            value={typed.level}
            onChange={(level) => change({ level })}
          />
          <TextField
            label={page.lockUntil}
            helpText={page.lockHelp}
            type="date"
            autoComplete="off"
            value={typed.lockUntil}
            onChange={(lockUntil) => change({ lockUntil })}
            {...problem("lockUntil")}
          />
        </>
      ) : null}
      {asked === "reward" ? (
        <Select
          label={t.rewardLabel}
          helpText={t.rewardHelp}
          options={choices.rewards.map(({ rewardId, name }) => ({ value: rewardId, label: name }))}
          value={typed.reward}
          onChange={(reward) => change({ reward })}
        />
      ) : null}
      {asked === "tag" || asked === "untag" ? (
        <TextField
          label={t.tagLabel}
          helpText={t.tagHelp}
          autoComplete="off"
          maxLength={255}
          value={typed.tag}
          onChange={(tag) => change({ tag })}
          {...(deed.problemOf("tag") === "tag" ? { error: t.tagProblem } : problem("tag"))}
        />
      ) : null}
      {asked === "exclude" ? <Text as="p">{page.excludeHelp}</Text> : null}
      {asked === "include" ? <Text as="p">{t.includeHelp}</Text> : null}
      <ReasonField
        helpText={asked === "points" ? page.reasonHelp : page.tierReasonHelp}
        value={typed.reason}
        onChange={(reason) => change({ reason })}
        {...problem("reason")}
      />
    </FormLayout>
  );
}

function PointsFields({ typed, deed, change }: Pick<FieldsProps, "typed" | "deed" | "change">) {
  const t = useTexts(bulkTexts);
  return (
    <>
      <Select
        label={t.direction}
        options={[
          { value: "give", label: t.give },
          { value: "take", label: t.take },
        ]}
        value={typed.direction}
        onChange={(direction) => change({ direction: direction === "take" ? "take" : "give" })}
      />
      <TextField
        label={t.number}
        helpText={typed.direction === "take" ? t.takeHelp : t.pointsHelp}
        inputMode="numeric"
        autoComplete="off"
        maxLength={9}
        value={typed.points}
        onChange={(points) => change({ points })}
        {...(deed.problemOf("points") === null ? {} : { error: t.pointsProblem })}
      />
    </>
  );
}
