import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";

/** What the record's route answers: a file's name and its text. */
export interface RecordFile {
  readonly name: string;
  readonly text: string;
}

/** Fetches everything that is kept of a member and hands it to the browser as a file. */
export function useRecord(memberId: string, doneText: string): { busy: boolean; fetch: () => void } {
  const fetcher = useFetcher<RecordFile>();
  const shopify = useAppBridge();
  const given = useRef<unknown>(null);
  const file = fetcher.data;

  useEffect(() => {
    if (file === undefined || given.current === file) return;
    given.current = file;
    const url = URL.createObjectURL(new Blob([file.text], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = file.name;
    link.click();
    URL.revokeObjectURL(url);
    shopify.toast.show(doneText);
  }, [file, doneText, shopify]);

  return {
    busy: fetcher.state !== "idle",
    fetch: () => {
      fetcher.submit(null, { method: "post", action: `/app/members/${memberId}/record` });
    },
  };
}
