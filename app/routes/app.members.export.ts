import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type ActionFunctionArgs } from "@remix-run/node";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import { languageOf } from "#app/components/i18n/language.tsx";
import { membersFile } from "#app/queries/members/members-file.ts";
import { readChosen, readMemberFilter, readMemberOrder } from "#app/queries/members/read-members-asked.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { unitsOf } from "./admin/shop-units.server.ts";

/** All of the list as it is filtered, or those who were chosen in it, from the first on, sent as it is read: a long one is never held whole. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { database, shop } = await admitStaff(request);
  const asked = new URL(request.url).searchParams;
  const units = unitsOf(shop);
  const language = languageOf(shop.locale);
  const levels = shop.live?.program.tiers?.levels ?? [];
  const names = new Map(levels.map(({ id, name }) => [id, inLanguage(name, language)]));
  const ids = asked.get("ids");
  const chosen = ids === null ? null : readChosen(ids, units);
  const lines = membersFile(
    database,
    shop.shopId,
    { filter: chosen ?? readMemberFilter(asked, units), order: readMemberOrder(asked) },
    { ...units, tierName: (levelId) => names.get(levelId) ?? levelId },
  );
  return new Response(createReadableStreamFromReadable(Readable.from(lines)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="members.csv"',
    },
  });
}
