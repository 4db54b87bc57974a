import {
  BlockStack,
  Box,
  Button,
  Collapsible,
  InlineGrid,
  InlineStack,
  Select,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats, useShopFormat } from "../../formats.tsx";
import { listTexts } from "../../i18n/members/list-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { memberTexts } from "../../i18n/member-texts.ts";
import { SearchField } from "../../search-field.tsx";
import { ANY, useFilters } from "../../use-filters.ts";
import { useSettled } from "../../use-settled.ts";
import { FilterChips, useChips } from "./filter-chips.tsx";
import { SORT_NAMES } from "./list-address.ts";
import type { SegmentChoice } from "./segment-choice.ts";
import type { TierChoice } from "./tier-choice.ts";

interface MemberFiltersProps {
  readonly tiers: readonly TierChoice[];
  readonly segments: readonly SegmentChoice[];
  /** When what was spent was worked out last; null: never yet. */
  readonly scoredAt: Instant | null;
}

/** Search, order and filters, all in the address; what is set shows as chips that one can take away. */
export function MemberFilters({ tiers, segments, scoredAt }: MemberFiltersProps) {
  const t = useTexts(memberTexts);
  const list = useTexts(listTexts);
  const { count } = useFormats();
  const { chosen, choose } = useFilters();
  const [open, setOpen] = useState(false);
  const chips = useChips(tiers, segments);
  return (
    <BlockStack gap="300">
      <InlineGrid columns={{ xs: 1, md: "1fr auto auto" }} gap="300">
        <SearchField
          label={t.search}
          value={chosen("search")}
          onSettled={(value) => choose("search", value)}
        />
        <Select
          label={list.sort}
          labelInline
          options={SORT_NAMES.map((value) => ({ value, label: list.sorts[value] }))}
          value={chosen("sort") === ANY ? "joined-desc" : chosen("sort")}
          onChange={(value) => choose("sort", value === "joined-desc" ? ANY : value)}
        />
        <InlineStack align="end">
          <Button
            disclosure={open ? "up" : "down"}
            ariaExpanded={open}
            ariaControls="member-filters"
            onClick={() => setOpen(!open)}
          >
            {chips.length === 0 ? list.filters : list.filtersOn(count(chips.length))}
          </Button>
        </InlineStack>
      </InlineGrid>
      <Collapsible id="member-filters" open={open}>
        <Box paddingBlockEnd="100">
          <FilterFields tiers={tiers} segments={segments} scoredAt={scoredAt} />
        </Box>
      </Collapsible>
      <FilterChips chips={chips} />
    </BlockStack>
  );
}

function FilterFields({ tiers, segments, scoredAt }: MemberFiltersProps) {
  const t = useTexts(memberTexts);
  const list = useTexts(listTexts);
  const { moment } = useFormats();
  const { currency } = useShopFormat();
  const language = useLanguage();
  const { statuses } = t;
  const anyTier = { label: t.anyTier, value: ANY };
  const spentHelp = scoredAt === null ? list.spentUnknown : list.spentAsOf(moment(scoredAt));
  return (
    <InlineGrid columns={{ xs: 1, sm: 2, md: 4 }} gap="300">
      <Choice
        name="tier"
        label={t.tier}
        options={[anyTier, ...tiers.map(({ id, name }) => ({ label: name, value: id }))]}
      />
      <Choice
        name="status"
        label={t.status}
        options={[
          { label: t.anyStatus, value: ANY },
          ...(["active", "shadow", "left", "erased"] as const).map((value) => ({
            label: statuses[value],
            value,
          })),
        ]}
      />
      <Choice
        name="balance"
        label={t.balance}
        options={[
          { label: t.everyone, value: ANY },
          { label: t.withDebt, value: "debt" },
        ]}
      />
      <Choice
        name="segment"
        label={list.segment}
        options={[
          { label: list.anySegment, value: ANY },
          ...segments.map(({ id, name }) => ({ label: name[language], value: id })),
        ]}
      />
      <Typed name="tag" label={list.tag} help={list.tagHelp} />
      <Typed name="points_from" label={list.pointsFrom} inputMode="numeric" />
      <Typed name="points_to" label={list.pointsTo} inputMode="numeric" />
      <Typed name="spent_from" label={list.spentFrom(currency)} inputMode="decimal" help={spentHelp} />
      <Typed name="spent_to" label={list.spentTo(currency)} inputMode="decimal" />
      <Typed name="joined_from" label={list.joinedFrom} type="date" />
      <Typed name="joined_to" label={list.joinedTo} type="date" />
      <OrderedFields />
    </InlineGrid>
  );
}

function OrderedFields() {
  const list = useTexts(listTexts);
  const { chosen } = useFilters();
  const hasDays = chosen("ordered_from") !== ANY || chosen("ordered_before") !== ANY;
  return (
    <>
      <Choice
        name="ordered"
        label={list.ordered}
        options={[
          { label: list.orderedAny, value: ANY },
          { label: list.orderedNever, value: "never" },
          { label: list.orderedBetween, value: "between" },
        ]}
      />
      {chosen("ordered") === "between" || (hasDays && chosen("ordered") === ANY) ? (
        <>
          <Typed name="ordered_from" label={list.orderedFrom} type="date" />
          <Typed name="ordered_before" label={list.orderedBefore} type="date" />
        </>
      ) : null}
    </>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

function Choice({ name, label, options }: ChoiceProps) {
  const { chosen, choose } = useFilters();
  return (
    <Select
      label={label}
      options={[...options]}
      value={chosen(name)}
      onChange={(value) => choose(name, value)}
    />
  );
}

interface TypedProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly type?: "date";
  readonly inputMode?: "numeric" | "decimal";
}

function Typed({ name, label, help, type, inputMode }: TypedProps) {
  const { chosen, choose } = useFilters();
  const { typed, type: write } = useSettled(chosen(name), (value) => choose(name, value));
  return (
    <TextField
      label={label}
      autoComplete="off"
      value={typed}
      onChange={write}
      {...(help === undefined ? {} : { helpText: help })}
      {...(type === undefined ? {} : { type })}
      {...(inputMode === undefined ? {} : { inputMode })}
    />
  );
}
