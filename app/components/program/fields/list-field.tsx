import { BlockStack, Button, InlineStack, Tag, TextField } from "@shopify/polaris";
import { useState } from "react";
import { editorTexts } from "../../i18n/editor-texts.ts";
import { fieldTexts } from "../../i18n/field-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { isList, type DocumentPlace } from "#app/domain/program/document/document-path.ts";
import { useField } from "../editor/editing.tsx";
import type { FieldSpec } from "../forms/field-spec.ts";

interface ListFieldProps {
  readonly spec: Extract<FieldSpec, { type: "list" }>;
  readonly place: DocumentPlace;
}

/** Any number of texts: typed and added, each taken away again. */
export function ListField({ spec, place }: ListFieldProps) {
  const { label, help } = useTexts(fieldTexts)[spec.words];
  const t = useTexts(editorTexts);
  const { value, error, set } = useField(place);
  const [typed, setTyped] = useState("");
  const entries = isList(value) ? value.map(String) : [];
  const put = (next: readonly string[]) => set(next.length === 0 && spec.added !== true ? undefined : next);
  const add = () => {
    const wanted = typed
      .split(",")
      .map((text) => text.trim())
      .filter((text) => text !== "" && !entries.includes(text));
    if (wanted.length > 0) put([...entries, ...wanted]);
    setTyped("");
  };
  return (
    <BlockStack gap="200">
      <div
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={label}
          {...(help === undefined ? {} : { helpText: help })}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
          onBlur={add}
          connectedRight={
            <Button onClick={add} disabled={typed.trim() === ""} accessibilityLabel={t.addTo(label)}>
              {t.add}
            </Button>
          }
          {...(error === null ? {} : { error })}
        />
      </div>
      {entries.length === 0 ? null : (
        <InlineStack gap="100">
          {entries.map((entry) => (
            <Tag key={entry} onRemove={() => put(entries.filter((one) => one !== entry))}>
              {entry}
            </Tag>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}
