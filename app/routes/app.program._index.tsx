import { useLoaderData } from "@remix-run/react";
import { OverviewPage } from "#app/components/program/pages/overview-page.tsx";
import { STARTERS } from "#app/domain/program/starters.ts";

export function loader() {
  return { starters: STARTERS };
}

export default function Overview() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />;
}
