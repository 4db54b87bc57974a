import { useLocation } from "@remix-run/react";
import { Card, IndexTable, Link, Page } from "@shopify/polaris";
import { useFormats } from "../formats.tsx";
import { customerTexts, groupName } from "../i18n/customers/customer-texts.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { memberTexts } from "../i18n/member-texts.ts";
import { Listing } from "../listing.tsx";
import { memberName, type NamedMember } from "../members/member-name.ts";
import { NumberCell } from "../number-cell.tsx";
import { Pages } from "../pages.tsx";
import { useFile } from "../use-file.ts";

interface ShownCustomer extends NamedMember {
  readonly memberId: string;
  readonly purchases: number;
  readonly spentMinor: number;
  readonly predictedMinor: number | null;
  readonly rfmName: string | null;
  readonly lapseDays: number | null;
}

type InLanguages = { readonly en: string; readonly de: string };

interface CustomerListProps {
  readonly customers: readonly ShownCustomer[];
  readonly next: string | null;
  /** Of which segment, or which field of the grid, these are; both null: everybody. */
  readonly segment: { readonly name: InLanguages; readonly means: InLanguages } | null;
  readonly cell: { readonly recency: number; readonly worth: number } | null;
}

/** One group's customers, those who spent most first. */
export function CustomerListPage({ customers, next, segment, cell }: CustomerListProps) {
  const t = useTexts(customerTexts);
  const names = useTexts(memberTexts);
  const language = useLanguage();
  const { search } = useLocation();
  const { count, money } = useFormats();
  const file = useFile({ action: `/app/customers/export${search}`, type: "text/csv", doneText: t.exported });
  const isPredicted = customers.some(({ predictedMinor }) => predictedMinor !== null);
  const title =
    segment !== null
      ? segment.name[language]
      : cell !== null
        ? t.cellTitle(t.recencies[cell.recency - 1] ?? t.unknown, t.worths[cell.worth - 1] ?? t.unknown)
        : t.everyone;
  return (
    <Page
      title={title}
      {...(segment === null ? {} : { subtitle: segment.means[language] })}
      backAction={{ content: t.listBack, url: "/app/customers" }}
      secondaryActions={[{ content: t.download, loading: file.busy, onAction: file.fetch }]}
      fullWidth
    >
      <Card padding="0">
        <Listing
          called={{ singular: t.title, plural: t.title }}
          rows={customers.length}
          none={{ title: t.none, body: t.noneBody }}
          headings={[
            { title: t.name },
            { title: t.group },
            { title: t.purchases, alignment: "end" },
            { title: t.lapse, alignment: "end" },
            { title: t.spent, alignment: "end" },
            ...(isPredicted ? [{ title: t.expected, alignment: "end" as const }] : []),
          ]}
        >
          {customers.map((customer, index) => (
            <IndexTable.Row id={customer.memberId} key={customer.memberId} position={index}>
              <IndexTable.Cell>
                <Link url={`/app/members/${customer.memberId}`}>{memberName(customer, names)}</Link>
              </IndexTable.Cell>
              <IndexTable.Cell>
                {customer.rfmName === null ? t.unknown : groupName(t.groups, customer.rfmName)}
              </IndexTable.Cell>
              <NumberCell text={count(customer.purchases)} />
              <NumberCell text={customer.lapseDays === null ? t.unknown : count(customer.lapseDays)} />
              <NumberCell text={money(customer.spentMinor)} />
              {isPredicted ? (
                <NumberCell
                  text={customer.predictedMinor === null ? t.unknown : money(customer.predictedMinor)}
                />
              ) : null}
            </IndexTable.Row>
          ))}
        </Listing>
        <Pages next={next} />
      </Card>
    </Page>
  );
}
