import { BlockStack, InlineError, Modal, Text } from "@shopify/polaris";
import { useDeed } from "./use-deed.ts";

interface ConfirmModalProps {
  readonly open: boolean;
  readonly title: string;
  readonly body: readonly string[];
  /** What the button that does it says. */
  readonly action: string;
  readonly keep: string;
  readonly done: string;
  readonly destructive: boolean;
  readonly intent: string;
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmModal({ open, onClose, intent, body, ...words }: ConfirmModalProps) {
  const deed = useDeed(words.done, onClose);
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={words.title}
      primaryAction={{
        content: words.action,
        destructive: words.destructive,
        loading: deed.busy,
        onAction: () => deed.send({ intent }),
      }}
      secondaryActions={[{ content: words.keep, onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {body.map((text) => (
            <Text as="p" key={text}>
              {text}
            </Text>
          ))}
          {deed.refusal === null ? null : <InlineError fieldID={intent} message={deed.refusal} />}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
