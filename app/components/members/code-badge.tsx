import { conditionOf, type RewardCodeState } from "#app/domain/books/codes.ts";
import { codeStateTexts } from "../i18n/rewards/code-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { QuietBadge } from "../quiet-badge.tsx";

const TONES = {
  held: "info",
  issued: "success",
  used: null,
  released: null,
  revoked: null,
  failed: "critical",
  requested: "attention",
  fulfilled: null,
  declined: null,
} as const;

interface CodeBadgeProps {
  readonly code: {
    readonly state: RewardCodeState;
    readonly stateReason: string | null;
    readonly points: number;
    readonly returnedPoints: number;
  };
}

/** How it stands with a code. One that was used and whose points came back with a return says so. */
export function CodeBadge({ code }: CodeBadgeProps) {
  const { state, points, returnedPoints } = code;
  const { states, returned, partlyReturned } = useTexts(codeStateTexts);
  const word =
    returnedPoints === 0 || state !== "used"
      ? states[conditionOf(code)]
      : returnedPoints < points
        ? partlyReturned
        : returned;
  return <QuietBadge tone={TONES[state]}>{word}</QuietBadge>;
}
