import { TextField } from "@shopify/polaris";
import { useSettled } from "./use-settled.ts";

const NOTHING = "";

interface SearchFieldProps {
  readonly label: string;
  /** What is searched for now, as the address says. */
  readonly value: string;
  readonly onSettled: (value: string) => void;
}

/** Searches when the typing pauses, not at every letter. */
export function SearchField({ label, value, onSettled }: SearchFieldProps) {
  const { typed, type } = useSettled(value, onSettled);
  return (
    <TextField
      label={label}
      labelHidden
      placeholder={label}
      value={typed}
      onChange={type}
      autoComplete="off"
      clearButton
      onClearButtonClick={() => type(NOTHING)}
    />
  );
}
