import { useRef } from "react";
import { programIn, useRead } from "../program/use-draft.ts";
import { PanelPreview } from "../program/preview/panel-preview.tsx";
import { readChoices, type ChoicesProps } from "./typed-choices.ts";

interface LookPreviewProps extends ChoicesProps {
  /** The live document as JSON. */
  readonly program: string;
  readonly currency: string | null;
}

/** The widget under the choices as they are typed; while one of them is wrong, as it was before. */
export function LookPreview({ choices, program: text, currency }: LookPreviewProps) {
  const program = programIn(useRead(text, currency));
  const read = readChoices(choices);
  const right = useRef(read.ok ? read.choices : null);
  if (read.ok) right.current = read.choices;
  const shown = right.current;
  return shown === null ? null : <PanelPreview program={program} text={text} manner={shown} />;
}
