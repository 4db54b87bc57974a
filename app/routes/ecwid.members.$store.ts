import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { database } from "#app/db/client.ts";
import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import { membersPage, noMembersPage } from "#app/messages/pages/members-page.ts";
import { ecwidHere } from "#app/platforms/registry.server.ts";
import { firstOffered, membersShop } from "#app/queries/storefront/members-shop.ts";
import { guardedAnswer } from "./shopper/guarded-answer.server.ts";
import { languagesAsked } from "./shopper/languages-asked.ts";

const storeNumber = z.string().regex(/^\d{1,15}$/u);

/**
 * The page of a store's members, reached by a plain link. It tells nothing of anybody: whoever a visitor is, the
 * panel within finds out by the mailbox, and no address leads to a person.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const served = ecwidHere();
  if (served === null) throw new Response(null, { status: 404 });
  const asked = languagesAsked(request);
  const nothing = () => guardedAnswer(noMembersPage(firstOffered(FIRST_CHOICES.languages, asked)), 404);
  const store = storeNumber.safeParse(params["store"]);
  if (!store.success) return nothing();
  const shopKey = store.data;
  const shop = await membersShop(
    await database(),
    { platform: served.platform.name, shopKey },
    asked,
    Date.now(),
  );
  if (shop === null) return nothing();
  const shopAddress = await served.platform.shopAddress(shopKey);
  const cartAddress = shopAddress === null ? null : cartOf(shopAddress);
  return guardedAnswer(membersPage({ ...shop, shopKey, shopAddress, cartAddress }), 200);
}

/** Every page of an Ecwid shop opens the cart by this mark of place. */
function cartOf(address: string): string {
  const cart = new URL(address);
  cart.hash = "#!/~/cart";
  return cart.href;
}
