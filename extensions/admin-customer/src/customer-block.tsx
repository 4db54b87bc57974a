import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { makeAskApp } from "../../common/ask-app.ts";
import { makeStaffClient } from "../../common/staff-client.ts";
import { CustomerCard } from "./customer-card.tsx";

const ADJUST_ACTION = "extension://regulars-adjust";

export default async () => {
  const { i18n, data, auth, navigation } = shopify;
  const [customer] = data.selected;
  if (customer === undefined) throw new Error("Shopify's customer page named no customer.");
  // Addresses without a host are the app's own here: Shopify resolves them against application_url.
  const client = makeStaffClient(
    makeAskApp("", auth.idToken, i18n.translate("locale")),
    "admin",
    customer.id,
  );
  render(
    <CustomerCard
      client={client}
      translate={i18n.translate}
      onAdjust={() => navigation.navigate(ADJUST_ACTION)}
    />,
    document.body,
  );
};
