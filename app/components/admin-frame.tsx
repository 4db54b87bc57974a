import { NavMenu } from "@shopify/app-bridge-react";
import { Link as RemixLink } from "@remix-run/react";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { Badge, Box, InlineStack, Link, Text } from "@shopify/polaris";
import german from "@shopify/polaris/locales/de.json" with { type: "json" };
import type { ReactNode } from "react";
import { ShopFormatProvider, type ShopFormat } from "./formats.tsx";
import { frameTexts } from "./i18n/frame-texts.ts";
import { LanguageProvider, useTexts, type Language } from "./i18n/language.tsx";

/** Polaris's own texts; `AppProvider` brings the English ones. */
const POLARIS_TEXTS = { en: {}, de: { i18n: german } };

interface AdminFrameProps {
  readonly apiKey: string;
  readonly language: Language;
  readonly shop: ShopFormat;
  readonly draftWaiting: boolean;
  readonly children: ReactNode;
}

/** Everything around a page: Polaris, the language, the shop's formats and the app's navigation. */
export function AdminFrame({ apiKey, language, shop, draftWaiting, children }: AdminFrameProps) {
  return (
    // App Bridge is the document's first script already (root.tsx); `isEmbeddedApp` would load it twice.
    <AppProvider apiKey={apiKey} isEmbeddedApp={false} {...POLARIS_TEXTS[language]}>
      <LanguageProvider language={language}>
        <ShopFormatProvider shop={shop}>
          <Navigation />
          {draftWaiting ? <DraftNotice /> : null}
          {children}
        </ShopFormatProvider>
      </LanguageProvider>
    </AppProvider>
  );
}

function Navigation() {
  const t = useTexts(frameTexts);
  return (
    <NavMenu>
      <RemixLink to="/app" rel="home">
        {t.home}
      </RemixLink>
      <RemixLink to="/app/program">{t.program}</RemixLink>
      <RemixLink to="/app/members">{t.members}</RemixLink>
      <RemixLink to="/app/rewards">{t.rewards}</RemixLink>
      <RemixLink to="/app/settings">{t.settings}</RemixLink>
    </NavMenu>
  );
}

function DraftNotice() {
  const t = useTexts(frameTexts);
  return (
    <Box paddingInline="400" paddingBlockStart="400">
      <InlineStack gap="200" blockAlign="center" align="center">
        <Badge tone="attention">{t.draft}</Badge>
        <Text as="span" variant="bodySm">
          {t.draftWaiting}
        </Text>
        <Link url="/app/program">{t.draftOpen}</Link>
      </InlineStack>
    </Box>
  );
}
