import type { Pause } from "#app/domain/books/pauses.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { pauseTexts } from "../i18n/pause-texts.ts";
import { useTexts } from "../i18n/language.tsx";

/** "Earning is paused until 5 May 2026, 10:00.", or that it will be. */
export function usePauseSentence(): (pause: Pause, now: Instant) => string {
  const t = useTexts(pauseTexts);
  const { moment } = useFormats();
  return ({ earning, claiming, from, until }, now) => {
    const what = earning && claiming ? "both" : earning ? "earning" : "claiming";
    const end = until === null ? null : moment(until);
    return from <= now ? t.running(what, end) : t.planned(what, moment(from), end);
  };
}
