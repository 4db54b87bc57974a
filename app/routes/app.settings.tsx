import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { changeSettings } from "#app/commands/shops/change-settings.ts";
import { segmentChoices } from "#app/queries/customers/shop-segments.ts";
import { liveDocument } from "#app/queries/shops/live-document.ts";
import { merchantChoices } from "#app/domain/shops/merchant-choices.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import { PageError } from "#app/components/page-error.tsx";
import { SettingsPage } from "#app/components/settings/settings-page.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { ledgerProof } from "#app/queries/ledger/ledger-proof.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { membersPageOf } from "./admin/members-page-of.server.ts";
import { themeEditorUrl } from "./admin/theme-editor.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop, missingScopes, abilities } = await admitStaff(request);
  return {
    choices: shop.settings,
    segments: await segmentChoices(database, shop.shopId),
    live: await liveDocument(database, shop),
    themeEditorUrl: themeEditorUrl(abilities, shop.shopKey),
    membersPage: membersPageOf(shop),
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
  const parsed = merchantChoices.safeParse(typeof sent === "string" ? parseCleanJson(sent) : null);
  if (!parsed.success) throw new Response(null, { status: 400 });
  await changeSettings(database, {
    shopId: shop.shopId,
    settings: parsed.data,
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
