import { useRef } from "react";
import type { Instant } from "#app/domain/calendar.ts";
import type { Text as Words } from "#app/domain/program/texts/text.ts";
import { PanelPreview } from "../program/preview/panel-preview.tsx";
import { readChoices, type ChoicesProps } from "./typed-choices.ts";

/** What is live: its levels, and the document as JSON. */
export interface ShownLive {
  readonly levels: readonly { readonly id: string; readonly name: Words }[];
  readonly text: string;
  readonly since: Instant;
}

interface LookPreviewProps extends ChoicesProps {
  readonly live: ShownLive;
}

/** The widget under the choices as they are typed; while one of them is wrong, as it was before. */
export function LookPreview({ choices, live }: LookPreviewProps) {
  const read = readChoices(choices);
  const right = useRef(read.ok ? read.choices : null);
  if (read.ok) right.current = read.choices;
  const shown = right.current;
  return shown === null ? null : <PanelPreview {...live} manner={shown} />;
}
