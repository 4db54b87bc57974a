import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveFile } from "#app/commands/member-files/receive-file.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

/** Takes a file of members as it comes; the page that sent it shows what becomes of it. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { database, shop, actor } = await admitStaff(request);
  const name = new URL(request.url).searchParams.get("name");
  if (name === null || request.body === null) throw new Response(null, { status: 400 });
  const content = piecesOf(request.body);
  const answer = await receiveFile(database, { shopId: shop.shopId, name, actor, now: Date.now(), content });
  return Response.json(answer);
}

async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
