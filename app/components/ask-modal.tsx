import { Banner, BlockStack, Modal } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { Deed } from "./use-deed.ts";

/** What a question says, whatever stands in it. */
export interface Asked {
  readonly open: boolean;
  readonly title: string;
  /** What the button that does it says. */
  readonly action: string;
  readonly keep: string;
  readonly done: string;
  readonly destructive: boolean;
  readonly onClose: () => void;
}

interface AskModalProps extends Omit<Asked, "done"> {
  readonly deed: Deed;
  /** What is sent once it is wanted. */
  readonly fields: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** A question before a deed: done at a second press, told at its top why it could not be. */
export function AskModal({ open, onClose, deed, fields, children, ...words }: AskModalProps) {
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={words.title}
      primaryAction={{
        content: words.action,
        destructive: words.destructive,
        loading: deed.busy,
        onAction: () => deed.send(fields),
      }}
      secondaryActions={[{ content: words.keep, onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {deed.refusal === null ? null : <Banner tone="critical">{deed.refusal}</Banner>}
          {children}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
