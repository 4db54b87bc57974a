import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteError, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { useState } from "react";
import adminStyles from "#app/styles/admin.css?url";
import { AdminFrame } from "#app/components/admin-frame.tsx";
import { languageOf } from "#app/components/i18n/language.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { shopifyApiKey } from "#app/platforms/registry.server.ts";
import { currencyDigits } from "#app/domain/money.ts";
import { admitStaff } from "./admin-visitor.server.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: polarisStyles },
  { rel: "stylesheet", href: adminStyles },
];

/** Shopify says the person's language when it opens the frame, and not again. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await admitStaff(request);
  const program = shop.live?.program ?? null;
  const currency = program?.currency ?? shop.currency ?? "EUR";
  return {
    apiKey: shopifyApiKey(),
    locale: new URL(request.url).searchParams.get("locale") ?? request.headers.get("accept-language"),
    draftWaiting: shop.draftWaiting,
    shop: {
      currency,
      currencyDigits: currencyDigits(currency) ?? 2,
      timezone: program?.timezone ?? shop.timezone ?? "UTC",
      pointsName: program?.pointsName ?? null,
    },
  };
}

/** Going from page to page changes neither the shop nor the program; what a person did may. */
export function shouldRevalidate({ formMethod }: ShouldRevalidateFunctionArgs): boolean {
  return formMethod !== undefined && formMethod.toUpperCase() !== "GET";
}

export const headers: HeadersFunction = (headersArgs) => boundary.headers(headersArgs);

export default function App() {
  const { apiKey, locale, draftWaiting, shop } = useLoaderData<typeof loader>();
  const [language] = useState(() => languageOf(locale));
  return (
    <AdminFrame apiKey={apiKey} language={language} shop={shop} draftWaiting={draftWaiting}>
      <Outlet />
    </AdminFrame>
  );
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
