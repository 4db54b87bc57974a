import { Button } from "@shopify/polaris";
import { dataTexts } from "../i18n/data-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { useDownload } from "./use-download.ts";

/** The lines that could not be taken over, as a file to mend and upload again. */
export function FaultyButton({ rows }: { readonly rows: number }) {
  const t = useTexts(dataTexts);
  const { busy, download } = useDownload({
    action: "/app/data/file/faulty-lines",
    name: "lines-to-fix.csv",
    doneText: t.faultyDone,
    failedText: t.exportFailed,
  });
  if (rows === 0) return null;
  return (
    <Button loading={busy} onClick={download}>
      {t.faulty}
    </Button>
  );
}
