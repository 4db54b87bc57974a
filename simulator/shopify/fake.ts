import type { ApiDoor } from "./api/api-door.ts";
import type { ShopifyMisconduct } from "./misconduct.ts";
import type { WebhookPost } from "./webhooks/webhook-post.ts";
import type { World } from "./world.ts";

/** What the parts of one fake share. */
export interface Fake {
  readonly world: World;
  readonly post: WebhookPost;
  readonly misconduct: ShopifyMisconduct;
  readonly api: ApiDoor;
  /** The theme app extension's folder, if the storefront shall show one. */
  readonly extension: string | null;
  /** Where people reach the fake itself and the app behind its tunnel. */
  readonly addresses: { readonly url: string; readonly tunnelUrl: string | null };
}
