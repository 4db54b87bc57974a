import { TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";

const TYPING_PAUSE_MS = 300;
const NOTHING = "";

interface SearchFieldProps {
  readonly label: string;
  /** What is searched for now, as the address says. */
  readonly value: string;
  readonly onSettled: (value: string) => void;
}

/** Searches when the typing pauses, not at every letter. */
export function SearchField({ label, value, onSettled }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [settled, setSettled] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    // The address has changed by itself (Back): what was typed before is no longer what is searched for.
    if (value !== settled) setTyped(value);
  }
  const pause = useRef<ReturnType<typeof setTimeout>>();
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => {
      setSettled(text);
      onSettled(text);
    }, TYPING_PAUSE_MS);
  };
  useEffect(() => () => clearTimeout(pause.current), []);
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
