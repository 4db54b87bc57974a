import type { AdminProgramVersion } from "#app/queries/program/admin-program.ts";
import { BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useMemo, useState } from "react";
import { actorWords } from "../activity/deed-words.ts";
import { useFormats } from "../formats.tsx";
import { useRefresh } from "../history/use-refresh.ts";
import { useHost } from "../host/host.tsx";
import { deedTexts } from "../i18n/deed-texts.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { QuietBadge } from "../quiet-badge.tsx";
import { CompareVersions } from "./publishing/compare-versions.tsx";
import { levelsOf } from "./use-draft.ts";
import { PanelPreview, type PreviewManner } from "./preview/panel-preview.tsx";
import { Difference } from "./difference.tsx";
import { readDocument } from "./read-document.ts";
import { sentenceDifference } from "./sentence-difference.ts";
import { programIn } from "./use-draft.ts";

interface VersionsCardProps {
  readonly versions: readonly AdminProgramVersion[];
  /** How far the live version has come with the members; null: to everybody. */
  readonly carrying: { readonly members: number; readonly behind: number } | null;
  /** Who looks at it: their own versions say "You". */
  readonly viewer: string;
  readonly currency: string | null;
  /** How the widget looks and speaks. */
  readonly manner: PreviewManner;
  /** The draft, where there is one that differs. */
  readonly draftText: string | null;
  readonly onLoad: (text: string) => void;
}

/** Every version there was, newest first: who published it, what it changed, and a new draft from it. */
export function VersionsCard(props: VersionsCardProps) {
  const { versions, carrying, viewer, currency, draftText, manner, onLoad } = props;
  const t = useTexts(programTexts);
  const { count } = useFormats();
  useRefresh(carrying !== null);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.versions}
        </Text>
        {carrying === null ? null : (
          <Text as="p" tone="subdued">
            {t.carrying(count(carrying.members - carrying.behind), count(carrying.members))}
          </Text>
        )}
        {versions.map((version, index) => (
          <VersionLine
            key={version.version}
            version={version}
            before={versions[index + 1] ?? null}
            viewer={viewer}
            currency={currency}
            manner={manner}
            onLoad={onLoad}
          />
        ))}
        <CompareVersions versions={versions} draftText={draftText} currency={currency} />
      </BlockStack>
    </Card>
  );
}

interface VersionLineProps extends Pick<VersionsCardProps, "viewer" | "currency" | "manner" | "onLoad"> {
  readonly version: AdminProgramVersion;
  readonly before: AdminProgramVersion | null;
}

function VersionLine({ version, before, viewer, currency, manner, onLoad }: VersionLineProps) {
  const t = useTexts(programTexts);
  const deeds = useTexts(deedTexts);
  const { count, day } = useFormats();
  const [open, setOpen] = useState<"changes" | "shoppers" | null>(null);
  const toggle = (part: "changes" | "shoppers") => setOpen(open === part ? null : part);
  const { text, state } = version;
  const name = t.version(count(version.version), day(version.effectiveAt));
  return (
    <BlockStack gap="200">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <InlineStack gap="200" blockAlign="center">
          <Text as="span">{name}</Text>
          <Text as="span" tone="subdued">
            {actorWords(version.publishedBy, viewer, deeds)}
          </Text>
          {state === "live" ? <QuietBadge tone="success">{t.versionLive}</QuietBadge> : null}
          {state === "refused" ? <QuietBadge tone="critical">{t.versionRefused}</QuietBadge> : null}
          {state === "waiting" ? <QuietBadge tone="attention">{t.versionWaiting}</QuietBadge> : null}
        </InlineStack>
        <InlineStack gap="200">
          <Button
            variant="plain"
            ariaExpanded={open === "changes"}
            onClick={() => toggle("changes")}
            accessibilityLabel={`${t.versionChanges}: ${name}`}
          >
            {t.versionChanges}
          </Button>
          <Button
            variant="plain"
            ariaExpanded={open === "shoppers"}
            onClick={() => toggle("shoppers")}
            accessibilityLabel={`${t.versionShoppers}: ${name}`}
          >
            {t.versionShoppers}
          </Button>
          <Button
            variant="plain"
            onClick={() => onLoad(text)}
            accessibilityLabel={`${t.versionLoad}: ${name}`}
          >
            {t.versionLoad}
          </Button>
          <Button
            variant="plain"
            url={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`}
            download={`program-${String(version.version)}.json`}
            accessibilityLabel={`${t.export}: ${name}`}
          >
            {t.export}
          </Button>
        </InlineStack>
      </InlineStack>
      {open === "changes" ? <Changes version={version} before={before} currency={currency} /> : null}
      {open === "shoppers" ? (
        <PanelPreview levels={levelsOf(programIn(readDocument(text, null)))} text={text} manner={manner} />
      ) : null}
    </BlockStack>
  );
}

/** What this version says otherwise than the one before it. */
function Changes({ version, before, currency }: Pick<VersionLineProps, "version" | "before" | "currency">) {
  const language = useLanguage();
  const { goodsGroup } = useHost().abilities;
  const difference = useMemo(() => {
    const programOf = (text: string) => programIn(readDocument(text, currency));
    return sentenceDifference(
      before === null ? null : programOf(before.text),
      programOf(version.text),
      language,
      goodsGroup,
    );
  }, [version, before, currency, language, goodsGroup]);
  return (
    <Box background="bg-surface-secondary" padding="300" borderRadius="200">
      <BlockStack gap="200">
        <Difference difference={difference} />
      </BlockStack>
    </Box>
  );
}
