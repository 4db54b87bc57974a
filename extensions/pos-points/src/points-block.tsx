import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { makeAskApp } from "../../common/ask-app.ts";
import { makeStaffClient } from "../../common/staff-client.ts";
import { PointsCard } from "./points-card.tsx";

export default async () => {
  const { i18n, customer, session, action } = shopify;
  const ask = makeAskApp("", session.getSessionToken, i18n.translate("locale"));
  const client = makeStaffClient(ask, "pos", String(customer.id));
  render(
    <PointsCard client={client} translate={i18n.translate} onRedeem={() => action.presentModal()} />,
    document.body,
  );
};
