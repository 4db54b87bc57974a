import { BlockStack, Button, ButtonGroup, Text } from "@shopify/polaris";
import { useState } from "react";
import { letterTexts } from "../../i18n/journeys/letter-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { Section } from "../../program/pages/section.tsx";
import { MemberSearch } from "../../rewards/member-search.tsx";

interface LetterPreviewProps {
  readonly letter: { readonly subject: string; readonly html: string } | null;
  readonly isForNobody: boolean;
  /** Empty: whoever joined last. */
  readonly memberId: string;
  readonly onChoose: (memberId: string) => void;
}

const WIDTHS = { phone: 375, desktop: 640 } as const;
const HEIGHT = 560;
const DARK = /@media \(prefers-color-scheme: dark\)/gu;

/** The letter as a member would get it: on a phone or a wide screen, light or dark. */
export function LetterPreviewCard({ letter, isForNobody, memberId, onChoose }: LetterPreviewProps) {
  const t = useTexts(letterTexts);
  const [width, setWidth] = useState<keyof typeof WIDTHS>("phone");
  const [isDark, setDark] = useState(false);
  return (
    <Section title={t.preview} help={t.previewHelp}>
      <BlockStack gap="300">
        <ButtonGroup>
          <Button pressed={width === "phone"} onClick={() => setWidth("phone")}>
            {t.phone}
          </Button>
          <Button pressed={width === "desktop"} onClick={() => setWidth("desktop")}>
            {t.desktop}
          </Button>
          <Button pressed={isDark} onClick={() => setDark(!isDark)}>
            {t.dark}
          </Button>
        </ButtonGroup>
        {letter === null ? (
          <Text as="p">{isForNobody ? t.nobody : t.notReadable}</Text>
        ) : (
          <>
            <Text as="p" fontWeight="semibold">
              {letter.subject}
            </Text>
            <div style={{ overflowX: "auto" }} tabIndex={0} role="region" aria-label={t.preview}>
              <iframe
                title={t.preview}
                sandbox=""
                srcDoc={letter.html.replaceAll(DARK, isDark ? "@media all" : "@media not all")}
                style={{ width: WIDTHS[width], height: HEIGHT, border: "1px solid #d5d9dd", borderRadius: 8 }}
              />
            </div>
          </>
        )}
        <Text as="h3" variant="headingSm">
          {t.forWhom}
        </Text>
        <MemberSearch chosen={memberId} onChoose={onChoose} missing={false} />
      </BlockStack>
    </Section>
  );
}
