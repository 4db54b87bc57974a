import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { shopifyApiKey } from "#app/platforms/registry.server.ts";

const APP_BRIDGE = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

/** App Bridge belongs to the pages that are framed by Shopify's admin, and to no other. */
export function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const framed = url.pathname === "/app" || url.pathname.startsWith("/app/");
  return { apiKey: framed ? shopifyApiKey() : null, locale: url.searchParams.get("locale") ?? "en" };
}

export const meta: MetaFunction = () => [{ title: "Regulars" }];

/** The framing and the language of a document do not change while it is open. */
export const shouldRevalidate = () => false;

export function Layout({ children }: { readonly children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>("root");
  return (
    <html lang={frame?.locale ?? "en"}>
      <head>
        {/* Shopify asks that App Bridge is the first script of the page. */}
        {frame?.apiKey ? (
          <>
            <meta name="shopify-api-key" content={frame.apiKey} />
            <script src={APP_BRIDGE} />
          </>
        ) : null}
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** For addresses that are no page of the app, and for what its pages did not catch themselves. */
export function ErrorBoundary() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main
      style={{
        fontFamily: "system-ui, sans-serif",
        margin: "15vh auto",
        maxWidth: "34rem",
        padding: "0 1rem",
      }}
    >
      <h1>Regulars</h1>
      <p>
        {missing ? "There is nothing at this address." : "Something went wrong. Nothing was changed by it."}
      </p>
      <p lang="de">
        {missing
          ? "Unter dieser Adresse gibt es nichts."
          : "Etwas ist schiefgegangen. Dabei wurde nichts verändert."}
      </p>
    </main>
  );
}
