import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { CustomerListPage } from "#app/components/customers/customer-list-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { customerList, readCustomerFilter } from "#app/queries/customers/customer-list.ts";
import { shopSegments } from "#app/queries/customers/shop-segments.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { digitsOf } from "./admin/digits-of.ts";

const PAGE_SIZE = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const filter = readCustomerFilter(new URL(request.url).searchParams);
  const segments = await shopSegments(database, shop.shopId, digitsOf(shop));
  const segment = segments.find(({ id }) => id === filter.segment) ?? null;
  if (filter.segment !== null && segment === null) throw new Response(null, { status: 404 });
  const { recency, worth } = filter;
  return {
    ...(await customerList(database, shop.shopId, filter, PAGE_SIZE)),
    segment,
    cell: recency === null || worth === null ? null : { recency, worth },
  };
}

export default function CustomerList() {
  return <CustomerListPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
