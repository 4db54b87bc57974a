import { BlockStack, Button, ButtonGroup, InlineError, Modal, Text, TextField } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { useTexts } from "../i18n/language.tsx";
import { memberPageTexts } from "../i18n/member-page-texts.ts";
import { rewardTexts } from "../i18n/reward-texts.ts";
import { useProblem } from "../members/use-problem.ts";
import { useDeed } from "../use-deed.ts";

interface ExperienceDeedsProps {
  readonly code: string;
  readonly memberId: string;
}

/** A reward the merchant gives by hand: it was given, or it cannot be. */
export function ExperienceDeeds({ code, memberId }: ExperienceDeedsProps) {
  const t = useTexts(rewardTexts);
  const { done } = useTexts(memberPageTexts);
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState("");
  const close = useCallback(() => setDeclining(false), []);
  const fulfil = useDeed(done.fulfil, close);
  const decline = useDeed(done.decline, close);
  const problem = useProblem(decline);
  const refusal = fulfil.refusal ?? decline.refusal;
  return (
    <>
      <ButtonGroup>
        <Button
          size="slim"
          loading={fulfil.busy}
          onClick={() => fulfil.send({ intent: "fulfil", code, memberId })}
          accessibilityLabel={`${t.fulfil}: ${code}`}
        >
          {t.fulfil}
        </Button>
        <Button size="slim" onClick={() => setDeclining(true)} accessibilityLabel={`${t.decline}: ${code}`}>
          {t.decline}
        </Button>
      </ButtonGroup>
      {refusal === null ? null : <InlineError fieldID={`experience-${code}`} message={refusal} />}
      <Modal
        open={declining}
        onClose={close}
        title={t.declineTitle}
        primaryAction={{
          content: t.decline,
          destructive: true,
          loading: decline.busy,
          onAction: () => decline.send({ intent: "decline", code, memberId, reason }),
        }}
        secondaryActions={[{ content: t.keep, onAction: close }]}
      >
        <Modal.Section>
          <BlockStack gap="300">
            <Text as="p">{t.declineBody}</Text>
            <TextField
              label={t.reason}
              helpText={t.reasonHelp}
              autoComplete="off"
              maxLength={200}
              value={reason}
              onChange={setReason}
              {...problem("reason")}
            />
          </BlockStack>
        </Modal.Section>
      </Modal>
    </>
  );
}
