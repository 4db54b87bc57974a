import { BlockStack, Box, IndexTable, Text, useBreakpoints } from "@shopify/polaris";
import { useFormats } from "../formats.tsx";
import { dataTexts } from "../i18n/data-texts.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { NumberCell } from "../number-cell.tsx";
import { levelName } from "./level-name.ts";
import type { FirstRow, Level } from "./member-files.ts";

interface FirstRowsProps {
  readonly rows: readonly FirstRow[];
  readonly levels: readonly Level[];
}

/** The first lines as they were understood: what a merchant looks at first, because it shows what is wrong. */
export function FirstRows({ rows, levels }: FirstRowsProps) {
  const t = useTexts(dataTexts);
  const { smDown } = useBreakpoints();
  if (rows.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t.firstTitle}
      </Text>
      {smDown ? <RowList rows={rows} levels={levels} /> : <RowTable rows={rows} levels={levels} />}
    </BlockStack>
  );
}

function RowTable({ rows, levels }: FirstRowsProps) {
  const t = useTexts(dataTexts);
  const cells = useCells(levels);
  return (
    <IndexTable
      selectable={false}
      itemCount={rows.length}
      headings={[
        { title: t.who },
        { title: t.points, alignment: "end" },
        { title: t.tier },
        { title: t.birthday },
        { title: t.becomes },
      ]}
    >
      {rows.map((row, index) => {
        const { who, points, tier, birthday, becomes } = cells(row);
        return (
          <IndexTable.Row id={String(row.line)} key={row.line} position={index}>
            <IndexTable.Cell>{who}</IndexTable.Cell>
            <NumberCell text={points} />
            <IndexTable.Cell>{tier}</IndexTable.Cell>
            <IndexTable.Cell>{birthday}</IndexTable.Cell>
            <IndexTable.Cell>{becomes}</IndexTable.Cell>
          </IndexTable.Row>
        );
      })}
    </IndexTable>
  );
}

/** On a phone five columns would have to be pushed to and fro. */
function RowList({ rows, levels }: FirstRowsProps) {
  const t = useTexts(dataTexts);
  const cells = useCells(levels);
  return (
    <BlockStack gap="300" as="ul">
      {rows.map((row) => {
        const { who, points, tier, birthday, becomes } = cells(row);
        const lines = [`${t.points}: ${points}`, `${t.tier}: ${tier}`, `${t.birthday}: ${birthday}`, becomes];
        return (
          <Box as="li" key={row.line}>
            <Text as="span" fontWeight="medium" breakWord>
              {who}
            </Text>
            {lines.map((line) => (
              <Text as="p" key={line}>
                {line}
              </Text>
            ))}
          </Box>
        );
      })}
    </BlockStack>
  );
}

const NOTHING = "–";

function useCells(levels: readonly Level[]) {
  const t = useTexts(dataTexts);
  const language = useLanguage();
  const { count } = useFormats();
  return ({ said, points, state }: FirstRow) => ({
    who: said?.email ?? said?.customerId ?? NOTHING,
    points: count(points),
    tier: said === null || said.levelId === null ? NOTHING : levelName(levels, said.levelId, language),
    birthday: said?.birthday?.replace(/^--/u, "") ?? NOTHING,
    becomes: t.states[state],
  });
}
