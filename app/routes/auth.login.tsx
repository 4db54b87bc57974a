import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { login } from "#app/platforms/registry.server.ts";

/**
 * Where a request ends that does not say from which shop it comes. The app is opened from the shop's
 * admin; nobody is asked to type a shop's address here.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  await login(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  await login(request);
  return null;
}

export default function Login() {
  return (
    <main
      style={{
        fontFamily: "system-ui, sans-serif",
        margin: "15vh auto",
        maxWidth: "34rem",
        padding: "0 1rem",
      }}
    >
      <h1>Regulars</h1>
      <p>Open Regulars from the Apps menu of your shop’s admin.</p>
      <p lang="de">Öffne Regulars im Menü „Apps“ in der Verwaltung deines Shops.</p>
    </main>
  );
}
