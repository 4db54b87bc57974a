import { BlockStack, Button, Card, InlineError, InlineStack, Text, TextField } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { useTexts } from "../i18n/language.tsx";
import { memberPageTexts } from "../i18n/member-page-texts.ts";
import { useDeed } from "../use-deed.ts";
import { useProblem } from "./use-problem.ts";

const NOTHING = { points: "", reason: "" };

export function AdjustCard() {
  const t = useTexts(memberPageTexts);
  const [fields, setFields] = useState(NOTHING);
  const deed = useDeed(
    t.done.adjust,
    useCallback(() => setFields(NOTHING), []),
  );
  const problem = useProblem(deed);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.adjust}
        </Text>
        <TextField
          label={t.adjustPoints}
          helpText={t.adjustHelp}
          inputMode="numeric"
          autoComplete="off"
          value={fields.points}
          onChange={(points) => setFields({ ...fields, points })}
          {...problem("points")}
        />
        <TextField
          label={t.reason}
          helpText={t.reasonHelp}
          autoComplete="off"
          maxLength={200}
          value={fields.reason}
          onChange={(reason) => setFields({ ...fields, reason })}
          {...problem("reason")}
        />
        {deed.refusal === null ? null : <InlineError fieldID="adjust" message={deed.refusal} />}
        <InlineStack align="end">
          <Button loading={deed.busy} onClick={() => deed.send({ intent: "adjust", ...fields })}>
            {t.adjustAction}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
