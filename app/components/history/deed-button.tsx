import { BlockStack, Button, InlineError } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { ConfirmModal } from "../confirm-modal.tsx";
import { useDeed } from "../use-deed.ts";

interface DeedButtonProps {
  readonly intent: string;
  readonly label: string;
  readonly done: string;
  readonly primary?: boolean;
}

/** Does something at a press, and says at its place why it could not. */
export function DeedButton({ intent, label, done, primary = false }: DeedButtonProps) {
  const deed = useDeed(
    done,
    useCallback(() => undefined, []),
  );
  return (
    <BlockStack gap="100">
      <Button
        variant={primary ? "primary" : "secondary"}
        loading={deed.busy}
        onClick={() => deed.send({ intent })}
      >
        {label}
      </Button>
      {deed.refusal === null ? null : <InlineError fieldID={intent} message={deed.refusal} />}
    </BlockStack>
  );
}

interface ConfirmButtonProps extends DeedButtonProps {
  readonly title: string;
  readonly body: readonly string[];
  readonly keep: string;
  readonly destructive?: boolean;
}

/** The same, once a person has confirmed it. */
export function ConfirmButton({
  primary = false,
  destructive = false,
  label,
  intent,
  ...asked
}: ConfirmButtonProps) {
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <Button
        variant={primary ? "primary" : "secondary"}
        {...(destructive ? { tone: "critical" as const } : {})}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <ConfirmModal
        {...asked}
        fields={{ intent }}
        action={label}
        destructive={destructive}
        open={open}
        onClose={close}
      />
    </>
  );
}
