import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { makeAskApp } from "../../common/ask-app.ts";
import { makeStaffClient } from "../../common/staff-client.ts";
import { PointsCard } from "./points-card.tsx";

export default async () => {
  const { i18n, customer, session, action } = shopify;
  const client = makeStaffClient(makeAskApp("", session.getSessionToken), "pos", String(customer.id));
  render(
    <PointsCard client={client} translate={i18n.translate} onRedeem={() => action.presentModal()} />,
    document.body,
  );
};
