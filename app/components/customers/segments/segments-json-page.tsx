import { Card, Page, TextField } from "@shopify/polaris";
import { useState } from "react";
import { SaveBar } from "../../host/save-bar.tsx";
import { segmentTexts } from "../../i18n/customers/segment-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useDeed } from "../../use-deed.ts";
import { jsonOf } from "./json-field.tsx";

interface SegmentsJsonPageProps {
  readonly text: string;
  readonly revision: number;
}

/** A shop's own segments as the document they are: to be carried away, and to be taken over. */
export function SegmentsJsonPage({ text, revision }: SegmentsJsonPageProps) {
  const t = useTexts(segmentTexts);
  const [typed, setTyped] = useState(text);
  const deed = useDeed(t.saved, () => undefined);
  const told = deed.problemOf("segment");
  const wrong = jsonOf(typed) === undefined ? t.notJson : told === "no_document" ? t.noDocument : told;
  const problem = wrong ?? deed.refusal;
  return (
    <Page title={t.jsonTitle} backAction={{ content: t.back, url: "/app/customers" }}>
      <SaveBar
        id="segments"
        open={typed !== text && !deed.busy}
        save={t.save}
        discard={t.discard}
        onSave={() => deed.send({ text: typed, revision: String(revision) })}
        onDiscard={() => setTyped(text)}
      />
      <Card>
        <TextField
          label={t.json}
          helpText={t.jsonBody}
          multiline={12}
          maxHeight={600}
          monospaced
          autoComplete="off"
          value={typed}
          onChange={setTyped}
          {...(problem === null ? {} : { error: problem })}
        />
      </Card>
    </Page>
  );
}
