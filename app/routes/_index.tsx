import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

/** Shopify opens an app at its address: on to the admin, with everything that says who asks. */
export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return redirect(searchParams.has("shop") ? `/app?${searchParams.toString()}` : "/auth/login");
}
