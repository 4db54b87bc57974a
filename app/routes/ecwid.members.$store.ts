import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { database } from "#app/db/client.ts";
import { FIRST_CHOICES } from "#app/domain/shops/merchant-choices.ts";
import { type GuardedPage, membersPage, noMembersPage } from "#app/messages/pages/members-page.ts";
import { ecwidHere } from "#app/platforms/registry.server.ts";
import { firstOffered, membersShop } from "#app/queries/storefront/members-shop.ts";

const storeNumber = z.string().regex(/^\d{1,15}$/u);

/**
 * The page of a store's members, reached by a plain link. It tells nothing of anybody: whoever a visitor is, the
 * panel within finds out by the mailbox, and no address leads to a person.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const served = ecwidHere();
  if (served === null) throw new Response(null, { status: 404 });
  const asked = languagesAsked(request);
  const nothing = () => answer(noMembersPage(firstOffered(FIRST_CHOICES.languages, asked)), 404);
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
  return answer(membersPage({ ...shop, shopKey, shopAddress, cartAddress }), 200);
}

/** Every page of an Ecwid shop opens the cart by this mark of place. */
function cartOf(address: string): string {
  const cart = new URL(address);
  cart.hash = "#!/~/cart";
  return cart.href;
}

/** What was chosen on the page goes before what the browser is set to. */
function languagesAsked({ url, headers }: Request): string[] {
  const chosen = new URL(url).searchParams.get("lang");
  const preferred = headers.get("accept-language")?.slice(0, 500).split(",") ?? [];
  return [...(chosen === null ? [] : [chosen]), ...preferred.map((one) => one.replace(/;.*$/u, ""))];
}

function answer({ html, policy }: GuardedPage, status: number): Response {
  return new Response(html, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Opener-Policy": "same-origin",
    },
  });
}
