import { Text } from "@shopify/polaris";
import { AskModal, type Asked } from "./ask-modal.tsx";
import { useDeed } from "./use-deed.ts";

interface ConfirmModalProps extends Asked {
  readonly body: readonly string[];
  /** What is sent once it is wanted. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Asks before something that cannot be undone. */
export function ConfirmModal({ body, fields, done, ...asked }: ConfirmModalProps) {
  const deed = useDeed(done, asked.onClose);
  return (
    <AskModal {...asked} deed={deed} fields={fields}>
      {body.map((text) => (
        <Text as="p" key={text}>
          {text}
        </Text>
      ))}
    </AskModal>
  );
}
