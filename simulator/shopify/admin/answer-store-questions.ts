import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { changeScopes } from "../actions/installation.ts";
import type { Fake } from "../fake.ts";
import { toText } from "../../shop/money.ts";
import { json, parseJson, type Answer, type Ask } from "../../shop/web/http.ts";
import type { Shop } from "../../shop/records.ts";
import { gid } from "../world.ts";

const scopesWish = z.object({
  request: z.array(z.string()).default([]),
  revoke: z.array(z.string()).default([]),
});

const blockSchema = z.object({ name: z.string(), target: z.string() });

/** `shopify.scopes`: what is granted, and optional scopes asked for or given back. */
export function answerScopes(fake: Fake, shop: Shop, ask: Ask): Answer {
  const wish = scopesWish.parse(parseJson(ask.body) ?? {});
  const wanted = [...new Set([...shop.scopes, ...wish.request])].filter(
    (scope) => !wish.revoke.includes(scope),
  );
  if (wanted.length !== shop.scopes.length) {
    changeScopes(fake, { shop: shop.domain, scopes: wanted, deliver: true });
  }
  const required = fake.world.settings.config.scopes;
  return json(200, { granted: shop.scopes, required, optional: [] });
}

/** `shopify.app.extensions()`: the theme blocks there are; the demo's theme has all of them switched on. */
export function answerExtensions(extension: string | null): Answer {
  const blocks = extension === null ? null : join(extension, "blocks");
  if (blocks === null || !existsSync(blocks)) return json(200, []);
  const activations = readdirSync(blocks)
    .filter((file) => file.endsWith(".liquid"))
    .map((file) => {
      const handle = file.replace(/\.liquid$/, "");
      const source = readFileSync(join(blocks, file), "utf8");
      const found = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/.exec(source);
      const schema = blockSchema.parse(JSON.parse(found?.[1] ?? "{}"));
      const place = { target: `template--index/main/${handle}`, themeId: "gid://shopify/OnlineStoreTheme/1" };
      return { target: schema.target, handle, name: schema.name, status: "active", activations: [place] };
    });
  return json(200, [{ handle: "regulars-theme", type: "theme_app_extension", activations }]);
}

/** What the resource picker lists, in the form it gives to apps. */
export function answerResources(shop: Shop, type: string | null): Answer {
  const products = Object.values(shop.products);
  switch (type) {
    case "collection":
      return json(
        200,
        Object.values(shop.collections).map((one) => ({ ...one, id: gid("Collection", one.id) })),
      );
    case "variant":
      return json(
        200,
        products.flatMap((product) => variantsOf(shop, product.id)),
      );
    default:
      return json(
        200,
        products.map(({ id, title, handle, vendor, productType, tags }) => ({
          ...{ title, handle, vendor, productType, tags, images: [], status: "ACTIVE" },
          id: gid("Product", id),
          variants: variantsOf(shop, id),
        })),
      );
  }
}

function variantsOf(shop: Shop, productId: string): Record<string, unknown>[] {
  const product = shop.products[productId];
  return (product?.variants ?? []).map((one) => ({
    id: gid("ProductVariant", one.id),
    title: one.title,
    displayName: `${product?.title ?? ""} - ${one.title}`,
    price: toText(one.priceMinor, shop.currency),
    sku: one.sku,
    product: { id: gid("Product", productId) },
  }));
}
