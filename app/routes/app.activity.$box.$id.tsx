import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError, type Params } from "@remix-run/react";
import { retryDelivery } from "#app/commands/inbox/retry-delivery.ts";
import { DeliveryPage } from "#app/components/activity/delivery-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { adminDelivery, BOXES, type Box } from "#app/queries/activity/admin-activity.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const { box, id } = placeOf(params);
  const delivery = await adminDelivery(database, shop.shopId, box, id);
  if (delivery === null) throw new Response(null, { status: 404 });
  return { box, delivery };
}

export async function action({ request, params }: ActionFunctionArgs): Promise<DeedAnswer> {
  const { database, shop, actor } = await admitStaff(request);
  const { box, id } = placeOf(params);
  const now = Date.now();
  const answer = await retryDelivery(database, { shopId: shop.shopId, box, id: Number(id), actor, now });
  return answer.ok ? { kind: "done", deed: "again" } : { kind: "refused", refusal: answer.refusal };
}

function placeOf(params: Params): { box: Box; id: string } {
  const box = BOXES.find((known) => known === params["box"]);
  const id = params["id"];
  if (box === undefined || id === undefined || !/^\d{1,15}$/.test(id))
    throw new Response(null, { status: 404 });
  return { box, id };
}

export default function Delivery() {
  return <DeliveryPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
