import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import { ecwidHere } from "#app/platforms/registry.server.ts";
import { connectStore } from "./admin/ecwid-arrival.server.ts";

const wish = z.object({ payload: z.string().min(1) });

/**
 * The payload of a store's admin becomes the address of the first page, or a fresh session the one of a page
 * that is open already. Whatever is wrong, the answer is the same.
 */
export async function action({ request }: ActionFunctionArgs) {
  const served = ecwidHere();
  if (served === null) throw new Response(null, { status: 404 });
  if (request.headers.has("authorization")) {
    const session = served.admin.renew(request);
    return session === null ? answer({}, 401) : answer({ session });
  }
  const parsed = wish.safeParse(parseCleanJson(await request.text()));
  const store = parsed.success ? await served.installation.takePayload(parsed.data.payload) : null;
  const connected = store === null ? null : await connectStore(store, store.mark);
  if (store === null || connected === null) return answer({}, 403);
  return answer({ address: served.admin.firstPage(store.shopKey, store.language) });
}

function answer(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}
