import { useSearchParams } from "@remix-run/react";
import { BlockStack, Box, InlineGrid, Select, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTexts } from "../i18n/language.tsx";
import { memberTexts } from "../i18n/member-texts.ts";

const TYPING_PAUSE_MS = 300;

export interface TierChoice {
  readonly id: string;
  readonly name: string;
}

/** The filters live in the address of the page: it can be sent to a colleague, and Back undoes one. */
export function MemberFilters({ tiers }: { readonly tiers: readonly TierChoice[] }) {
  const t = useTexts(memberTexts);
  const [address, setAddress] = useSearchParams();
  const change = (name: string, value: string) => {
    setAddress((current) => withFilter(current, name, value), { preventScrollReset: true });
  };
  const chosen = (name: string) => address.get(name) ?? ANY;
  return (
    <Box padding="300">
      <BlockStack gap="300">
        <SearchField value={address.get("search") ?? ANY} onSettled={(value) => change("search", value)} />
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="300">
          <Select
            label={t.tier}
            options={[
              { label: t.anyTier, value: ANY },
              ...tiers.map(({ id, name }) => ({ label: name, value: id })),
            ]}
            value={chosen("tier")}
            onChange={(value) => change("tier", value)}
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
            onChange={(value) => change("status", value)}
          />
          <Select
            label={t.balance}
            options={[
              { label: t.everyone, value: ANY },
              { label: t.withDebt, value: "debt" },
            ]}
            value={chosen("balance")}
            onChange={(value) => change("balance", value)}
          />
        </InlineGrid>
      </BlockStack>
    </Box>
  );
}

const ANY = "";

/** Searches when the typing pauses, not at every letter. */
function SearchField({
  value,
  onSettled,
}: {
  readonly value: string;
  readonly onSettled: (value: string) => void;
}) {
  const t = useTexts(memberTexts);
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed === value) return undefined;
    const settled = setTimeout(() => onSettled(typed), TYPING_PAUSE_MS);
    return () => clearTimeout(settled);
    // The address changing by itself (Back) must not search for what was typed before.
  }, [typed]);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextField
      label={t.search}
      labelHidden
      placeholder={t.search}
      value={typed}
      onChange={setTyped}
      autoComplete="off"
      clearButton
      onClearButtonClick={() => setTyped(ANY)}
    />
  );
}

function withFilter(current: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(current);
  next.delete("after");
  if (value === ANY) next.delete(name);
  else next.set(name, value);
  return next;
}
