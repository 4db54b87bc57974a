import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { reviewFriend } from "#app/commands/referral/review-friend.ts";
import { FriendsPage } from "#app/components/referral/friends-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { mailIsSetUp } from "#app/messages/mail.server.ts";
import { adminFriends } from "#app/queries/referral/admin-friends.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const zone = shop.live?.program.timezone ?? shop.timezone ?? "UTC";
  return {
    ...(await adminFriends(database, shop.shopId, zone, Date.now())),
    sendsMails: mailIsSetUp(),
  };
}

const decision = z.object({
  friendId: z.string().regex(/^\d{1,19}$/u),
  decision: z.enum(["approve", "decline"]),
  reason: z.string().trim().max(500),
});

export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const { database, shop, actor } = await admitStaff(request);
  const asked = decision.safeParse(Object.fromEntries(await request.formData()));
  if (!asked.success) throw new Response(null, { status: 400 });
  const { friendId, reason } = asked.data;
  if (reason === "") return { kind: "wrong", field: "reason", problem: "missing" };
  const approve = asked.data.decision === "approve";
  const { shopId } = shop;
  const reviewed = await reviewFriend(database, {
    shopId,
    friendId,
    approve,
    reason,
    actor,
    now: Date.now(),
  });
  return reviewed.ok
    ? { kind: "done", deed: asked.data.decision }
    : { kind: "refused", refusal: reviewed.refusal };
}

export default function Friends() {
  return <FriendsPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
