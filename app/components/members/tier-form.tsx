import {
  BlockStack,
  Button,
  Card,
  Checkbox,
  InlineError,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useCallback, useState } from "react";
import { useFormats } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { memberPageTexts } from "../i18n/member-page-texts.ts";
import { ReasonField } from "../reason-field.tsx";
import { useDeed } from "../use-deed.ts";
import type { TierChoice } from "./list/tier-choice.ts";
import { useProblem } from "./use-problem.ts";

export interface LevelChoice extends TierChoice {
  /** What comes with entering it, as far as it has not come before. */
  readonly entryPoints: number;
  readonly entryRewards: readonly string[];
}

/** Moves a member by hand, with a reason and, if wanted, held until a day. */
export function TierForm({
  tiers,
  current,
}: {
  readonly tiers: readonly LevelChoice[];
  readonly current: string | null;
}) {
  const t = useTexts(memberPageTexts);
  const [level, setLevel] = useState(current ?? tiers[0]?.id);
  const [lockUntil, setLockUntil] = useState("");
  const [reason, setReason] = useState("");
  const [entry, setEntry] = useState(true);
  const gifts = useGifts(tiers, current, level);
  const done = useCallback(() => {
    setLockUntil("");
    setReason("");
  }, []);
  const deed = useDeed(t.done.tier, done);
  const problem = useProblem(deed);
  if (level === undefined) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.tier}
        </Text>
        <Select
          label={t.level}
          options={tiers.map(({ id, name }) => ({ value: id, label: name }))}
          value={level}
          onChange={setLevel}
        />
        <TextField
          label={t.lockUntil}
          helpText={t.lockHelp}
          type="date"
          autoComplete="off"
          value={lockUntil}
          onChange={setLockUntil}
          {...problem("lockUntil")}
        />
        <ReasonField value={reason} onChange={setReason} {...problem("reason")} />
        <EntryChoice gifts={gifts} chosen={entry} onChange={setEntry} />
        {deed.refusal === null ? null : <InlineError fieldID="tier" message={deed.refusal} />}
        <InlineStack align="end">
          <Button
            loading={deed.busy}
            onClick={() =>
              deed.send({ intent: "tier", level, lockUntil, reason, entry: entry ? "yes" : "no" })
            }
          >
            {t.tierAction}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

interface EntryChoiceProps {
  /** In words; null: nothing comes with it. */
  readonly gifts: string | null;
  readonly chosen: boolean;
  readonly onChange: (chosen: boolean) => void;
}

function EntryChoice({ gifts, chosen, onChange }: EntryChoiceProps) {
  const t = useTexts(memberPageTexts);
  if (gifts === null) return null;
  return (
    <Checkbox label={t.giveEntry(gifts)} helpText={t.giveEntryHelp} checked={chosen} onChange={onChange} />
  );
}

/** What follows from the choice: the points and rewards of every level passed upwards, in words; null for nothing. */
function useGifts(
  tiers: readonly LevelChoice[],
  current: string | null,
  chosen: string | undefined,
): string | null {
  const { points } = useFormats();
  const place = (levelId: string | null | undefined) => tiers.findIndex(({ id }) => id === levelId);
  const passed = tiers.slice(place(current) + 1, place(chosen) + 1);
  const given = passed.reduce((sum, { entryPoints }) => sum + entryPoints, 0);
  const gifts = [
    ...(given === 0 ? [] : [points(given)]),
    ...passed.flatMap(({ entryRewards }) => entryRewards),
  ];
  return gifts.length === 0 ? null : gifts.join(", ");
}
