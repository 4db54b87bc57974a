import { Button } from "@shopify/polaris";
import { useCallback, useState } from "react";
import type { BulkDeedPage } from "#app/queries/members/bulk/bulk-deed-page.ts";
import { ConfirmModal } from "../../confirm-modal.tsx";
import { useFormats } from "../../formats.tsx";
import { bulkTexts } from "../../i18n/members/bulk-texts.ts";
import { useTexts } from "../../i18n/language.tsx";

interface BulkButtonProps {
  readonly does: "start" | "go_on" | "undo" | "discard";
  readonly bulk: BulkDeedPage;
}

/** Begins, goes on with, takes back or discards a deed for many, once a person has confirmed it. */
export function BulkButton({ does, bulk }: BulkButtonProps) {
  const t = useTexts(bulkTexts);
  const { count } = useFormats();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const begin = { title: t.startAsk(count(bulk.counts.known.rows)), body: t.startBody, done: t.started };
  const words = {
    start: { ...begin, action: t.start },
    go_on: { ...begin, action: t.goOn },
    undo: { title: t.undoAsk, body: undoBody(bulk, t), done: t.undoStarted, action: t.undo },
    discard: { title: t.discardAsk, body: t.discardBody, done: t.discarded, action: t.discard },
  }[does];
  const begins = does === "start" || does === "go_on";
  return (
    <>
      <Button
        variant={begins ? "primary" : "secondary"}
        {...(begins ? {} : { tone: "critical" as const })}
        onClick={() => setOpen(true)}
      >
        {words.action}
      </Button>
      <ConfirmModal
        open={open}
        onClose={close}
        title={words.title}
        body={[words.body]}
        keep={t.keep}
        action={words.action}
        done={words.done}
        destructive={!begins}
        fields={{ intent: begins ? "start" : does }}
      />
    </>
  );
}

function undoBody({ deed }: BulkDeedPage, { undoBody: words }: (typeof bulkTexts)["en"]): string {
  if (deed.kind !== "points") return words[deed.kind];
  return deed.points < 0 ? words.take : words.give;
}
