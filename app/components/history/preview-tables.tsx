import { BlockStack, Box, Card, IndexTable, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { HistoryFigures } from "#app/domain/history/history-figures.ts";
import { useFormats } from "../formats.tsx";
import { historyTexts } from "../i18n/history-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { NumberCell } from "../number-cell.tsx";
import type { Gainer } from "./history.ts";

/** Whom the past would lift how far. */
export function TiersTable({ tiers }: Pick<HistoryFigures, "tiers">) {
  const t = useTexts(historyTexts);
  const { count } = useFormats();
  if (tiers.length === 0) return null;
  return (
    <TableCard title={t.tiers} meaning={t.tierMeaning}>
      <IndexTable
        selectable={false}
        itemCount={tiers.length}
        headings={[{ title: t.tier }, { title: t.people, alignment: "end" }]}
      >
        {tiers.map(({ name, people }, index) => (
          <IndexTable.Row id={name ?? "none"} key={name ?? "none"} position={index}>
            <IndexTable.Cell>{name ?? t.noTier}</IndexTable.Cell>
            <NumberCell text={count(people)} />
          </IndexTable.Row>
        ))}
      </IndexTable>
    </TableCard>
  );
}

/** The ten who would gain most: what a merchant looks at first, because it shows what is wrong. */
export function GainersTable({ gainers }: { readonly gainers: readonly Gainer[] }) {
  const t = useTexts(historyTexts);
  const { count, money } = useFormats();
  if (gainers.length === 0) return null;
  return (
    <TableCard title={t.gainers} meaning={t.gainersMeaning}>
      <IndexTable
        selectable={false}
        itemCount={gainers.length}
        headings={[
          { title: t.customer },
          { title: t.orders, alignment: "end" },
          { title: t.earned, alignment: "end" },
          { title: t.outstanding, alignment: "end" },
          { title: t.worth, alignment: "end" },
        ]}
      >
        {gainers.map(({ person, name, email, orders, earned, outstanding, worthMinor }, index) => (
          <IndexTable.Row id={person} key={person} position={index}>
            <IndexTable.Cell>{name ?? email ?? t.unnamed}</IndexTable.Cell>
            <NumberCell text={count(orders)} />
            <NumberCell text={count(earned)} />
            <NumberCell text={count(outstanding)} />
            <NumberCell text={worthMinor === null ? "–" : money(worthMinor)} />
          </IndexTable.Row>
        ))}
      </IndexTable>
    </TableCard>
  );
}

interface TableCardProps {
  readonly title: string;
  readonly meaning: string;
  readonly children: ReactNode;
}

function TableCard({ title, meaning, children }: TableCardProps) {
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          <Text as="p" tone="subdued">
            {meaning}
          </Text>
        </BlockStack>
      </Box>
      {children}
    </Card>
  );
}
