import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { FirstRunPage } from "#app/components/first-run/first-run-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { adminFirstRun } from "#app/queries/first-run/admin-first-run.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { doInFirstRun, firstRunWish } from "./admin/first-run-deeds.server.ts";
import { themeEditorUrl } from "./admin/theme-editor.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop, abilities } = await admitStaff(request);
  const run = await adminFirstRun(database, shop);
  // With a program that is live there is nothing to set up, unless it came of this.
  if (run.isLive && run.choices === null) return redirect(`/app${new URL(request.url).search}`);
  return { run, themeEditorUrl: themeEditorUrl(abilities, shop.shopKey) };
}

export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const visitor = await admitStaff(request);
  const parsed = firstRunWish.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  return doInFirstRun(visitor, parsed.data);
}

export default function FirstRun() {
  return <FirstRunPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
