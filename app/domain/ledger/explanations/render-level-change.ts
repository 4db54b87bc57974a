import type { TierStep } from "../../books/tier-state.ts";
import type { TierLevel } from "../../program/program.ts";
import { metricText } from "./render-tier.ts";
import type { RenderedExplanation } from "./rendered-explanation.ts";
import type { Wording } from "./wording.ts";

/** Why a publication put a member on another level, in the words of the program that was published. */
export function renderLevelChange({ levelId }: TierStep, words: Wording): RenderedExplanation {
  const german = words.language === "de";
  const because = german ? "Programm geändert" : "Program changed";
  return { title: `${because}: ${nowOn(words, levelId)}`, details: [] };
}

function nowOn(words: Wording, levelId: string | null): string {
  const german = words.language === "de";
  if (levelId === null) return german ? "keine Stufe mehr" : "no tier any more";
  const { tiers } = words.program;
  const level = tiers?.levels.find(({ id }) => id === levelId);
  if (tiers === null || level === undefined) return words.levelName(levelId);
  return asksForNothing(level)
    ? german
      ? `${words.levelName(levelId)} von Anfang an`
      : `${words.levelName(levelId)} from the start`
    : `${words.levelName(levelId)} ${german ? "ab" : "from"} ${metricText(tiers, level.from, words)}`;
}

function asksForNothing({ from }: TierLevel): boolean {
  return from <= 0;
}
