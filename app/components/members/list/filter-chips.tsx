import { Button, InlineStack, Tag } from "@shopify/polaris";
import { useFormats } from "../../formats.tsx";
import { listTexts } from "../../i18n/members/list-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { memberTexts } from "../../i18n/member-texts.ts";
import { ANY, useFilters } from "../../use-filters.ts";
import type { SegmentChoice } from "./segment-choice.ts";
import type { TierChoice } from "./tier-choice.ts";

export interface Chip {
  readonly text: string;
  /** What of the address goes with it. */
  readonly names: readonly string[];
}

/** One for each filter that is set, in words. */
export function useChips(tiers: readonly TierChoice[], segments: readonly SegmentChoice[]): Chip[] {
  const language = useLanguage();
  const t = useTexts(memberTexts);
  const list = useTexts(listTexts);
  const { calendarDay } = useFormats();
  const { chosen } = useFilters();
  const day = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? calendarDay(text) : text);
  const range = (from: string, to: string, told = (text: string) => text): string =>
    from === ANY
      ? list.to(told(to))
      : to === ANY
        ? list.from(told(from))
        : list.between(told(from), told(to));
  const single = (name: string, word: (value: string) => string): Chip[] =>
    chosen(name) === ANY ? [] : [{ text: word(chosen(name)), names: [name] }];
  const ranged = (names: readonly [string, string], word: (from: string, to: string) => string): Chip[] => {
    const [from, to] = [chosen(names[0]), chosen(names[1])];
    return from === ANY && to === ANY ? [] : [{ text: word(from, to), names }];
  };
  const lastOrder = (from: string, before: string): string =>
    from === ANY
      ? list.before(day(before))
      : before === ANY
        ? list.since(day(from))
        : list.sinceAndBefore(day(from), day(before));
  const isNever = chosen("ordered") === "never";
  return [
    ...single("tier", (id) =>
      list.chips.tier(tiers.find((tier) => tier.id === id)?.name ?? list.unknownTier),
    ),
    ...single("status", (value) =>
      list.chips.status(isStatus(value, t.statuses) ? t.statuses[value] : value),
    ),
    ...single("balance", () => list.chips.debt),
    ...ranged(["points_from", "points_to"], (from, to) => list.chips.points(range(from, to))),
    ...ranged(["spent_from", "spent_to"], (from, to) => list.chips.spent(range(from, to))),
    ...single("tag", list.chips.tag),
    ...single("segment", (id) =>
      list.chips.segment(segments.find((one) => one.id === id)?.name[language] ?? list.unknownSegment),
    ),
    ...ranged(["joined_from", "joined_to"], (from, to) => list.chips.joined(range(from, to, day))),
    ...(isNever
      ? [{ text: list.chips.neverOrdered, names: ["ordered"] }]
      : ranged(["ordered_from", "ordered_before"], (from, before) =>
          list.chips.ordered(lastOrder(from, before)),
        ).map((chip) => ({ ...chip, names: [...chip.names, "ordered"] }))),
  ];
}

function isStatus<Words extends object>(value: string, words: Words): value is string & keyof Words {
  return Object.hasOwn(words, value);
}

export function FilterChips({ chips }: { readonly chips: readonly Chip[] }) {
  const list = useTexts(listTexts);
  const { drop } = useFilters();
  if (chips.length === 0) return null;
  return (
    <InlineStack gap="400" blockAlign="center">
      <InlineStack gap="200">
        {chips.map(({ text, names }) => (
          <Tag key={text} onRemove={() => drop(names)}>
            {text}
          </Tag>
        ))}
      </InlineStack>
      <Button variant="plain" onClick={() => drop(chips.flatMap(({ names }) => names))}>
        {list.clearAll}
      </Button>
    </InlineStack>
  );
}
