import { AskedButton } from "../asked-button.tsx";
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
  const asks = {
    start: { title: ask ?? t.start, body: t.startBody, done: t.started },
    undo: { title: t.undoAsk, body: t.undoBody, done: t.undoStarted },
    discard: { title: t.discardAsk, body: t.discardBody, done: t.discarded },
  }[deed];
  return (
    <AskedButton
      action={label ?? t[deed]}
      begins={deed === "start"}
      disabled={disabled}
      asks={asks}
      keep={t.keep}
      fields={{ intent: deed, fileId: String(fileId) }}
    />
  );
}
