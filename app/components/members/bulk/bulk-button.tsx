import type { BulkDeedPage } from "#app/queries/members/bulk/bulk-deed-page.ts";
import { AskedButton } from "../../asked-button.tsx";
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
  const begin = { title: t.startAsk(count(bulk.counts.known.rows)), body: t.startBody, done: t.started };
  const words = {
    start: { ...begin, action: t.start },
    go_on: { ...begin, action: t.goOn },
    undo: { title: t.undoAsk, body: undoBody(bulk, t), done: t.undoStarted, action: t.undo },
    discard: { title: t.discardAsk, body: t.discardBody, done: t.discarded, action: t.discard },
  }[does];
  const begins = does === "start" || does === "go_on";
  return (
    <AskedButton
      action={words.action}
      begins={begins}
      asks={words}
      keep={t.keep}
      fields={{ intent: begins ? "start" : does }}
    />
  );
}

function undoBody({ deed }: BulkDeedPage, { undoBody: words }: (typeof bulkTexts)["en"]): string {
  if (deed.kind !== "points") return words[deed.kind];
  return deed.points < 0 ? words.take : words.give;
}
