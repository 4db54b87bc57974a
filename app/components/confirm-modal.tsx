import { Text } from "@shopify/polaris";
import { AskModal, type Asked } from "./ask-modal.tsx";
import { useDeed } from "./use-deed.ts";

interface ConfirmModalProps extends Asked {
  readonly body: readonly string[];
  readonly intent: string;
}

/** Asks before something that cannot be undone. */
export function ConfirmModal({ body, intent, done, ...asked }: ConfirmModalProps) {
  const deed = useDeed(done, asked.onClose);
  return (
    <AskModal {...asked} deed={deed} fields={{ intent }} fieldId={intent}>
      {body.map((text) => (
        <Text as="p" key={text}>
          {text}
        </Text>
      ))}
    </AskModal>
  );
}
