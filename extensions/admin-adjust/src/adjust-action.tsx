import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { makeAskApp } from "../../common/ask-app.ts";
import { makeStaffClient } from "../../common/staff-client.ts";
import { AdjustForm } from "./adjust-form.tsx";

export default async () => {
  const { i18n, data, auth, close } = shopify;
  const [customer] = data.selected;
  if (customer === undefined) throw new Error("Shopify's customer page named no customer.");
  const client = makeStaffClient(
    makeAskApp("", auth.idToken, i18n.translate("locale")),
    "admin",
    customer.id,
  );
  render(<AdjustForm client={client} translate={i18n.translate} onClose={close} />, document.body);
};
