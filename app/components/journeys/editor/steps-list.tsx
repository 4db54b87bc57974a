import { Text } from "@shopify/polaris";
import { useState } from "react";
import { listAt, placeText, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { journeyEditorTexts } from "../../i18n/journeys/journey-editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useEditing } from "../../program/editor/editing.tsx";
import { EntryCard } from "../../program/editor/entry-card.tsx";
import { SortableEntries } from "../../program/editor/sortable-entries.tsx";
import { alike, useEntryDeeds } from "../../program/editor/use-entry-deeds.ts";
import { AddStep } from "./add-step.tsx";
import { useJourneyEditing } from "./journey-editing.ts";
import { StepForm } from "./step-form.tsx";

/** Steps one after the other, each a sentence that opens to its form. */
export function StepsList({ place }: { readonly place: DocumentPlace }) {
  const t = useTexts(journeyEditorTexts);
  const { document } = useEditing();
  const { reading } = useJourneyEditing();
  const [open, setOpen] = useState<number | null>(null);
  const deeds = useEntryDeeds(place, setOpen, alike);
  const steps = listAt(document, place);
  // A step has no name of its own: its place is it.
  const sortIds = steps.map((_, index) => `${placeText(place)}#${String(index)}`);
  return (
    <>
      {steps.length === 0 ? (
        <Text as="p" tone="subdued">
          {t.noSteps}
        </Text>
      ) : (
        <SortableEntries id={placeText(place)} sortIds={sortIds} move={deeds.move}>
          {steps.map((_, index) => (
            <EntryCard
              key={index}
              place={[...place, index]}
              number={index + 1}
              sentence={reading?.steps[placeText([...place, index])]}
              sortId={sortIds[index] ?? String(index)}
              sortable={steps.length > 1}
              open={open === index}
              onToggle={() => setOpen(open === index ? null : index)}
              actions={deeds.actions(index, true)}
              form={() => (
                <StepForm place={[...place, index]} steps={(inner) => <StepsList place={inner} />} />
              )}
            />
          ))}
        </SortableEntries>
      )}
      <AddStep place={place} onAdd={setOpen} />
    </>
  );
}
