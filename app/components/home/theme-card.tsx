import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { homeTexts } from "../i18n/home-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { QuietBadge } from "../quiet-badge.tsx";
import { useThemeExtension } from "./use-theme-extension.ts";

/** Whether shoppers can see their points: the admin tells the page which parts of the app the theme shows. */
export function ThemeCard({ editorUrl }: { readonly editorUrl: string }) {
  const t = useTexts(homeTexts);
  const switchedOn = useThemeExtension();
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t.extension}
          </Text>
          {switchedOn === null ? null : (
            <QuietBadge tone={switchedOn ? "success" : "attention"}>
              {switchedOn ? t.extensionOn : t.extensionOff}
            </QuietBadge>
          )}
        </InlineStack>
        {switchedOn === null ? null : (
          <Text as="p">{switchedOn ? t.extensionWhenOn : t.extensionWhenOff}</Text>
        )}
        <InlineStack>
          <Button url={editorUrl} target="_top">
            {t.extensionOpen}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
