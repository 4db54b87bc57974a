import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";

export interface ShownVersion {
  readonly version: number;
  /** The document as it was published. */
  readonly text: string;
  readonly effectiveAt: Instant;
  readonly state: "live" | "waiting" | "past";
}

interface VersionsCardProps {
  readonly versions: readonly ShownVersion[];
  readonly onLoad: (text: string) => void;
}

/** Every version there was: to look at, to take away as a file, to begin a new draft from. */
export function VersionsCard({ versions, onLoad }: VersionsCardProps) {
  const t = useTexts(programTexts);
  const { count, day } = useFormats();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.versions}
        </Text>
        {versions.map(({ version, text, effectiveAt, state }) => {
          const name = t.version(count(version), day(effectiveAt));
          return (
            <InlineStack key={version} align="space-between" blockAlign="center" gap="200">
              <InlineStack gap="200" blockAlign="center">
                <Text as="span">{name}</Text>
                {state === "live" ? <Badge tone="success">{t.versionLive}</Badge> : null}
                {state === "waiting" ? <Badge tone="attention">{t.versionWaiting}</Badge> : null}
              </InlineStack>
              <InlineStack gap="200">
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
                  download={`program-${String(version)}.json`}
                  accessibilityLabel={`${t.export}: ${name}`}
                >
                  {t.export}
                </Button>
              </InlineStack>
            </InlineStack>
          );
        })}
      </BlockStack>
    </Card>
  );
}
