import { useNavigation } from "@remix-run/react";
import { EmptyState, IndexTable, type IndexTableProps, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { WideTable } from "./wide-table.tsx";

interface ListingProps {
  /** One of the rows, and several. */
  readonly called: { readonly singular: string; readonly plural: string };
  readonly rows: number;
  /** What stands in the place of rows where there are none. */
  readonly none: { readonly title: string; readonly body: string };
  readonly headings: IndexTableProps["headings"];
  /** Where several rows can be chosen, to do something with them. */
  readonly choice?: Pick<
    IndexTableProps,
    | "selectedItemsCount"
    | "onSelectionChange"
    | "promotedBulkActions"
    | "bulkActions"
    | "hasMoreItems"
    | "paginatedSelectAllActionText"
  >;
  readonly children: ReactNode;
}

/** One page of a long list: shows that another is on its way, and says so where there is nothing. */
export function Listing({ called, rows, none, headings, choice, children }: ListingProps) {
  const loading = useNavigation().state === "loading";
  return (
    <WideTable>
      <IndexTable
        selectable={choice !== undefined}
        {...choice}
        loading={loading}
        resourceName={called}
        itemCount={rows}
        emptyState={
          <EmptyState heading={none.title} image="">
            <Text as="p">{none.body}</Text>
          </EmptyState>
        }
        headings={headings}
      >
        {children}
      </IndexTable>
    </WideTable>
  );
}
