import type { ActionFunctionArgs } from "@remix-run/node";
import type { FetchedFile } from "#app/components/use-file.ts";
import { currencyDigits } from "#app/domain/money.ts";
import { readCodeFilter } from "#app/queries/codes/code-list.ts";
import { codesFile } from "#app/queries/codes/codes-file.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

/** All codes of a list as a file, from the first on. */
export async function action({ request }: ActionFunctionArgs): Promise<FetchedFile> {
  const { database, shop } = await admitStaff(request);
  const program = shop.live?.program ?? null;
  const timezone = program?.timezone ?? shop.timezone ?? "UTC";
  const filter = readCodeFilter(new URL(request.url).searchParams, timezone);
  const digits = currencyDigits(program?.currency ?? shop.currency ?? "EUR") ?? 2;
  return {
    name: "codes.csv",
    text: await codesFile(database, shop.shopId, filter, { digits, timezone }),
  };
}
