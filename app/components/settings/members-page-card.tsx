import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTexts } from "../i18n/language.tsx";
import { membersPageTexts } from "../i18n/settings/members-page-texts.ts";

interface MembersPageCardProps {
  /** Where the page is. */
  readonly address: string;
  readonly live: boolean;
  /** Where no heading stands beside the card, it has its own. */
  readonly titled?: boolean;
}

const FIELD = "members-page-address";

/** Where the page for members is, for the merchant to link. */
export function MembersPageCard({ address, live, titled = false }: MembersPageCardProps) {
  const t = useTexts(membersPageTexts);
  const [told, setTold] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setTold(t.copied);
    } catch {
      // A frame of another site may not copy by itself.
      const field = document.getElementById(FIELD);
      if (field instanceof HTMLInputElement) field.select();
      setTold(t.selected);
    }
  };
  return (
    <Card>
      <BlockStack gap="300">
        {titled ? (
          <Text as="h2" variant="headingMd">
            {t.title}
          </Text>
        ) : null}
        <Text as="p">{t.body}</Text>
        {live ? null : <Text as="p">{t.notLive}</Text>}
        <TextField
          id={FIELD}
          label={t.address}
          value={address}
          readOnly
          autoComplete="off"
          selectTextOnFocus
        />
        <InlineStack gap="300" blockAlign="center">
          <Button onClick={() => void copy()}>{t.copy}</Button>
          <Button url={address} target="_blank" variant="plain">
            {t.open}
          </Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          <span role="status">{told}</span>
        </Text>
      </BlockStack>
    </Card>
  );
}
