import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { LetterEditorPage } from "#app/components/journeys/letters/letter-editor-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { mailIsSetUp } from "#app/messages/mail.server.ts";
import { letterToEdit } from "#app/queries/messages/letter-to-edit.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { changeLetter } from "./admin/change-letter.server.ts";
import { shippedLetters } from "./admin/shipped-letters.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  const template = new URL(request.url).searchParams.get("template");
  const shown = await letterToEdit(database, shop, template);
  if (shop.live === null || shown === null) throw new Response(null, { status: 404 });
  return { ...shown, shipped: shippedLetters(template, shop.settings.address), canSend: mailIsSetUp() };
}

/** Keeps the words of a letter in a language, takes them back, or sends it to whoever writes it. */
export async function action({ request }: ActionFunctionArgs) {
  return changeLetter(await admitStaff(request), await request.formData(), Date.now());
}

export default function Letter() {
  const shown = useLoaderData<typeof loader>();
  return <LetterEditorPage key={`${String(shown.template)} ${String(shown.revision)}`} {...shown} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
