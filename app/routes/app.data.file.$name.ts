import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { faultyLines } from "#app/queries/member-files/faulty-lines.ts";
import { ledgerFile } from "#app/queries/ledger/ledger-file.ts";
import { membersFile } from "#app/queries/member-files/members-file.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { streamedFile } from "./admin/streamed-file.server.ts";

const wanted = z.object({
  name: z.enum(["members", "faulty-lines", "ledger-csv", "ledger-ndjson"]),
  language: z.enum(["en", "de"]),
});

/** The files of the page "Import and export", each streamed. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const { database, shop } = await admitStaff(request);
  const language = new URL(request.url).searchParams.get("language");
  const parsed = wanted.safeParse({ name: params["name"], language });
  if (!parsed.success) throw new Response(null, { status: 400 });
  const zone = shop.live?.program.timezone ?? shop.timezone ?? "UTC";
  const { shopId } = shop;
  switch (parsed.data.name) {
    case "members":
      return streamedFile(membersFile(database, shopId, zone), "members.csv");
    case "faulty-lines":
      return streamedFile(faultyLines(database, shopId, parsed.data.language), "lines-to-fix.csv");
    case "ledger-csv":
      return streamedFile(ledgerFile(database, shopId, "csv"), "ledger.csv");
    case "ledger-ndjson":
      return streamedFile(ledgerFile(database, shopId, "ndjson"), "ledger.ndjson", "application/x-ndjson");
  }
}
