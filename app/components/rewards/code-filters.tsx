import { useSearchParams } from "@remix-run/react";
import { BlockStack, Button, InlineGrid, InlineStack, Select, TextField } from "@shopify/polaris";
import { CODE_CONDITIONS, type CodeCondition } from "#app/domain/books/codes.ts";
import { useFormats } from "../formats.tsx";
import { codeListTexts } from "../i18n/rewards/code-list-texts.ts";
import { codeStateTexts } from "../i18n/rewards/code-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { SearchField } from "../search-field.tsx";
import { ANY, useFilters } from "../use-filters.ts";

export interface RewardChoice {
  readonly rewardId: string;
  readonly name: string;
}

interface CodeFiltersProps {
  readonly counts: Readonly<Record<CodeCondition, number>>;
  readonly rewards: readonly RewardChoice[];
}

/** What the list of codes is narrowed by: each state says how many codes are in it. */
export function CodeFilters({ counts, rewards }: CodeFiltersProps) {
  const t = useTexts(codeListTexts);
  const { states } = useTexts(codeStateTexts);
  const { count } = useFormats();
  const { chosen, choose } = useFilters();
  const all = CODE_CONDITIONS.reduce((sum, condition) => sum + counts[condition], 0);
  return (
    <BlockStack gap="300">
      <SearchField label={t.search} value={chosen("search")} onSettled={(value) => choose("search", value)} />
      <InlineGrid columns={{ xs: 1, sm: 2, lg: 4 }} gap="300">
        <Select
          label={t.state}
          options={[
            { label: t.anyState(count(all)), value: ANY },
            ...CODE_CONDITIONS.map((condition) => ({
              label: t.counted(states[condition], count(counts[condition])),
              value: condition,
            })),
          ]}
          value={chosen("state")}
          onChange={(value) => choose("state", value)}
        />
        <Select
          label={t.reward}
          options={[
            { label: t.anyReward, value: ANY },
            ...rewards.map(({ rewardId, name }) => ({ label: name, value: rewardId })),
          ]}
          value={chosen("reward")}
          onChange={(value) => choose("reward", value)}
        />
        <DayFilter name="from" label={t.from} />
        <DayFilter name="until" label={t.until} />
      </InlineGrid>
      <ClearFilters />
    </BlockStack>
  );
}

function DayFilter({ name, label }: { readonly name: string; readonly label: string }) {
  const { chosen, choose } = useFilters();
  return (
    <TextField
      type="date"
      label={label}
      value={chosen(name)}
      onChange={(value) => choose(name, value)}
      autoComplete="off"
    />
  );
}

const NAMES = ["search", "state", "reward", "from", "until"];

function ClearFilters() {
  const t = useTexts(codeListTexts);
  const [address, setAddress] = useSearchParams();
  if (!NAMES.some((name) => address.has(name))) return null;
  const clear = () => {
    setAddress(
      (current) => {
        const next = new URLSearchParams(current);
        for (const name of [...NAMES, "after"]) next.delete(name);
        return next;
      },
      { preventScrollReset: true },
    );
  };
  return (
    <InlineStack>
      <Button onClick={clear}>{t.clear}</Button>
    </InlineStack>
  );
}
