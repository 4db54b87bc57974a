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
import { adminDoorOf } from "#app/platforms/registry.server.ts";

const APP_BRIDGE = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

const END_OF_PAGE = "end-of-page";

/**
 * An admin's page comes in one piece, and is painted in one: with its first half alone, what stands beside its other
 * half would be as wide as the page, and move a moment later. Browsers that do not know this paint as they like.
 */
const WHOLE_PAGE = { rel: "expect", href: `#${END_OF_PAGE}`, blocking: "render" };

/** What frames a page belongs to the pages of the admin, and to no other. */
export function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const framed = url.pathname === "/app" || url.pathname.startsWith("/app/");
  const frame = framed ? adminDoorOf(request).frame(request) : ({ kind: "none" } as const);
  return { frame, locale: url.searchParams.get("locale") ?? "en" };
}

export const meta: MetaFunction = () => [{ title: "Regulars" }];

/** The framing and the language of a document do not change while it is open. */
export const shouldRevalidate = () => false;

export function Layout({ children }: { readonly children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const frame = root?.frame;
  return (
    <html lang={root?.locale ?? "en"}>
      <head>
        {/* App Bridge asks to be the first script of the page. */}
        {frame?.kind === "app_bridge" ? (
          <>
            <meta name="shopify-api-key" content={frame.apiKey} />
            <script src={APP_BRIDGE} />
          </>
        ) : null}
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <Meta />
        <Links />
        {frame === undefined || frame.kind === "none" ? null : <link {...WHOLE_PAGE} />}
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
        <span id={END_OF_PAGE} hidden />
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
