import { useFetcher } from "@remix-run/react";
import { Banner, Text } from "@shopify/polaris";
import { useEffect } from "react";
import type { PlanLack } from "#app/domain/shop-words.ts";
import { useHost } from "./host.tsx";
import { planTexts } from "../i18n/plan-texts.ts";
import { useTexts } from "../i18n/language.tsx";

/** What the shop's plan does not allow of this page, before a merchant runs into it. */
export function PlanBanner({ of: page }: { readonly of: "rewards" | "tiers" }) {
  const { plansDiffer } = useHost().abilities;
  return plansDiffer ? <AskedBanner page={page} /> : null;
}

function AskedBanner({ page }: { readonly page: "rewards" | "tiers" }) {
  const said: Partial<Record<PlanLack, { readonly title: string; readonly body: string }>> =
    useTexts(planTexts)[page];
  const { load, data } = useFetcher<{ readonly lacks: readonly PlanLack[] }>();
  useEffect(() => load("/app/plan"), [load]);
  const lacks = data?.lacks ?? [];
  // Without any access everything else is beside the point.
  const about = lacks.includes("access") ? said.access : lacks.map((lack) => said[lack]).find(Boolean);
  if (about === undefined) return null;
  return (
    <Banner tone="warning" title={about.title}>
      <Text as="p">{about.body}</Text>
    </Banner>
  );
}
