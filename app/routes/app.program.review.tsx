import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { cancelReview, startReview } from "#app/commands/program-review/start-review.ts";
import { ReviewPage } from "#app/components/program-review/review-page.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { renderDocumentError } from "#app/domain/program/document/describe-error.ts";
import { adminReview } from "#app/queries/program-review/admin-review.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { wordedFindings } from "./admin/worded-review.server.ts";

const wish = z.object({ intent: z.enum(["startReview", "cancelReview"]) });

export async function loader({ request }: LoaderFunctionArgs) {
  const visitor = await admitStaff(request);
  const { document, ...review } = await adminReview(visitor.database, visitor.shop);
  return { ...review, findings: wordedFindings(review.result, document, visitor) };
}

export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const { database, shop, actor } = await admitStaff(request);
  const parsed = wish.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const { intent } = parsed.data;
  if (intent === "cancelReview") {
    await cancelReview(database, shop.shopId, Date.now());
    return { kind: "done", deed: intent };
  }
  const answer = await startReview(database, { shopId: shop.shopId, actor, now: Date.now() });
  return answer.ok
    ? { kind: "done", deed: intent }
    : { kind: "wrong", field: "review", problem: answer.errors.map(renderDocumentError).join("\n") };
}

export default function Review() {
  return <ReviewPage review={useLoaderData<typeof loader>()} />;
}
