import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { LettersPage } from "#app/components/journeys/letters/letters-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { shopLetters } from "#app/queries/journeys/shop-letters.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  return { letters: await shopLetters(database, shop.shopId) };
}

export default function Letters() {
  return <LettersPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
