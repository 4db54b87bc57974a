import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useRouteError, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { useState } from "react";
import adminStyles from "#app/styles/admin.css?url";
import { AdminFrame } from "#app/components/admin-frame.tsx";
import { languageOf } from "#app/components/i18n/language.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { adminDoorOf } from "#app/platforms/registry.server.ts";
import { currencyDigits } from "#app/domain/money.ts";
import { presentPause } from "#app/queries/program/present-pause.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: polarisStyles },
  { rel: "stylesheet", href: adminStyles },
];

/** The admin says the person's language when it opens the frame, and not again. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop, abilities } = await admitStaff(request);
  const shownIn = adminDoorOf(request).frame(request);
  if (shownIn.kind === "none") throw new Response(null, { status: 401 });
  const program = shop.live?.program ?? null;
  const currency = program?.currency ?? shop.currency ?? "EUR";
  const now = Date.now();
  return {
    shownIn,
    now,
    pause: await presentPause(database, shop.shopId, now),
    abilities,
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

export { frameHeaders as headers } from "./admin/frame-headers.server.ts";

export default function App() {
  const { shownIn, abilities, locale, draftWaiting, pause, now, shop } = useLoaderData<typeof loader>();
  const [language] = useState(() => languageOf(locale));
  return (
    <AdminFrame
      shownIn={shownIn}
      abilities={abilities}
      language={language}
      shop={shop}
      draftWaiting={draftWaiting}
      pause={pause}
      now={now}
    >
      <Outlet />
    </AdminFrame>
  );
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
