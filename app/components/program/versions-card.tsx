import type { AdminProgramVersion } from "#app/queries/program/admin-program.ts";
import { BlockStack, Box, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { actorWords } from "../activity/deed-words.ts";
import { useFormats } from "../formats.tsx";
import { useRefresh } from "../history/use-refresh.ts";
import { deedTexts } from "../i18n/deed-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { QuietBadge } from "../quiet-badge.tsx";
import { CompareVersions } from "./publishing/compare-versions.tsx";
import { PanelPreview, type PreviewManner } from "./preview/panel-preview.tsx";
import { ReadDifference } from "./difference.tsx";
import { publishedIn, useReading, type KnownReading } from "./use-reading.ts";

interface VersionsCardProps {
  readonly versions: readonly AdminProgramVersion[];
  /** How far the live version has come with the members; null: to everybody. */
  readonly carrying: { readonly members: number; readonly behind: number } | null;
  /** Who looks at it: their own versions say "You". */
  readonly viewer: string;
  readonly known: readonly KnownReading[];
  /** How the widget looks and speaks. */
  readonly manner: PreviewManner;
  /** The draft, where there is one that differs. */
  readonly draftText: string | null;
  readonly onLoad: (text: string) => void;
}

/** Every version there was, newest first: who published it, what it changed, and a new draft from it. */
export function VersionsCard(props: VersionsCardProps) {
  const { versions, carrying, viewer, known, draftText, manner, onLoad } = props;
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
            known={known}
            manner={manner}
            onLoad={onLoad}
          />
        ))}
        <CompareVersions versions={versions} draftText={draftText} known={known} />
      </BlockStack>
    </Card>
  );
}

interface VersionLineProps extends Pick<VersionsCardProps, "viewer" | "known" | "manner" | "onLoad"> {
  readonly version: AdminProgramVersion;
  readonly before: AdminProgramVersion | null;
}

function VersionLine({ version, before, viewer, known, manner, onLoad }: VersionLineProps) {
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
      {open === "changes" ? <Changes version={version} before={before} known={known} /> : null}
      {open === "shoppers" ? <AsShoppers version={version} known={known} manner={manner} /> : null}
    </BlockStack>
  );
}

function AsShoppers({ version, known, manner }: Pick<VersionLineProps, "version" | "known" | "manner">) {
  const { text, state, effectiveAt } = version;
  const published = publishedIn(useReading(text, known).told);
  return (
    <PanelPreview
      levels={published === null ? null : (published.tiers?.levels ?? [])}
      text={text}
      since={state === "live" || state === "past" ? effectiveAt : null}
      manner={manner}
    />
  );
}

/** What this version says otherwise than the one before it. */
function Changes({ version, before, known }: Pick<VersionLineProps, "version" | "before" | "known">) {
  const then = useReading(before?.text ?? null, known);
  const now = useReading(version.text, known);
  return (
    <Box background="bg-surface-secondary" padding="300" borderRadius="200">
      <BlockStack gap="200">
        <ReadDifference before={before === null ? null : then} after={now} />
      </BlockStack>
    </Box>
  );
}
