import { Select } from "@shopify/polaris";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { homeTexts } from "../i18n/home-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { useFilters } from "../use-filters.ts";

/** The days that figures are about. */
export interface ShownPeriod {
  readonly kind: "7" | "30" | "90" | "month" | "custom";
  readonly from: Instant;
  /** First and last day as they are written. */
  readonly fromDay: string;
  readonly untilDay: string;
}

const OFFERED = ["month", "7", "30", "90"] as const;

/** The period stands in the address; days of one's own choosing are only there. */
export function PeriodChoice({ period }: { readonly period: ShownPeriod }) {
  const t = useTexts(homeTexts);
  const { choose } = useFilters();
  const kinds = period.kind === "custom" ? [...OFFERED, "custom" as const] : OFFERED;
  return (
    <Select
      label={t.period}
      labelHidden
      options={kinds.map((kind) => ({ label: t.periods[kind], value: kind }))}
      value={period.kind}
      onChange={(kind) => choose("period", kind)}
    />
  );
}

/** What a period and the window before it are called. */
export function usePeriodWords({ kind, from, fromDay, untilDay }: ShownPeriod) {
  const t = useTexts(homeTexts);
  const { month, calendarDay } = useFormats();
  return {
    title: kind === "month" ? t.figures(month(from)) : t.days(calendarDay(fromDay), calendarDay(untilDay)),
    before: kind === "month" ? t.beforeMonth : t.before,
  };
}
