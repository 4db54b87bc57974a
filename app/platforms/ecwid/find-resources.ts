import { z } from "zod";
import type { PickableResource, PlatformAnswer } from "../platform.ts";
import { id } from "./fields.ts";
import { type RestClient, withoutMissing } from "./rest-client.ts";

/** As many as a person looks through; who seeks another types more of its name. */
const SHOWN = 50;
const FIELDS = "total,count,items(id,name)";

const found = z.object({ items: z.array(z.object({ id, name: z.string().default("") })) });

/** Products or categories by a few letters of their name. */
export async function findResources(
  client: RestClient,
  shopKey: string,
  kind: "product" | "collection",
  search: string,
): Promise<PlatformAnswer<readonly PickableResource[]>> {
  const wanted = search.trim();
  const asked = withoutMissing(
    await client.ask(shopKey, {
      path: kind === "product" ? "products" : "categories",
      query: {
        limit: String(SHOWN),
        responseFields: FIELDS,
        ...(wanted === "" ? {} : { keyword: wanted }),
      },
      answer: found,
    }),
  );
  if (asked.kind !== "data") return asked;
  return { kind: "data", data: asked.data.items.map((one) => ({ id: one.id, title: one.name })) };
}
