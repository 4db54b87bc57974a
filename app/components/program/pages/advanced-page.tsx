import { BlockStack, Card, TextField } from "@shopify/polaris";
import { useTexts } from "../../i18n/language.tsx";
import { programTexts } from "../../i18n/program-texts.ts";
import { DocumentProblems } from "../errors-card.tsx";
import { useProgramFrame } from "../frame-context.ts";

/** The same program as the document it is: what the forms change stands here, and what is typed here in them. */
export function AdvancedPage() {
  const t = useTexts(programTexts);
  const { draft } = useProgramFrame();
  return (
    <Card>
      <BlockStack gap="300">
        <DocumentProblems read={draft.reading.told} technical />
        <TextField
          label={t.document}
          helpText={t.documentHelp}
          value={draft.text}
          onChange={draft.put}
          multiline={24}
          maxHeight="70vh"
          monospaced
          autoComplete="off"
          spellCheck={false}
        />
      </BlockStack>
    </Card>
  );
}
