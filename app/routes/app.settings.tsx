import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { changeSettings } from "#app/commands/change-settings.ts";
import { PageError } from "#app/components/page-error.tsx";
import { SettingsPage } from "#app/components/settings/settings-page.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { ledgerProof } from "#app/queries/ledger-proof.ts";
import { admitStaff } from "./admin-visitor.server.ts";

const choices = z.object({
  address: z.enum(["du", "Sie"]),
  shopperLocale: z.enum(["de", "en", "fr", "es", "it", "nl"]).nullable(),
  tagTier: z.boolean(),
  codesMayBePassedOn: z.boolean(),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop, missingScopes } = await admitStaff(request);
  return {
    choices: shop.settings,
    connection: {
      shopKey: shop.shopKey,
      installedAt: shop.installedAt,
      currency: shop.currency,
      timezone: shop.timezone,
      missingScopes,
      stopped: shop.outboxStopped,
      proof: await ledgerProof(database, shop.shopId),
    },
  };
}

export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const { database, shop, actor } = await admitStaff(request);
  const sent = (await request.formData()).get("choices");
  const parsed = choices.safeParse(typeof sent === "string" ? JSON.parse(sent) : null);
  if (!parsed.success) throw new Response(null, { status: 400 });
  await changeSettings(database, {
    shopId: shop.shopId,
    settings: { ...shop.settings, ...parsed.data },
    actor,
    now: Date.now(),
  });
  return { kind: "done", deed: "save" };
}

export default function Settings() {
  return <SettingsPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
