import { BlockStack, Card, Page, Select, Text } from "@shopify/polaris";
import type { MonthReport } from "#app/queries/customers/month-report.ts";
import { useFormats } from "../../formats.tsx";
import { insightTexts } from "../../i18n/customers/insight-texts.ts";
import { reportTexts } from "../../i18n/customers/report-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { useFilters } from "../../use-filters.ts";
import { useAsk } from "../insight/use-ask.ts";
import type { ShownLevel } from "../insight/tier-months-card.tsx";
import { MonthParts, type Named } from "./month-parts.tsx";
import { useMonths } from "./use-months.ts";

interface ReportPageProps {
  readonly shopName: string;
  readonly report: MonthReport;
  readonly levels: readonly ShownLevel[];
  readonly rewards: readonly Named[];
  readonly challenges: readonly Named[];
}

/** One month of the shop beside the month before, to read, print and forward. */
export function ReportPage({ shopName, report, ...named }: ReportPageProps) {
  const t = useTexts(reportTexts);
  const words = useTexts(insightTexts);
  const { count, moment } = useFormats();
  const called = useMonths();
  const { choose } = useFilters();
  const { chosen } = report;
  useAsk("/app/insight/report", chosen.kind);
  const month = called(report.month);
  return (
    <Page
      title={t.title(month)}
      backAction={{ content: words.title, url: "/app/insight" }}
      primaryAction={{
        content: t.print,
        disabled: chosen.kind !== "answered",
        onAction: () => {
          window.print();
        },
      }}
    >
      <BlockStack gap="400">
        <div className="regulars-report__choice">
          <Card>
            <Select
              label={t.choose}
              options={report.months.map((value) => ({ value, label: called(value) }))}
              value={report.month}
              onChange={(value) => {
                choose("month", value);
              }}
            />
          </Card>
        </div>
        {chosen.kind === "answered" ? (
          <Card>
            <article className="regulars-report">
              <Text as="p" tone="subdued">
                {t.about(shopName, month, called(report.monthBefore))}
              </Text>
              <Text as="p" tone="subdued">
                {t.asOf(moment(chosen.at))} {report.running ? t.running : null}
              </Text>
              <MonthParts {...{ report, chosen, ...named }} />
            </article>
          </Card>
        ) : (
          <Card>
            <div role="status">
              <Text as="p">
                {chosen.kind === "working" && chosen.position > 0
                  ? t.workingOf(count(chosen.position), count(chosen.total))
                  : t.working}
              </Text>
            </div>
          </Card>
        )}
      </BlockStack>
    </Page>
  );
}
