import { BlockStack, Button, Card, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { useTexts } from "../i18n/language.tsx";
import { memberPageTexts } from "../i18n/member-page-texts.ts";
import { ReasonField } from "../reason-field.tsx";
import { useDeed } from "../use-deed.ts";
import { useProblem } from "./use-problem.ts";

export function ExclusionCard({ excluded }: { readonly excluded: boolean }) {
  const t = useTexts(memberPageTexts);
  const [reason, setReason] = useState("");
  const deed = useDeed(
    t.done.exclude,
    useCallback(() => setReason(""), []),
  );
  const problem = useProblem(deed);
  const action = excluded ? t.include : t.exclude;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {action}
        </Text>
        {excluded ? null : (
          <Text as="p" tone="subdued">
            {t.excludeHelp}
          </Text>
        )}
        <ReasonField value={reason} onChange={setReason} {...problem("reason")} />
        {deed.refusal === null ? null : <InlineError fieldID="exclusion" message={deed.refusal} />}
        <InlineStack align="end">
          <Button
            loading={deed.busy}
            onClick={() => deed.send({ intent: "exclude", excluded: excluded ? "no" : "yes", reason })}
          >
            {action}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
