import { isRouteErrorResponse } from "@remix-run/react";
import { BlockStack, Card, Link, Page, Text } from "@shopify/polaris";
import { frameTexts } from "./i18n/frame-texts.ts";
import { useTexts } from "./i18n/language.tsx";

/**
 * What a page shows instead of itself. A platform's session handling may answer by throwing small HTML pages
 * that renew the session: they are shown as they are.
 */
export function PageError({ error }: { readonly error: unknown }) {
  const t = useTexts(frameTexts);
  if (isRouteErrorResponse(error) && error.status !== 404) {
    const html: unknown = error.data;
    if (error.status === 401 && (html === null || html === "")) return <SessionOver />;
    return <div dangerouslySetInnerHTML={{ __html: typeof html === "string" ? html : "" }} />;
  }
  const notFound = isRouteErrorResponse(error);
  return (
    <Page title={notFound ? t.notFoundTitle : t.errorTitle}>
      <Card>
        <BlockStack gap="300">
          <Text as="p">{notFound ? t.notFoundBody : t.errorBody}</Text>
          <Link url="/app">{t.back}</Link>
        </BlockStack>
      </Card>
    </Page>
  );
}

function SessionOver() {
  const t = useTexts(frameTexts);
  return (
    <Page title={t.sessionOverTitle}>
      <Card>
        <Text as="p">{t.sessionOverBody}</Text>
      </Card>
    </Page>
  );
}
