import { BlockStack, Box, Select, Text } from "@shopify/polaris";
import type { Comparison } from "#app/domain/journeys/compare/compare-passes.ts";
import type { Difference } from "#app/domain/journeys/compare/welch.ts";
import { useFormats } from "../formats.tsx";
import { journeyPageTexts } from "../i18n/journeys/journey-page-texts.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { Section } from "../program/pages/section.tsx";
import { useDeed } from "../use-deed.ts";

/** In percent. */
const SHARES = [0, 5, 10, 20, 30, 50];

interface HoldoutCardProps {
  readonly purpose: "marketing" | "service";
  readonly holdout: number;
  readonly compareDays: number;
  readonly comparisons: readonly Comparison[];
}

const nothing = (): void => undefined;

/** What a journey brings: who got it against who was held out, and how many are. */
export function HoldoutCard({ purpose, holdout, compareDays, comparisons }: HoldoutCardProps) {
  const t = useTexts(journeyPageTexts);
  const deed = useDeed(t.saved, nothing);
  const shares = SHARES.includes(holdout) ? SHARES : [...SHARES, holdout].sort((a, b) => a - b);
  if (purpose === "service") {
    return (
      <Section title={t.brings}>
        <Text as="p">{t.toEverybody}</Text>
      </Section>
    );
  }
  return (
    <Section title={t.brings} help={t.bringsHelp(compareDays)}>
      <BlockStack gap="400">
        {comparisons.length > 0 ? null : <Text as="p">{holdout === 0 ? t.nobodyHeldOut : t.notYet}</Text>}
        {comparisons.map((comparison) => (
          <Compared key={nameOf(comparison)} comparison={comparison} />
        ))}
        <Box maxWidth="20rem">
          <Select
            label={t.holdOut}
            helpText={t.holdOutHelp}
            disabled={deed.busy}
            options={shares.map((share) => ({
              label: share === 0 ? t.nobody : `${String(share)} %`,
              value: String(share),
            }))}
            value={String(holdout)}
            onChange={(percent) => deed.send({ percent })}
            {...(deed.refusal === null ? {} : { error: deed.refusal })}
          />
        </Box>
      </BlockStack>
    </Section>
  );
}

function nameOf({ of: what }: Comparison): string {
  return what.kind === "holdout" ? "holdout" : `${what.choice}:${String(what.arm)}`;
}

function Compared({ comparison }: { readonly comparison: Comparison }) {
  const t = useTexts(journeyPageTexts);
  const { count, money } = useFormats();
  const language = useLanguage();
  const { of: what, members, others, purchases, valueMinor } = comparison;
  const groups = [count(members), count(others)] as const;
  const tenths = new Intl.NumberFormat(language, { maximumFractionDigits: 2, signDisplay: "exceptZero" });
  const signed = (minor: number) => `${minor > 0 ? "+" : ""}${money(Math.round(minor))}`;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {what.kind === "holdout" ? t.against(...groups) : t.arms(what.arm + 1, ...groups)}
      </Text>
      <Text as="p">{said(purchases, (value) => tenths.format(value), t.purchases, t)}</Text>
      <Text as="p">{said(valueMinor, signed, t.value, t)}</Text>
    </BlockStack>
  );
}

/** The difference with its 95 % interval, or that there is none to be seen. */
function said(
  difference: Difference | null,
  write: (value: number) => string,
  what: string,
  t: (typeof journeyPageTexts)["en"],
): string {
  if (difference === null) return t.tooFew(what);
  const { difference: by, low, high, isShown } = difference;
  return isShown
    ? t.shown(what, write(by), write(low), write(high))
    : t.notShown(what, write(low), write(high));
}
