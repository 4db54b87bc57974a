import { demoShop, demoStore } from "./catalogue.ts";
import { demoPeople } from "./people.ts";

/** What stands on the terminal once the demo runs: where to look, and what to try. */
export function firstScreen(shopUrl: string, ecwidUrl: string, directory: string): string {
  const store = demoShop.domain.replace(".myshopify.com", "");
  const [shopper] = demoPeople;
  const name = `${shopper?.firstName ?? ""} ${shopper?.lastName ?? ""}`;
  return `
Regulars is running, with a Shopify that is not the real one.

  The shop       ${shopUrl}/
  The merchant   ${shopUrl}/store/${store}/apps/regulars

  The mailbox    ${ecwidUrl}/_mailbox   (whatever either sends to anybody)

Beside it stands an Ecwid that is not the real one either, with a store of its own (${demoStore.store}).

  Its shop       ${ecwidUrl}/shop/${demoStore.store}
  Its merchant   ${ecwidUrl}/panel/${demoStore.store}
  Its API        ${ecwidUrl}/api/v3/${demoStore.store}

What to try:
  1. In the shop, sign in as ${name} (no password), buy a coffee and open the pill in the corner.
  2. Under Account, refund it: the points go back, and the history says why.
  3. As the merchant, look ${shopper?.firstName ?? ""} up under Members; then change a rule under Program and publish it.

  4. Signed in there, put something in the cart (+10); open the mail about the refund in the mailbox and follow its link
     (+5); choose the newsletter under its last link and leave it again (−20).
  5. In the shop at Ecwid, say that you are ${name}, open the pill and sign in: the six digits lie in the mailbox.

Ctrl-C stops it and keeps what you did in ${directory}. "npm run demo -- --help" says what else there is.
`;
}
