import { useLocation } from "@remix-run/react";
import { Box, InlineStack, Link, Text } from "@shopify/polaris";
import type { Pause } from "#app/domain/books/pauses.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { pauseTexts } from "../i18n/pause-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { QuietBadge } from "../quiet-badge.tsx";
import { usePauseSentence } from "./pause-sentence.ts";

export const PAUSE_PAGE = "/app/settings/pause";
const HOME = "/app";

interface PauseNoticeProps {
  readonly pause: Pause | null;
  /** When the page was read. */
  readonly now: Instant;
}

/** A pause that runs is told on every page but its own; one that is planned is seen coming on Home. */
export function PauseNotice({ pause, now }: PauseNoticeProps) {
  const t = useTexts(pauseTexts);
  const sentence = usePauseSentence();
  const { pathname } = useLocation();
  if (pause === null || pathname === PAUSE_PAGE) return null;
  const isPlanned = pause.from > now;
  if (isPlanned && pathname.replace(/\/$/u, "") !== HOME) return null;
  return (
    <Box paddingInline="400" paddingBlockStart="400">
      <InlineStack gap="200" blockAlign="center" align="center">
        <QuietBadge tone={isPlanned ? "info" : "warning"}>{isPlanned ? t.plannedBadge : t.badge}</QuietBadge>
        <Text as="span" variant="bodySm">
          {sentence(pause, now)}
        </Text>
        <Link url={PAUSE_PAGE}>{t.open}</Link>
      </InlineStack>
    </Box>
  );
}
