import { useEffect, useRef, useState } from "react";

const TYPING_PAUSE_MS = 300;

/** What is typed, told when the typing pauses and not at every letter. `value` is what stands in the address. */
export function useSettled(
  value: string,
  onSettled: (value: string) => void,
): { readonly typed: string; readonly type: (text: string) => void } {
  const [typed, setTyped] = useState(value);
  const [settled, setSettled] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    // The address has changed by itself (Back): what was typed before is no longer what is asked for.
    if (value !== settled) {
      setTyped(value);
      setSettled(value);
    }
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
  return { typed, type };
}
