import { BlockStack, InlineError, Modal, Text, TextField } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { useTexts } from "./i18n/language.tsx";
import { memberPageTexts } from "./i18n/member-page-texts.ts";
import { useProblem } from "./members/use-problem.ts";
import { useDeed } from "./use-deed.ts";

interface ReasonModalProps {
  readonly open: boolean;
  readonly title: string;
  readonly body: string;
  /** What the button that does it says. */
  readonly action: string;
  readonly keep: string;
  readonly reasonHelp: string;
  readonly done: string;
  readonly destructive: boolean;
  /** What is sent besides the reason. */
  readonly fields: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone, and why it is done. */
export function ReasonModal({ open, onClose, fields, ...words }: ReasonModalProps) {
  const t = useTexts(memberPageTexts);
  const [reason, setReason] = useState("");
  const close = useCallback(() => {
    setReason("");
    onClose();
  }, [onClose]);
  const deed = useDeed(words.done, close);
  const problem = useProblem(deed);
  return (
    <Modal
      open={open}
      onClose={close}
      title={words.title}
      primaryAction={{
        content: words.action,
        destructive: words.destructive,
        loading: deed.busy,
        onAction: () => deed.send({ ...fields, reason }),
      }}
      secondaryActions={[{ content: words.keep, onAction: close }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <Text as="p">{words.body}</Text>
          <TextField
            label={t.reason}
            helpText={words.reasonHelp}
            autoComplete="off"
            maxLength={200}
            value={reason}
            onChange={setReason}
            {...problem("reason")}
          />
          {deed.refusal === null ? null : <InlineError fieldID="reason" message={deed.refusal} />}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
