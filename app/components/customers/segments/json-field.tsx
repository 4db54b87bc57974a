import { TextField } from "@shopify/polaris";
import { useState } from "react";
import { segmentTexts } from "../../i18n/customers/segment-texts.ts";
import { useTexts } from "../../i18n/language.tsx";

interface JsonFieldProps {
  readonly label: string;
  readonly value: unknown;
  readonly put: (value: unknown) => void;
}

/** A part of a document as text. What is no JSON stays as it was typed, and changes nothing. */
export function JsonField({ label, value, put }: JsonFieldProps) {
  const t = useTexts(segmentTexts);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      label={label}
      multiline={4}
      maxHeight={420}
      monospaced
      autoComplete="off"
      value={typed ?? JSON.stringify(value, null, 2)}
      onChange={(text) => {
        const read = jsonOf(text);
        setTyped(text);
        if (read !== undefined) put(read);
      }}
      onBlur={() => {
        if (typed !== null && jsonOf(typed) !== undefined) setTyped(null);
      }}
      {...(typed !== null && jsonOf(typed) === undefined ? { error: t.notJson } : {})}
    />
  );
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
