import type { LoaderFunctionArgs } from "@remix-run/node";
import { useRouteError } from "@remix-run/react";
import { PageError } from "#app/components/page-error.tsx";
import { admitStaff } from "./admin/admin-visitor.server.ts";

/** An address that is no page: said within the frame, in the language of the staff, with the menu. */
export async function loader({ request }: LoaderFunctionArgs): Promise<never> {
  await admitStaff(request);
  throw new Response(null, { status: 404 });
}

export default function Nowhere() {
  return null;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
