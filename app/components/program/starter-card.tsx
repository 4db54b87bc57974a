import { BlockStack, Button, Card, InlineStack, Select } from "@shopify/polaris";
import { useState } from "react";
import { isRecord } from "#app/domain/program/document/document-path.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";

const NONE = "";

export interface StarterName {
  readonly id: string;
  readonly name: string;
}

interface StarterCardProps {
  readonly starters: readonly StarterName[];
  readonly onLoad: (text: string) => void;
}

export function StarterCard({ starters, onLoad }: StarterCardProps) {
  const t = useTexts(programTexts);
  const language = useLanguage();
  const [chosen, setChosen] = useState<string>(NONE);
  const [loading, setLoading] = useState<"no" | "now" | "failed">("no");
  const load = () => {
    setLoading("now");
    fetchStarter(chosen, language).then(
      (text) => {
        setLoading("no");
        onLoad(text);
      },
      () => setLoading("failed"),
    );
  };
  return (
    <Card>
      <BlockStack gap="200">
        <Select
          label={t.starters}
          helpText={t.starterHint}
          options={[
            { label: t.starterChoice, value: NONE },
            ...starters.map(({ id, name }) => ({ label: name, value: id })),
          ]}
          value={chosen}
          onChange={setChosen}
          {...(loading === "failed" ? { error: t.starterFailed } : {})}
        />
        <InlineStack align="end">
          <Button disabled={chosen === NONE} loading={loading === "now"} onClick={load}>
            {t.starterLoad}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

async function fetchStarter(id: string, language: string): Promise<string> {
  const query = new URLSearchParams({ id, language });
  const response = await fetch(`/app/program/starter?${query.toString()}`);
  const answer: unknown = response.ok ? await response.json() : null;
  if (!isRecord(answer) || typeof answer["text"] !== "string") throw new Error("There is no such program.");
  return answer["text"];
}
