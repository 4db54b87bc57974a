import { Banner, BlockStack, List, Text } from "@shopify/polaris";
import { useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import type { ReadDocument } from "./read-document.ts";

/** All that is wrong with the document, each with its place, what stands there and what may. */
export function DocumentProblems({ read }: { readonly read: ReadDocument }) {
  const t = useTexts(programTexts);
  if (read.kind === "program") return null;
  if (read.kind === "not_json") {
    return (
      <Banner tone="critical" title={t.notJson}>
        <Text as="p">{read.message}</Text>
      </Banner>
    );
  }
  return (
    <Banner tone="critical" title={t.errors(read.errors.length)}>
      <List>
        {read.errors.map(({ path, found, allowed }) => (
          <List.Item key={`${path} ${found}`}>
            <BlockStack>
              <Text as="span" fontWeight="semibold">
                {path === "" ? t.wholeDocument : path}
              </Text>
              <Text as="span" breakWord>
                {t.found}: {found}. {t.allowed}: {allowed}.
              </Text>
            </BlockStack>
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}
