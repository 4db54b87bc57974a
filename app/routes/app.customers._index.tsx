import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { CustomersPage } from "#app/components/customers/customers-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { rfmGrid, segmentLines } from "#app/queries/customers/admin-customers.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { digitsOf } from "./admin/digits-of.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  return {
    cells: await rfmGrid(database, shop.shopId),
    segments: await segmentLines(database, shop.shopId, { digits: digitsOf(shop), now: Date.now() }),
  };
}

export default function Customers() {
  return <CustomersPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
