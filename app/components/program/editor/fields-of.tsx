import { ActionList, BlockStack, Button, InlineStack, Popover } from "@shopify/polaris";
import { useState } from "react";
import { useHost } from "../../host/host.tsx";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { Field } from "../fields/field.tsx";
import { useFieldTexts } from "../fields/use-field-texts.ts";
import type { FieldSpec } from "../forms/field-spec.ts";
import { beginningOf, missingFields, shownFields } from "./added-fields.ts";
import type { DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useEditing } from "./editing.tsx";

interface FieldsOfProps {
  readonly specs: readonly FieldSpec[];
  readonly base: DocumentPlace;
}

/** The fields of one object: those it always has, and lines that are added and taken away. */
export function FieldsOf({ specs, base }: FieldsOfProps) {
  const { document } = useEditing();
  const { offered } = useHost();
  return (
    <BlockStack gap="400">
      {shownFields(specs, document, base).map((spec) => (
        <FieldLine key={spec.at.join(".")} spec={spec} base={base} />
      ))}
      <AddLine specs={missingFields(specs, document, base).filter(offered)} base={base} />
    </BlockStack>
  );
}

function FieldLine({ spec, base }: { readonly spec: FieldSpec; readonly base: DocumentPlace }) {
  const t = useTexts(editorTexts);
  const { label } = useFieldTexts()[spec.words];
  const { edit } = useEditing();
  if (spec.added !== true) return <Field spec={spec} base={base} />;
  return (
    <InlineStack gap="200" blockAlign="end" wrap={false}>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Field spec={spec} base={base} />
      </div>
      <Button accessibilityLabel={t.removeFrom(label)} onClick={() => edit([...base, ...spec.at], undefined)}>
        {t.remove}
      </Button>
    </InlineStack>
  );
}

/** A menu of what may be said besides. */
function AddLine({ specs, base }: FieldsOfProps) {
  const t = useTexts(editorTexts);
  const words = useFieldTexts();
  const { edit } = useEditing();
  const [open, setOpen] = useState(false);
  if (specs.length === 0) return null;
  return (
    <InlineStack>
      <Popover
        active={open}
        onClose={() => setOpen(false)}
        activator={
          <Button disclosure onClick={() => setOpen(!open)}>
            {t.addCondition}
          </Button>
        }
      >
        <ActionList
          items={specs.map((spec) => ({
            content: words[spec.words].label,
            onAction: () => {
              edit([...base, ...spec.at], beginningOf(spec));
              setOpen(false);
            },
          }))}
        />
      </Popover>
    </InlineStack>
  );
}
