import { createContext, useContext } from "react";
import { assert } from "#app/domain/assert.ts";
import type { AdminProgramVersion } from "#app/queries/program/admin-program.ts";
import type { PreviewManner } from "./preview/panel-preview.tsx";
import type { Draft } from "./use-draft.ts";
import type { KnownReading } from "./use-reading.ts";

/** What the pages of the program share beside the document itself. */
export interface ProgramFrameState {
  readonly draft: Draft;
  readonly versions: readonly AdminProgramVersion[];
  readonly carrying: { readonly members: number; readonly behind: number } | null;
  /** Who looks at it, as the record names people. */
  readonly viewer: string;
  /** How the widget looks and speaks. */
  readonly manner: PreviewManner;
  /** The shop's; null where it is not known yet. */
  readonly currency: string | null;
  /** What was read for the page already: the draft and what is live. */
  readonly known: readonly KnownReading[];
}

export const ProgramFrameContext = createContext<ProgramFrameState | null>(null);

export function useProgramFrame(): ProgramFrameState {
  const state = useContext(ProgramFrameContext);
  assert(state !== null, "the program's pages stand inside its frame");
  return state;
}
