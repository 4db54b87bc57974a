import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

/**
 * An address that is none of the app's. Shopify's admin opens whatever stands behind the app's name, for
 * staff who typed or kept an old address: they are led into the frame, where the menu is and it is said in
 * their language. Everybody else is answered that there is nothing.
 */
export function loader({ request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const isFramed = searchParams.has("shop") && searchParams.has("host");
  if (!isFramed || pathname.startsWith("/app/")) throw new Response(null, { status: 404 });
  return redirect(`/app${pathname}?${searchParams.toString()}`);
}

export default function Nowhere() {
  return null;
}
