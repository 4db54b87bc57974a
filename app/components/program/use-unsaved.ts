import { useEffect, useState } from "react";

const KEY = "regulars-program-unsaved";
const PAUSE_MS = 500;

/**
 * Changes that were not saved survive a session that ends, a network that fails and a page that is closed:
 * the browser keeps them until they are saved. Null: there is nothing to bring back.
 */
export function useUnsaved(text: string, kept: string): { found: string | null; drop: () => void } {
  const [found, setFound] = useState<string | null>(null);
  useEffect(() => {
    const stored = storage()?.getItem(KEY) ?? null;
    if (stored !== null && stored !== kept) setFound(stored);
    // Only what an earlier visit has left is offered: it is looked for once.
  }, []);
  useEffect(() => {
    if (found !== null) return undefined;
    const timer = setTimeout(() => {
      if (text === kept) storage()?.removeItem(KEY);
      else storage()?.setItem(KEY, text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, kept, found]);
  return {
    found: found === text ? null : found,
    drop: () => {
      storage()?.removeItem(KEY);
      setFound(null);
    },
  };
}

/** A browser may keep nothing for a framed page. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
