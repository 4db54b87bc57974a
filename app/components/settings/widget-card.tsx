import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, Checkbox, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTexts } from "../i18n/language.tsx";
import { widgetTexts } from "../i18n/settings/widget-texts.ts";
import { QuietBadge } from "../quiet-badge.tsx";
import type { ChoicesProps } from "./typed-choices.ts";

export type WidgetState = "on" | "off" | "untold" | "unknown";

interface WidgetCardProps extends Omit<ChoicesProps, "wrong"> {
  /** What was saved last. */
  readonly kept: boolean;
}

const TONES = { on: "success", off: "attention", untold: "attention", unknown: "attention" } as const;

/** Whether the shop shows the widget, as the shop itself says, and the switch. */
export function WidgetCard({ choices, onChange, kept }: WidgetCardProps) {
  const t = useTexts(widgetTexts);
  const { look } = choices;
  const state = useStateInShop(kept);
  const isChanging = (state === "on" && !kept) || (state === "off" && kept);
  return (
    <Card>
      <BlockStack gap="300">
        <div role="status">
          {state === null ? null : (
            <InlineStack gap="200" blockAlign="center">
              <QuietBadge tone={TONES[state]}>{t.states[state]}</QuietBadge>
              <Text as="span">{isChanging ? t.changing : t.says[state]}</Text>
            </InlineStack>
          )}
        </div>
        <Checkbox
          label={t.show}
          helpText={t.showHelp}
          checked={look.shown}
          onChange={(shown) => onChange({ ...choices, look: { ...look, shown } })}
        />
      </BlockStack>
    </Card>
  );
}

const ASK_AGAIN_MS = 2_000;
const ASKED_AT_MOST = 30;

/** Asked when the page opens, and again until the shop has what was saved; null before the first answer. */
function useStateInShop(kept: boolean): WidgetState | null {
  const { load, data, state: asking } = useFetcher<{ readonly state: WidgetState }>();
  const [again, setAgain] = useState(0);
  useEffect(() => setAgain(0), [kept]);
  useEffect(() => load("/app/widget"), [load, kept, again]);
  const state = data?.state ?? null;
  const settled = state === "untold" || state === (kept ? "on" : "off");
  useEffect(() => {
    if (asking !== "idle" || state === null || settled || again >= ASKED_AT_MOST) return undefined;
    const timer = setTimeout(() => setAgain(again + 1), ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [again, asking, settled, state]);
  return state;
}
