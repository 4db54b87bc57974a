import type { ActionFunctionArgs } from "@remix-run/node";
import type { FetchedFile } from "#app/components/use-file.ts";
import { customersFile } from "#app/queries/customers/customers-file.ts";
import { readCustomerFilter } from "#app/queries/customers/customer-list.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { digitsOf } from "./admin/digits-of.ts";

/** All of a group as a file, from the first on. */
export async function action({ request }: ActionFunctionArgs): Promise<FetchedFile> {
  const { database, shop } = await admitStaff(request);
  const filter = readCustomerFilter(new URL(request.url).searchParams);
  const text = await customersFile(database, shop.shopId, filter, digitsOf(shop));
  return { name: `customers-${filter.segment ?? "list"}.csv`, text };
}
