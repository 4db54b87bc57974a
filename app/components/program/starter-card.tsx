import { BlockStack, Button, Card, InlineStack, Select } from "@shopify/polaris";
import { useState } from "react";
import { STARTERS, starterFor } from "#app/domain/program/starters.ts";
import { useShopFormat } from "../formats.tsx";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";

const NONE = "";

export function StarterCard({ onLoad }: { readonly onLoad: (text: string) => void }) {
  const t = useTexts(programTexts);
  const { currency, timezone } = useShopFormat();
  const language = useLanguage();
  const [chosen, setChosen] = useState<string>(NONE);
  const load = () => {
    const starter = STARTERS.find(({ id }) => id === chosen);
    if (starter === undefined) return;
    onLoad(JSON.stringify(starterFor(starter.id, { currency, timezone, language }), null, 2));
  };
  return (
    <Card>
      <BlockStack gap="200">
        <Select
          label={t.starters}
          helpText={t.starterHint}
          options={[
            { label: t.starterChoice, value: NONE },
            ...STARTERS.map(({ id, name }) => ({ label: name, value: id })),
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
