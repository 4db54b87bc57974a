import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { makeAskApp } from "../../common/ask-app.ts";
import { makeStaffClient } from "../../common/staff-client.ts";
import { RedeemPage } from "./redeem-page.tsx";

export default async () => {
  const { i18n, customer, session, cart } = shopify;
  const ask = makeAskApp("", session.getSessionToken, i18n.translate("locale"));
  const client = makeStaffClient(ask, "pos", String(customer.id));
  render(
    <RedeemPage
      client={client}
      translate={i18n.translate}
      addCodeToCart={(code) => cart.addCartCodeDiscount(code)}
      onClose={() => window.close()}
    />,
    document.body,
  );
};
