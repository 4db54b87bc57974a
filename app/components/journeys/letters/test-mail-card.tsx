import { BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { letterTexts } from "../../i18n/journeys/letter-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { Section } from "../../program/pages/section.tsx";
import { useDeed } from "../../use-deed.ts";

interface TestMailProps {
  readonly canSend: boolean;
  /** What is sent beside the address. */
  readonly fields: Readonly<Record<string, string>>;
  /** Something is wrong with it. */
  readonly isFaulty: boolean;
}

const nothing = (): void => undefined;

/** Sends the letter to whoever writes it. It counts nowhere. */
export function TestMailCard({ canSend, fields, isFaulty }: TestMailProps) {
  const t = useTexts(letterTexts);
  const [to, setTo] = useState("");
  const deed = useDeed(t.testSent, nothing);
  const problem = deed.problemOf("to");
  const error = problem === null ? deed.refusal : (t.testProblems[problem] ?? null);
  return (
    <Section title={t.test} help={t.testHelp}>
      {canSend ? (
        <BlockStack gap="300">
          <TextField
            label={t.testTo}
            type="email"
            autoComplete="email"
            value={to}
            onChange={setTo}
            {...(error === null ? {} : { error })}
          />
          <InlineStack>
            <Button
              disabled={isFaulty || to.trim() === ""}
              loading={deed.busy}
              onClick={() => deed.send({ ...fields, intent: "test", to: to.trim() })}
            >
              {t.testSend}
            </Button>
          </InlineStack>
        </BlockStack>
      ) : (
        <Text as="p">{t.noServer}</Text>
      )}
    </Section>
  );
}
