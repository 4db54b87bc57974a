import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { ProgramPart } from "#app/domain/program/describe/describe-program.ts";
import { useTexts } from "../../i18n/language.tsx";
import { programTexts } from "../../i18n/program-texts.ts";
import { DocumentProblems } from "../errors-card.tsx";
import { useProgramFrame } from "../frame-context.ts";
import { addressOf, type ProgramPage } from "../parts-nav.tsx";
import { QuestionsCard } from "../questions/questions-card.tsx";
import { SentenceList } from "../sentences.tsx";
import { StarterCard, type StarterName } from "../starter-card.tsx";
import { VersionsCard } from "../versions-card.tsx";

/** Where each part of the sentences is edited. */
const PAGES: Readonly<Record<ProgramPart, ProgramPage>> = {
  earning: "earning",
  challenges: "challenges",
  tiers: "tiers",
  memberships: "memberships",
  referral: "referral",
  rewards: "rewards",
  expiry: "expiry",
  refunds: "expiry",
};

/** The whole program at a glance, each part with the way to its page, and the versions there were. */
export function OverviewPage({ starters }: { readonly starters: readonly StarterName[] }) {
  const { draft, ...published } = useProgramFrame();
  const live = published.versions.find(({ state }) => state === "live") ?? null;
  const liveText = live === null ? null : live.text;
  return (
    <BlockStack gap="400">
      <StarterCard starters={starters} onLoad={draft.put} />
      <DocumentProblems read={draft.reading.told} />
      <Parts />
      {live === null && draft.outline === null ? null : (
        <QuestionsCard
          text={live === null ? draft.reading.of : live.text}
          version={live}
          manner={published.manner}
        />
      )}
      <VersionsCard
        {...published}
        draftText={draft.text === liveText ? null : draft.text}
        onLoad={draft.put}
      />
    </BlockStack>
  );
}

function Parts() {
  const t = useTexts(programTexts);
  const {
    draft: { outline },
  } = useProgramFrame();
  if (outline === null) return null;
  const parts = outline.parts.map(({ part, sentences }) => (
    <Card key={part}>
      <BlockStack gap="200">
        <InlineStack align="space-between">
          <Text as="h2" variant="headingMd">
            {t.parts[part]}
          </Text>
          <Link url={addressOf(PAGES[part])} accessibilityLabel={t.editPart(t.parts[part])}>
            {t.edit}
          </Link>
        </InlineStack>
        <SentenceList sentences={sentences} />
      </BlockStack>
    </Card>
  ));
  return (
    <>
      {outline.hasRules ? null : (
        <Card>
          <Text as="p">{t.noRules}</Text>
        </Card>
      )}
      {parts}
    </>
  );
}
