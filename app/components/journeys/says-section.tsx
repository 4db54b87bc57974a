import { BlockStack, Text } from "@shopify/polaris";
import { Section } from "../program/pages/section.tsx";
import { Sentence } from "../program/sentence.tsx";

/** A journey as it reads. */
export function SaysSection({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <Section title={title}>
      <BlockStack gap="100">
        {lines.map((line) => (
          <Text as="p" key={line}>
            <Sentence text={line} />
          </Text>
        ))}
      </BlockStack>
    </Section>
  );
}
