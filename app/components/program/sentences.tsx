import { BlockStack, List, Text } from "@shopify/polaris";
import { Sentence } from "./sentence.tsx";

/** The program's sentences, one below the other. */
export function SentenceList({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <List>
      {sentences.map((sentence) => (
        <List.Item key={sentence}>
          <Sentence text={sentence} />
        </List.Item>
      ))}
    </List>
  );
}

interface SentencesProps {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** The sentences of one part, under its name. */
export function Sentences({ title, sentences }: SentencesProps) {
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <SentenceList sentences={sentences} />
    </BlockStack>
  );
}
