import { BlockStack, Box, IndexTable, Text, useBreakpoints } from "@shopify/polaris";
import type { HistoryFigures } from "#app/domain/history/history-figures.ts";
import type { Gainer } from "#app/domain/history/import-progress.ts";
import { useFormats } from "../formats.tsx";
import { historyTexts } from "../i18n/history-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { NumberCell } from "../number-cell.tsx";
import { TableCard } from "../table-card.tsx";

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
  const { smDown } = useBreakpoints();
  if (gainers.length === 0) return null;
  return (
    <TableCard title={t.gainers} meaning={t.gainersMeaning}>
      {smDown ? <GainersList gainers={gainers} /> : <GainersRows gainers={gainers} />}
    </TableCard>
  );
}

/** On a phone five columns would have to be pushed to and fro. */
function GainersList({ gainers }: { readonly gainers: readonly Gainer[] }) {
  const t = useTexts(historyTexts);
  const { count, money } = useFormats();
  return (
    <Box padding="400" paddingBlockStart="0">
      <BlockStack gap="300" as="ul">
        {gainers.map((gainer) => (
          <Box as="li" key={gainer.person}>
            <BlockStack>
              <Text as="span" fontWeight="medium">
                {nameOf(gainer) ?? t.unnamed}
              </Text>
              {[
                `${t.orders}: ${count(gainer.orders)}`,
                `${t.earned}: ${count(gainer.earned)}`,
                `${t.outstanding}: ${count(gainer.outstanding)}${gainer.worthMinor === null ? "" : ` (${money(gainer.worthMinor)})`}`,
              ].map((text) => (
                <Text as="span" variant="bodySm" key={text}>
                  {text}
                </Text>
              ))}
            </BlockStack>
          </Box>
        ))}
      </BlockStack>
    </Box>
  );
}

function GainersRows({ gainers }: { readonly gainers: readonly Gainer[] }) {
  const t = useTexts(historyTexts);
  const { count, money } = useFormats();
  return (
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
      {gainers.map((gainer, index) => (
        <IndexTable.Row id={gainer.person} key={gainer.person} position={index}>
          <IndexTable.Cell>{nameOf(gainer) ?? t.unnamed}</IndexTable.Cell>
          <NumberCell text={count(gainer.orders)} />
          <NumberCell text={count(gainer.earned)} />
          <NumberCell text={count(gainer.outstanding)} />
          <NumberCell text={gainer.worthMinor === null ? "–" : money(gainer.worthMinor)} />
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function nameOf({ name, email }: Gainer): string | null {
  return name ?? email;
}
