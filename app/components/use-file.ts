import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useHost } from "./host/host.tsx";

/** What a route answers that makes a file: its name and its text. */
export interface FetchedFile {
  readonly name: string;
  readonly text: string;
}

interface FileWish {
  /** The route that answers it. */
  readonly action: string;
  /** As browsers are told it, such as `text/csv`. */
  readonly type: string;
  readonly doneText: string;
}

/** Fetches a file from a route and hands it to the browser. */
export function useFile({ action, type, doneText }: FileWish): { busy: boolean; fetch: () => void } {
  const fetcher = useFetcher<FetchedFile>();
  const { showToast } = useHost();
  const given = useRef<unknown>(null);
  const file = fetcher.data;

  useEffect(() => {
    if (file === undefined || given.current === file) return;
    given.current = file;
    const url = URL.createObjectURL(new Blob([file.text], { type }));
    const link = document.createElement("a");
    link.href = url;
    link.download = file.name;
    link.click();
    URL.revokeObjectURL(url);
    showToast(doneText);
  }, [file, type, doneText, showToast]);

  return {
    busy: fetcher.state !== "idle",
    fetch: () => {
      fetcher.submit(null, { method: "post", action });
    },
  };
}
