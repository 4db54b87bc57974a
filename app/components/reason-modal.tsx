import { Text } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { AskModal, type Asked } from "./ask-modal.tsx";
import { useProblem } from "./members/use-problem.ts";
import { ReasonField } from "./reason-field.tsx";
import { useDeed } from "./use-deed.ts";

interface ReasonModalProps extends Asked {
  readonly body: string;
  readonly reasonHelp: string;
  /** What is sent besides the reason. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Asks before something that cannot be undone, and why it is done. */
export function ReasonModal({ body, reasonHelp, fields, done, onClose, ...asked }: ReasonModalProps) {
  const [reason, setReason] = useState("");
  const close = useCallback(() => {
    setReason("");
    onClose();
  }, [onClose]);
  const deed = useDeed(done, close);
  const problem = useProblem(deed);
  return (
    <AskModal {...asked} onClose={close} deed={deed} fields={{ ...fields, reason }}>
      <Text as="p">{body}</Text>
      <ReasonField helpText={reasonHelp} value={reason} onChange={setReason} {...problem("reason")} />
    </AskModal>
  );
}
