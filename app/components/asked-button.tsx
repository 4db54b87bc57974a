import { Button } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { ConfirmModal } from "./confirm-modal.tsx";

interface AskedButtonProps {
  readonly action: string;
  /** It begins something; else it takes something back or away. */
  readonly begins: boolean;
  readonly disabled?: boolean;
  readonly asks: { readonly title: string; readonly body: string; readonly done: string };
  /** How one says no. */
  readonly keep: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Does something once a person has confirmed it. */
export function AskedButton({ action, begins, disabled = false, asks, keep, fields }: AskedButtonProps) {
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <Button
        variant={begins ? "primary" : "secondary"}
        disabled={disabled}
        {...(begins ? {} : { tone: "critical" as const })}
        onClick={() => setOpen(true)}
      >
        {action}
      </Button>
      <ConfirmModal
        open={open}
        onClose={close}
        title={asks.title}
        body={[asks.body]}
        keep={keep}
        action={action}
        done={asks.done}
        destructive={!begins}
        fields={fields}
      />
    </>
  );
}
