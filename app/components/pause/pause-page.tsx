import { Page } from "@shopify/polaris";
import type { Pause } from "#app/domain/books/pauses.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { pauseTexts } from "../i18n/pause-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { PauseForm } from "./pause-form.tsx";
import { PresentPause } from "./present-pause.tsx";

interface PausePageProps {
  /** The one that runs or is planned. */
  readonly pause: Pause | null;
  readonly now: Instant;
}

export function PausePage({ pause, now }: PausePageProps) {
  const t = useTexts(pauseTexts);
  return (
    <Page title={t.title} backAction={{ content: t.back, url: "/app/settings" }}>
      {pause === null ? (
        <PauseForm now={now} />
      ) : (
        <PresentPause key={String(pause.until)} pause={pause} now={now} />
      )}
    </Page>
  );
}
