import { BlockStack, Button, Card, ChoiceList, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useCallback, useState } from "react";
import type { Instant } from "#app/domain/calendar.ts";
import { useShopFormat } from "../formats.tsx";
import { pauseTexts, type PausedWhat } from "../i18n/pause-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { comingText, MomentFields, type TypedMoment } from "../program/fields/moment-fields.tsx";
import { useDeed } from "../use-deed.ts";

const WHATS = ["earning", "claiming", "both"] as const satisfies readonly PausedWhat[];
const UNTYPED: TypedMoment = { day: "", time: "00:00" };

/** What is to pause, from when and until when. */
export function PauseForm({ now }: { readonly now: Instant }) {
  const t = useTexts(pauseTexts);
  const { timezone } = useShopFormat();
  const [what, setWhat] = useState<PausedWhat>("earning");
  const [from, setFrom] = useState<TypedMoment | null>(null);
  const [until, setUntil] = useState<TypedMoment | null>(null);
  const [tried, setTried] = useState(false);
  const deed = useDeed(
    t.saved,
    useCallback(() => undefined, []),
  );
  const begins = from === null ? "" : comingText(from, timezone, now);
  const ends = until === null ? "" : comingText(until, timezone, now);
  const send = () => {
    setTried(true);
    if (begins !== null && ends !== null) deed.send({ intent: "pause", what, from: begins, until: ends });
  };
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p">{t.intro}</Text>
        <WhatChoice what={what} onChange={setWhat} />
        <Bound
          title={t.begins}
          open={{ label: t.now, value: "now" }}
          labels={{ day: t.beginDay, time: t.beginTime }}
          moment={from}
          wrong={tried && begins === null}
          onChange={setFrom}
        />
        <Bound
          title={t.ends}
          open={{ label: t.byHand, value: "byHand" }}
          labels={{ day: t.endDay, time: t.endTime }}
          moment={until}
          wrong={tried && ends === null}
          onChange={setUntil}
        />
        {deed.refusal === null ? null : <InlineError fieldID="pause" message={deed.refusal} />}
        <InlineStack align="end">
          <Button variant="primary" loading={deed.busy} onClick={send}>
            {from === null ? t.start : t.plan}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

interface BoundProps {
  readonly title: string;
  /** What it is called that no instant is named. */
  readonly open: { readonly label: string; readonly value: string };
  readonly labels: { readonly day: string; readonly time: string };
  /** Null: no instant is named. */
  readonly moment: TypedMoment | null;
  readonly wrong: boolean;
  readonly onChange: (moment: TypedMoment | null) => void;
}

/** Where a pause begins or ends: at an instant, or at none that is known today. */
function Bound({ title, open, labels, moment, wrong, onChange }: BoundProps) {
  const t = useTexts(pauseTexts);
  const { timezone } = useShopFormat();
  return (
    <BlockStack gap="200">
      <ChoiceList
        title={title}
        choices={[open, { label: t.later, value: "later" }]}
        selected={[moment === null ? open.value : "later"]}
        onChange={([chosen]) => onChange(chosen === "later" ? UNTYPED : null)}
      />
      {moment === null ? null : (
        <MomentFields labels={labels} zone={timezone} moment={moment} wrong={wrong} onChange={onChange} />
      )}
    </BlockStack>
  );
}

interface WhatChoiceProps {
  readonly what: PausedWhat;
  readonly onChange: (what: PausedWhat) => void;
}

function WhatChoice({ what, onChange }: WhatChoiceProps) {
  const t = useTexts(pauseTexts);
  return (
    <ChoiceList
      title={t.what}
      choices={[
        { label: t.choices.earning, value: "earning", helpText: t.help.earning },
        { label: t.choices.claiming, value: "claiming", helpText: t.help.claiming },
        { label: t.choices.both, value: "both" },
      ]}
      selected={[what]}
      onChange={([chosen]) => onChange(WHATS.find((known) => known === chosen) ?? what)}
    />
  );
}
