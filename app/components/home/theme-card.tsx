import { useAppBridge } from "@shopify/app-bridge-react";
import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { homeTexts } from "../i18n/home-texts.ts";
import { useTexts } from "../i18n/language.tsx";

/** Whether shoppers can see their points: Shopify tells the page which parts of the app the theme shows. */
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
            <Badge tone={switchedOn ? "success" : "attention"}>
              {switchedOn ? t.extensionOn : t.extensionOff}
            </Badge>
          )}
        </InlineStack>
        <Text as="p">{t.extensionBody}</Text>
        <InlineStack>
          <Button url={editorUrl} target="_top">
            {t.extensionOpen}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** Null until Shopify has answered, and where this admin cannot say. */
function useThemeExtension(): boolean | null {
  const shopify = useAppBridge();
  const [switchedOn, setSwitchedOn] = useState<boolean | null>(null);
  useEffect(() => {
    let shown = true;
    const ask = async () => {
      const extensions = await shopify.app.extensions();
      const placed = extensions.some((extension) => extension.activations.some(isPlaced));
      if (shown) setSwitchedOn(placed);
    };
    ask().catch(() => {
      if (shown) setSwitchedOn(null);
    });
    return () => {
      shown = false;
    };
  }, [shopify]);
  return switchedOn;
}

/** Parts of a theme extension say where they are placed; extensions of other kinds do not. */
function isPlaced(activation: object): boolean {
  return (
    "activations" in activation && Array.isArray(activation.activations) && activation.activations.length > 0
  );
}
