import { useBlocker } from "@remix-run/react";
import { SaveBar as BridgedSaveBar } from "@shopify/app-bridge-react";
import { ContextualSaveBar } from "@shopify/polaris";
import { useEffect } from "react";
import { frameTexts } from "../i18n/frame-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { useHost } from "./host.tsx";

interface SaveBarProps {
  readonly id: string;
  readonly open: boolean;
  readonly save: string;
  readonly discard: string;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** What is typed and not saved yet, wherever the pages are shown. */
export function SaveBar(props: SaveBarProps) {
  const { bridged } = useHost();
  if (!bridged) return <OwnSaveBar {...props} />;
  const { id, open, save, discard, onSave, onDiscard } = props;
  return (
    <BridgedSaveBar id={id} open={open}>
      <button variant="primary" onClick={onSave}>
        {save}
      </button>
      <button onClick={onDiscard}>{discard}</button>
    </BridgedSaveBar>
  );
}

/** Leaving the part of the app that has something to save waits for it; its own pages are no leaving. */
function OwnSaveBar({ open, save, discard, onSave, onDiscard }: SaveBarProps) {
  const t = useTexts(frameTexts);
  const { showToast } = useHost();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      open && partOf(currentLocation.pathname) !== partOf(nextLocation.pathname),
  );
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    blocker.reset();
    showToast(t.unsavedFirst);
  }, [blocker, showToast, t]);
  if (!open) return null;
  return (
    <ContextualSaveBar
      message={t.unsaved}
      saveAction={{ content: save, onAction: onSave }}
      discardAction={{ content: discard, onAction: onDiscard }}
    />
  );
}

/** "/app/program/earning" is of "program". */
function partOf(pathname: string): string | undefined {
  return pathname.split("/")[2];
}
