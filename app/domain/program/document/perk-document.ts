import { z } from "zod";
import { amount, identifier, localText, percent } from "./fields.ts";

const everyPerk = { id: identifier };
const applied = {
  minSubtotal: amount.optional().meta({ description: "Goods after discounts, inclusive." }),
};

/** A page of the shop by its path, or any page by its https address. Nothing else can be opened. */
const pageAddress = z
  .string()
  .max(2000)
  .regex(/^(https:\/\/[^\s<>"\\]+|\/([^\s<>"\\/][^\s<>"\\]*)?)$/, {
    error: "a path of the shop, such as /pages/films, or an address with https://",
  });

const broughtAbout = z.discriminatedUnion("kind", [
  z
    .strictObject({ ...everyPerk, ...applied, kind: z.literal("freeShipping") })
    .meta({ description: "Members of the level pay no shipping, from `minSubtotal` on." }),
  z
    .strictObject({ ...everyPerk, ...applied, kind: z.literal("percentOff"), percent })
    .meta({ description: "Members of the level always pay so much less, from `minSubtotal` on." }),
  z
    .strictObject({ ...everyPerk, kind: z.literal("content"), url: pageAddress, name: localText.optional() })
    .meta({ description: "A page for members of the level only." }),
]);

/**
 * What a level brings beside points: words of the merchant's own, or what the app brings about. Only
 * the latter has a `kind`, which no language is called.
 */
export const perk = z.union([broughtAbout, localText], {
  error: 'a text, one for each language, or {"id": …, "kind": "freeShipping" | "percentOff" | "content", …}',
});
