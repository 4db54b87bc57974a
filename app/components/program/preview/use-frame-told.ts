import { useEffect, useState } from "react";
import { isRecord } from "#app/domain/program/document/document-path.ts";
import type { PreviewMessage } from "./preview-page.ts";

const HEIGHT_AT_FIRST = 480;

export interface FrameTold {
  /** The frame is as high as what it shows, and its surroundings scroll. */
  readonly height: number;
  /** The colours the widget has taken for surfaces and for text; null until it has. */
  readonly colors: { readonly accent: string; readonly link: string } | null;
}

/** Tells the frame what to show, as soon as it listens, and hears what has come of it. */
export function useFrameTold(
  frame: { readonly current: HTMLIFrameElement | null },
  message: PreviewMessage | null,
): FrameTold {
  const [ready, setReady] = useState(false);
  const [told, setTold] = useState<FrameTold>({ height: HEIGHT_AT_FIRST, colors: null });
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<unknown>) => {
      if (source === null || source !== frame.current?.contentWindow || !isRecord(data)) return;
      const { panelHeight, accent, link } = data;
      if (data["previewReady"] === true) setReady(true);
      if (typeof panelHeight === "number")
        setTold((before) => ({ ...before, height: Math.ceil(panelHeight) }));
      if (typeof accent === "string" && typeof link === "string")
        setTold((before) => ({ ...before, colors: { accent, link } }));
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, [frame]);
  const text = message === null ? null : JSON.stringify(message);
  useEffect(() => {
    if (!ready || text === null) return;
    frame.current?.contentWindow?.postMessage(JSON.parse(text), location.origin);
  }, [frame, ready, text]);
  return told;
}
