import type { DeliveryPost } from "../shop/delivery-post.ts";
import type { Misconduct, SeenCall } from "../shop/misconduct.ts";
import type { ControlParsed } from "./control-commands.ts";
import type { EcwidLetter } from "./webhooks/send-event.ts";
import type { CodeMails } from "./code-mails.ts";
import type { DiscountAsker } from "./discounts/discount-asker.ts";
import type { World } from "./world.ts";

/** One call of the app's, seen from the API's side. */
export interface Call extends SeenCall {
  readonly path: string;
  readonly status: number;
  readonly at: number;
}

export type Wish = Omit<ControlParsed<"misbehave">, "store"> & { readonly shop: string | undefined };

/** What the parts of one fake share. */
export interface Fake {
  readonly world: World;
  readonly post: DeliveryPost<EcwidLetter>;
  readonly misconduct: Misconduct<Wish, Call>;
  readonly codeMails: CodeMails;
  readonly discounts: DiscountAsker;
}
