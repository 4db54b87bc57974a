import { BlockStack, Box, InlineGrid, Select } from "@shopify/polaris";
import { useTexts } from "../i18n/language.tsx";
import { memberTexts } from "../i18n/member-texts.ts";
import { SearchField } from "../search-field.tsx";
import { ANY, useFilters } from "../use-filters.ts";

export interface TierChoice {
  readonly id: string;
  readonly name: string;
}

export function MemberFilters({ tiers }: { readonly tiers: readonly TierChoice[] }) {
  const t = useTexts(memberTexts);
  const { chosen, choose } = useFilters();
  return (
    <Box padding="300">
      <BlockStack gap="300">
        <SearchField
          label={t.search}
          value={chosen("search")}
          onSettled={(value) => choose("search", value)}
        />
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="300">
          <Select
            label={t.tier}
            options={[
              { label: t.anyTier, value: ANY },
              ...tiers.map(({ id, name }) => ({ label: name, value: id })),
            ]}
            value={chosen("tier")}
            onChange={(value) => choose("tier", value)}
          />
          <Select
            label={t.status}
            options={[
              { label: t.anyStatus, value: ANY },
              { label: t.statuses.active, value: "active" },
              { label: t.statuses.shadow, value: "shadow" },
              { label: t.statuses.left, value: "left" },
              { label: t.statuses.erased, value: "erased" },
            ]}
            value={chosen("status")}
            onChange={(value) => choose("status", value)}
          />
          <Select
            label={t.balance}
            options={[
              { label: t.everyone, value: ANY },
              { label: t.withDebt, value: "debt" },
            ]}
            value={chosen("balance")}
            onChange={(value) => choose("balance", value)}
          />
        </InlineGrid>
      </BlockStack>
    </Box>
  );
}
