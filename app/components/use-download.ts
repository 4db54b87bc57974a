import { useState } from "react";
import { useHost } from "./host/host.tsx";

interface DownloadWish {
  /** The route that answers the file, as it is made. */
  readonly address: string;
  readonly name: string;
  readonly doneText: string;
  readonly failedText: string;
}

/** Fetches a file that a route makes piece by piece, and hands it to the browser whole: never half of it. */
export function useDownload({ address, name, doneText, failedText }: DownloadWish): {
  readonly busy: boolean;
  readonly fetch: () => void;
} {
  const { showToast } = useHost();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const response = await fetch(address, { method: "POST" });
      if (!response.ok) throw new Error(`the file is not there: ${String(response.status)}`);
      hand(await response.blob(), name);
      showToast(doneText);
    } catch {
      showToast(failedText);
    } finally {
      setBusy(false);
    }
  };
  return { busy, fetch: () => void download() };
}

function hand(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
