import { Badge } from "@shopify/polaris";
import { activityTexts } from "../i18n/activity-texts.ts";
import { useTexts } from "../i18n/language.tsx";

export type DeliveryState = "waiting" | "delivering" | "done" | "refused" | "parked";

const TONES = {
  waiting: "info",
  delivering: "info",
  done: "read-only",
  refused: "warning",
  parked: "critical",
} as const;

export function DeliveryBadge({ state }: { readonly state: DeliveryState }) {
  const t = useTexts(activityTexts);
  return <Badge tone={TONES[state]}>{t.states[state]}</Badge>;
}
