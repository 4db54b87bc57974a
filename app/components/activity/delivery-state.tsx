import { activityTexts } from "../i18n/activity-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { QuietBadge } from "../quiet-badge.tsx";

export type DeliveryState = "waiting" | "delivering" | "done" | "refused" | "parked";

const TONES = {
  waiting: "info",
  delivering: "info",
  done: null,
  refused: "warning",
  parked: "critical",
} as const;

export function DeliveryBadge({ state }: { readonly state: DeliveryState }) {
  const t = useTexts(activityTexts);
  return <QuietBadge tone={TONES[state]}>{t.states[state]}</QuietBadge>;
}
