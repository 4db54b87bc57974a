import { ActionList, Button, InlineStack, Popover } from "@shopify/polaris";
import { useState } from "react";
import { listAt, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { journeyEditorTexts } from "../../i18n/journeys/journey-editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useEditing } from "../../program/editor/editing.tsx";
import { STEP_BEGINNINGS, STEP_KINDS } from "./step-forms.ts";

interface AddStepProps {
  readonly place: DocumentPlace;
  /** Told of where the new step stands. */
  readonly onAdd: (index: number) => void;
}

/** Adds a step of one of the kinds at the end. */
export function AddStep({ place, onAdd }: AddStepProps) {
  const t = useTexts(journeyEditorTexts);
  const { document, change } = useEditing();
  const [open, setOpen] = useState(false);
  const count = listAt(document, place).length;
  return (
    <InlineStack>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        activator={
          <Button disclosure onClick={() => setOpen(!open)}>
            {t.addStep}
          </Button>
        }
      >
        <ActionList
          items={STEP_KINDS.map((kind) => ({
            content: t.steps[kind].label,
            helpText: t.steps[kind].help,
            onAction: () => {
              change(place, (now) => [...now, STEP_BEGINNINGS[kind]]);
              setOpen(false);
              onAdd(count);
            },
          }))}
        />
      </Popover>
    </InlineStack>
  );
}
