import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { actorWords, deedTitle } from "../../activity/deed-words.ts";
import { useFormats } from "../../formats.tsx";
import { deedTexts } from "../../i18n/deed-texts.ts";
import { timelineTexts } from "../../i18n/members/timeline-texts.ts";
import { type Language, useLanguage, useTexts } from "../../i18n/language.tsx";
import { type MessageFate, useFate, useJourneyName } from "../../journeys/message-fate.ts";
import { Calculation, Changes } from "../entries-card.tsx";
import type { TierChoice } from "../list/tier-choice.ts";

interface Line {
  readonly key: string;
  readonly at: Instant;
  readonly kind: keyof (typeof timelineTexts)["en"]["kinds"];
  /** Who did it, as the record knows them; null: the member or the program. */
  readonly actor: string | null;
}

export type ShownHappening = Line &
  (
    | { readonly is: "joined" }
    | { readonly is: "order"; readonly name: string | null }
    | {
        readonly is: "entry";
        readonly words: Readonly<
          Record<Language, { readonly title: string; readonly details: readonly string[] }>
        >;
        readonly available: number;
        readonly pending: number;
        readonly debt: number;
      }
    | { readonly is: "tier"; readonly levelId: string | null; readonly byProgram: boolean }
    | { readonly is: "code"; readonly code: string; readonly rewardName: string }
    | { readonly is: "note"; readonly text: string }
    | {
        readonly is: "consent";
        readonly channel: keyof (typeof timelineTexts)["en"]["channels"];
        readonly purpose: keyof (typeof timelineTexts)["en"]["purposes"];
        readonly granted: boolean;
      }
    | ({
        readonly is: "message";
        /** Null: no journey sent it. */
        readonly journeyId: string | null;
        readonly channel: keyof (typeof timelineTexts)["en"]["channels"];
      } & MessageFate)
    | {
        readonly is: "deed";
        readonly action: string;
        readonly reason: string | null;
        readonly levelId: string | null;
        readonly points: number | null;
      }
  );

interface TimelineLineProps {
  readonly line: ShownHappening;
  readonly tiers: readonly TierChoice[];
  readonly viewer: string;
}

/** What happened, to whom it is due and when; of points how many, and why on demand. */
export function TimelineLine({ line, tiers, viewer }: TimelineLineProps) {
  const t = useTexts(timelineTexts);
  const deeds = useTexts(deedTexts);
  const language = useLanguage();
  const { moment } = useFormats();
  const title = useTitle(tiers)(line);
  const who = line.actor === null ? byItself(line, t) : actorWords(line.actor, viewer, deeds);
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" gap="200" blockAlign="start" wrap={false}>
        <BlockStack gap="050">
          <Text as="span" breakWord>
            {title}
          </Text>
          <Text as="span" variant="bodySm" tone="subdued">
            {t.by(who, moment(line.at))}
          </Text>
        </BlockStack>
        {line.is === "entry" ? <Changes entry={line} /> : null}
      </InlineStack>
      {line.is === "entry" ? <Calculation details={line.words[language].details} /> : null}
    </BlockStack>
  );
}

/** Nobody of the team: an order, joining and consent are the member's own, the rest is the program's. */
function byItself({ is }: ShownHappening, t: (typeof timelineTexts)["en"]): string {
  return is === "order" || is === "joined" || is === "consent" ? t.member : t.program;
}

function useTitle(tiers: readonly TierChoice[]): (line: ShownHappening) => string {
  const t = useTexts(timelineTexts);
  const deeds = useTexts(deedTexts);
  const language = useLanguage();
  const fateOf = useFate();
  const journeyName = useJourneyName();
  const nameOf = (levelId: string) => tiers.find(({ id }) => id === levelId)?.name ?? t.goneTier;
  return (line) => {
    switch (line.is) {
      case "joined":
        return t.joined;
      case "order":
        return line.name === null ? t.unnamedOrder : t.order(line.name);
      case "entry":
        return line.words[language].title;
      case "tier":
        if (line.levelId === null) return t.noTier;
        return (line.byProgram ? t.tierByProgram : t.tier)(nameOf(line.levelId));
      case "code":
        return [t.code(line.rewardName), line.code].join(" · ");
      case "note":
        return t.note(line.text);
      case "consent": {
        const { granted, purpose, channel } = line;
        return (granted ? t.agreed : t.agreedNoMore)(t.purposes[purpose], t.channels[channel]);
      }
      case "message": {
        const name = line.journeyId === null ? t.askedFor : journeyName(line.journeyId);
        return [t.message(t.channels[line.channel], name), fateOf(line)].join(" · ");
      }
      case "deed": {
        const level = line.levelId === null ? [] : [nameOf(line.levelId)];
        const reason = line.reason === null ? [] : [line.reason];
        return [deedTitle(line, deeds), ...level, ...reason].join(" · ");
      }
    }
  };
}
