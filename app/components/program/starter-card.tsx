import { BlockStack, Button, Card, InlineStack, Select } from "@shopify/polaris";
import { useState } from "react";
import { useShopFormat } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { STARTERS, starterText } from "./starters.ts";

const NONE = "";

export function StarterCard({ onLoad }: { readonly onLoad: (text: string) => void }) {
  const t = useTexts(programTexts);
  const { currency, timezone } = useShopFormat();
  const [chosen, setChosen] = useState(NONE);
  const load = () => {
    const text = starterText(chosen, currency, timezone);
    if (text !== null) onLoad(text);
  };
  return (
    <Card>
      <BlockStack gap="200">
        <Select
          label={t.starters}
          helpText={t.starterHint}
          options={[
            { label: t.starterChoice, value: NONE },
            ...STARTERS.map(({ name }) => ({ label: name, value: name })),
          ]}
          value={chosen}
          onChange={setChosen}
        />
        <InlineStack align="end">
          <Button disabled={chosen === NONE} onClick={load}>
            {t.starterLoad}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
