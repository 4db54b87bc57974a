import { BlockStack, Button, Card, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useCallback, useState } from "react";
import type { Pause } from "#app/domain/books/pauses.ts";
import { formatInstant, type Instant } from "#app/domain/calendar.ts";
import { ConfirmModal } from "../confirm-modal.tsx";
import { useShopFormat } from "../formats.tsx";
import { pauseTexts } from "../i18n/pause-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { localParts } from "../program/fields/instant-field.tsx";
import { comingText, MomentFields } from "../program/fields/moment-fields.tsx";
import { QuietBadge } from "../quiet-badge.tsx";
import { useDeed } from "../use-deed.ts";
import { usePauseSentence } from "./pause-sentence.ts";

interface PresentPauseProps {
  readonly pause: Pause;
  readonly now: Instant;
}

/** The pause that runs or is planned: ended, called off, or given another end. */
export function PresentPause({ pause, now }: PresentPauseProps) {
  const t = useTexts(pauseTexts);
  const sentence = usePauseSentence();
  const isRunning = pause.from <= now;
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="300">
          <InlineStack gap="200" blockAlign="center">
            {isRunning ? <QuietBadge tone="warning">{t.badge}</QuietBadge> : null}
            <Text as="h2" variant="headingMd">
              {sentence(pause, now)}
            </Text>
          </InlineStack>
          {pause.earning ? <Text as="p">{t.help.earning}</Text> : null}
          {pause.claiming ? <Text as="p">{t.help.claiming}</Text> : null}
          <EndPause isRunning={isRunning} />
        </BlockStack>
      </Card>
      <MoveEnd pause={pause} now={now} />
    </BlockStack>
  );
}

function EndPause({ isRunning }: { readonly isRunning: boolean }) {
  const t = useTexts(pauseTexts);
  const [asking, setAsking] = useState(false);
  return (
    <InlineStack align="end">
      <Button onClick={() => setAsking(true)}>{isRunning ? t.endNow : t.callOff}</Button>
      <ConfirmModal
        open={asking}
        onClose={useCallback(() => setAsking(false), [])}
        title={isRunning ? t.endTitle : t.callOffTitle}
        body={[isRunning ? t.endBody : t.callOffBody]}
        action={isRunning ? t.endNow : t.callOff}
        keep={t.keep}
        done={isRunning ? t.ended : t.calledOff}
        destructive={false}
        fields={{ intent: "end" }}
      />
    </InlineStack>
  );
}

function MoveEnd({ pause, now }: PresentPauseProps) {
  const t = useTexts(pauseTexts);
  const { timezone } = useShopFormat();
  const kept = pause.until === null ? null : localParts(formatInstant(pause.until, timezone), timezone);
  const [moment, setMoment] = useState(kept ?? { day: "", time: "00:00" });
  const [tried, setTried] = useState(false);
  const deed = useDeed(
    t.saved,
    useCallback(() => setTried(false), []),
  );
  const until = comingText(moment, timezone, now);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.moveEnd}
        </Text>
        <MomentFields
          labels={{ day: t.endDay, time: t.endTime }}
          zone={timezone}
          moment={moment}
          wrong={tried && until === null}
          onChange={setMoment}
        />
        {deed.refusal === null ? null : <InlineError fieldID="pause-end" message={deed.refusal} />}
        <InlineStack align="end">
          <Button
            loading={deed.busy}
            onClick={() => {
              setTried(true);
              if (until !== null) deed.send({ intent: "moveEnd", until });
            }}
          >
            {t.save}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
