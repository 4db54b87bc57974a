import {
  BlockStack,
  Button,
  Card,
  InlineError,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useCallback, useState } from "react";
import { useTexts } from "../i18n/language.tsx";
import { memberPageTexts } from "../i18n/member-page-texts.ts";
import { useDeed } from "../use-deed.ts";
import type { TierChoice } from "./member-filters.tsx";
import { useProblem } from "./use-problem.ts";

/** Moves a member by hand, with a reason and, if wanted, held until a day. */
export function TierForm({
  tiers,
  current,
}: {
  readonly tiers: readonly TierChoice[];
  readonly current: string | null;
}) {
  const t = useTexts(memberPageTexts);
  const [level, setLevel] = useState(current ?? tiers[0]?.id);
  const [lockUntil, setLockUntil] = useState("");
  const [reason, setReason] = useState("");
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
        <TextField
          label={t.reason}
          helpText={t.tierReasonHelp}
          autoComplete="off"
          maxLength={200}
          value={reason}
          onChange={setReason}
          {...problem("reason")}
        />
        {deed.refusal === null ? null : <InlineError fieldID="tier" message={deed.refusal} />}
        <InlineStack align="end">
          <Button loading={deed.busy} onClick={() => deed.send({ intent: "tier", level, lockUntil, reason })}>
            {t.tierAction}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
