import { useState } from "react";
import { useHost } from "../host/host.tsx";
import { useLanguage } from "../i18n/language.tsx";

interface DownloadWish {
  /** The route that streams it. */
  readonly action: string;
  readonly name: string;
  readonly doneText: string;
  readonly failedText: string;
}

/** Fetches a file of any length and hands it to the browser, which keeps it on disk where it is large. */
export function useDownload({ action, name, doneText, failedText }: DownloadWish): {
  busy: boolean;
  download: () => void;
} {
  const [busy, setBusy] = useState(false);
  const language = useLanguage();
  const { showToast } = useHost();
  const fetchFile = async (): Promise<void> => {
    const response = await fetch(`${action}?language=${language}`, { method: "POST" });
    if (!response.ok) throw new Error(String(response.status));
    const url = URL.createObjectURL(await response.blob());
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    URL.revokeObjectURL(url);
  };
  return {
    busy,
    download: () => {
      setBusy(true);
      fetchFile()
        .then(
          () => showToast(doneText),
          () => showToast(failedText),
        )
        .finally(() => setBusy(false));
    },
  };
}
