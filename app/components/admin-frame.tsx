import { useLocation } from "@remix-run/react";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { Box, InlineStack, Link, Text } from "@shopify/polaris";
import german from "@shopify/polaris/locales/de.json" with { type: "json" };
import type { ReactNode } from "react";
import type { Pause } from "#app/domain/books/pauses.ts";
import type { Instant } from "#app/domain/calendar.ts";
import type { ShopAbilities } from "#app/domain/program/shop-abilities.ts";
import { ShopFormatProvider, type ShopFormat } from "./formats.tsx";
import { BridgedHost } from "./host/bridged-host.tsx";
import { OwnHost, type OwnFrame } from "./host/own-host.tsx";
import { frameTexts } from "./i18n/frame-texts.ts";
import { LanguageProvider, useTexts, type Language } from "./i18n/language.tsx";
import { PauseNotice } from "./pause/pause-notice.tsx";
import { QuietBadge } from "./quiet-badge.tsx";

/** Polaris's own texts; `AppProvider` brings the English ones. */
const POLARIS_TEXTS = { en: {}, de: { i18n: german } };

/** What shows the pages: a frame with a library of the platform's, or one where the app sees to itself. */
export type ShownIn =
  { readonly kind: "app_bridge"; readonly apiKey: string } | ({ readonly kind: "own" } & OwnFrame);

interface AdminFrameProps {
  readonly shownIn: ShownIn;
  readonly abilities: ShopAbilities;
  readonly language: Language;
  readonly shop: ShopFormat;
  readonly draftWaiting: boolean;
  readonly pause: Pause | null;
  readonly now: Instant;
  readonly children: ReactNode;
}

/** Everything around a page: Polaris, the language, the shop's formats and the app's navigation. */
export function AdminFrame({ shownIn, abilities, language, shop, children, ...told }: AdminFrameProps) {
  const pages = (
    <ShopFormatProvider shop={shop}>
      <PauseNotice pause={told.pause} now={told.now} />
      <DraftNotice waiting={told.draftWaiting} />
      {children}
    </ShopFormatProvider>
  );
  const apiKey = shownIn.kind === "app_bridge" ? shownIn.apiKey : "";
  return (
    // App Bridge is the document's first script where there is one (root.tsx); `isEmbeddedApp` would load it twice.
    <AppProvider apiKey={apiKey} isEmbeddedApp={false} {...POLARIS_TEXTS[language]}>
      <LanguageProvider language={language}>
        {shownIn.kind === "app_bridge" ? (
          <BridgedHost abilities={abilities}>{pages}</BridgedHost>
        ) : (
          <OwnHost frame={shownIn} abilities={abilities}>
            {pages}
          </OwnHost>
        )}
      </LanguageProvider>
    </AppProvider>
  );
}

const DRAFT_PAGES = ["/app/program", "/app/first-run"];

/** On every page but those the draft is made on. */
function DraftNotice({ waiting }: { readonly waiting: boolean }) {
  const t = useTexts(frameTexts);
  const { pathname } = useLocation();
  if (!waiting || DRAFT_PAGES.some((page) => pathname.startsWith(page))) return null;
  return (
    <Box paddingInline="400" paddingBlockStart="400">
      <InlineStack gap="200" blockAlign="center" align="center">
        <QuietBadge tone="attention">{t.draft}</QuietBadge>
        <Text as="span" variant="bodySm">
          {t.draftWaiting}
        </Text>
        <Link url="/app/program">{t.draftOpen}</Link>
      </InlineStack>
    </Box>
  );
}
