import type { AdminProgramVersion } from "#app/queries/program/admin-program.ts";
import { BlockStack, Box, InlineGrid, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useFormats } from "../../formats.tsx";
import { useTexts } from "../../i18n/language.tsx";
import { programTexts } from "../../i18n/program-texts.ts";
import { publishingTexts } from "../../i18n/publishing/publishing-texts.ts";
import { ReadDifference } from "../difference.tsx";
import { useReading, type KnownReading } from "../use-reading.ts";

const DRAFT = "draft";

interface CompareProps {
  /** Newest first. */
  readonly versions: readonly AdminProgramVersion[];
  /** The draft as it is typed, where it differs from what is live. */
  readonly draftText: string | null;
  readonly known: readonly KnownReading[];
}

/** Any two versions, or one and the draft: what the second says otherwise. */
export function CompareVersions({ versions, draftText, known }: CompareProps) {
  const t = useTexts(publishingTexts);
  const names = useTexts(programTexts);
  const { count, day } = useFormats();
  const options = [
    ...(draftText === null ? [] : [{ label: t.draft, value: DRAFT }]),
    ...versions.map(({ version, effectiveAt }) => ({
      label: names.version(count(version), day(effectiveAt)),
      value: String(version),
    })),
  ];
  const [chosen, setChosen] = useState<{ readonly older?: string; readonly newer?: string }>({});
  // What was chosen may be gone: a draft becomes a version when it is published.
  const among = (value: string | undefined, place: number) =>
    options.find((option) => option.value === value)?.value ?? options[place]?.value ?? DRAFT;
  const [older, newer] = [among(chosen.older, 1), among(chosen.newer, 0)];
  const textOf = (value: string) =>
    value === DRAFT ? draftText : (versions.find(({ version }) => String(version) === value)?.text ?? null);
  const [before, after] = [useReading(textOf(older), known), useReading(textOf(newer), known)];
  if (options.length < 2) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t.compare}
      </Text>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="200">
        <Select
          label={t.older}
          options={options}
          value={older}
          onChange={(value) => setChosen({ ...chosen, older: value })}
        />
        <Select
          label={t.newer}
          options={options}
          value={newer}
          onChange={(value) => setChosen({ ...chosen, newer: value })}
        />
      </InlineGrid>
      <Box background="bg-surface-secondary" padding="300" borderRadius="200">
        <BlockStack gap="200">
          {older === newer ? <Text as="p">{t.same}</Text> : <ReadDifference before={before} after={after} />}
        </BlockStack>
      </Box>
    </BlockStack>
  );
}
