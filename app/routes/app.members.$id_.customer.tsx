import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { CustomerPage } from "#app/components/members/as-customer/customer-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { asCustomer } from "#app/queries/customers/as-customer.ts";
import { memberNamed } from "#app/queries/members/timeline/member-named.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { unitsOf } from "./admin/shop-units.server.ts";

/** One person as a customer, with how each figure came about: asked for by itself, so the member's page waits for none of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const { id = "" } = params;
  const member = /^\d{1,18}$/.test(id) ? await memberNamed(database, shop.shopId, id) : null;
  if (member === null) throw new Response(null, { status: 404 });
  const of = { shopId: shop.shopId, zone: unitsOf(shop).timezone };
  return { member, customer: await asCustomer(database, of, id, Date.now()) };
}

export default function AsCustomer() {
  return <CustomerPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
