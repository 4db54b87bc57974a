import { Button } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { ConfirmModal } from "../confirm-modal.tsx";
import { dataTexts } from "../i18n/data-texts.ts";
import { useTexts } from "../i18n/language.tsx";

interface FileButtonProps {
  readonly deed: "start" | "undo" | "discard";
  readonly fileId: number;
  readonly label?: string;
  /** Of a start: what is asked. */
  readonly ask?: string;
  readonly disabled?: boolean;
}

/** Does something with a file, once a person has confirmed it. */
export function FileButton({ deed, fileId, label, ask, disabled = false }: FileButtonProps) {
  const t = useTexts(dataTexts);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const words = {
    start: { title: ask ?? t.start, body: t.startBody, done: t.started },
    undo: { title: t.undoAsk, body: t.undoBody, done: t.undoStarted },
    discard: { title: t.discardAsk, body: t.discardBody, done: t.discarded },
  }[deed];
  const name = label ?? t[deed];
  return (
    <>
      <Button
        variant={deed === "start" ? "primary" : "secondary"}
        disabled={disabled}
        {...(deed === "start" ? {} : { tone: "critical" as const })}
        onClick={() => setOpen(true)}
      >
        {name}
      </Button>
      <ConfirmModal
        open={open}
        onClose={close}
        title={words.title}
        body={[words.body]}
        keep={t.keep}
        action={name}
        done={words.done}
        destructive={deed !== "start"}
        fields={{ intent: deed, fileId: String(fileId) }}
      />
    </>
  );
}
