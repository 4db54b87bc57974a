import { BlockStack, Box, FormLayout, IndexTable, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import {
  spendingGuidance,
  type SpendingChoice,
  type ValuedGroup,
} from "#app/domain/program-review/spending-guidance.ts";
import { useShares } from "../customers/use-shares.ts";
import { useFormats } from "../formats.tsx";
import { guidanceTexts } from "../i18n/publishing/guidance-texts.ts";
import { useLanguage, useTexts, type Language } from "../i18n/language.tsx";
import { NumberCell } from "../number-cell.tsx";
import { TableCard } from "../table-card.tsx";
import { WideTable } from "../wide-table.tsx";

export interface ShownGroup extends ValuedGroup {
  readonly id: string;
  /** Null: all members. */
  readonly name: Readonly<Record<Language, string>> | null;
  readonly givenMinor: number | null;
}

const SPEND_AT_FIRST = "10";

/** What may be spent on each segment by what it is worth, beside what the draft would give it. */
export function GuidanceCard({ groups }: { readonly groups: readonly ShownGroup[] }) {
  const t = useTexts(guidanceTexts);
  const [spend, setSpend] = useState(SPEND_AT_FIRST);
  const [own, setOwn] = useState("");
  const spendShare = shareTyped(spend);
  const ownMarginShare = shareTyped(own);
  const isWrong = own.trim() !== "" && ownMarginShare === null;
  if (groups.length === 0)
    return (
      <TableCard title={t.title} meaning={t.none}>
        {null}
      </TableCard>
    );
  const isPredicted = groups.some(({ predictedMinor }) => predictedMinor !== null);
  const isCosted = groups.some(({ costedMinor }) => costedMinor > 0);
  return (
    <TableCard title={t.title} meaning={t.meaning}>
      <Box paddingInline="400" paddingBlockEnd="400">
        <BlockStack gap="300">
          <FormLayout>
            <FormLayout.Group condensed>
              <PercentField
                label={t.spend}
                value={spend}
                onChange={setSpend}
                error={spendShare === null ? t.noPercent : undefined}
              />
              <PercentField
                label={t.own}
                value={own}
                onChange={setOwn}
                error={isWrong ? t.noPercent : undefined}
                helpText={t.ownHelp}
              />
            </FormLayout.Group>
          </FormLayout>
          {isPredicted ? null : <Text as="p">{t.noValue}</Text>}
          {isCosted || ownMarginShare !== null ? null : <Text as="p">{t.noCosts}</Text>}
        </BlockStack>
      </Box>
      {spendShare === null ? null : <Groups groups={groups} choice={{ ownMarginShare, spendShare }} />}
      <Box padding="400">
        <Text as="p" tone="subdued">
          {t.draftMeaning}
        </Text>
      </Box>
    </TableCard>
  );
}

interface PercentFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  readonly helpText?: string;
}

function PercentField({ error, ...field }: PercentFieldProps) {
  return (
    <TextField
      {...field}
      autoComplete="off"
      inputMode="decimal"
      suffix="%"
      {...(error === undefined ? {} : { error })}
    />
  );
}

/** A percentage as it is typed, with a point or a comma; null where it is none. */
function shareTyped(typed: string): number | null {
  const written = typed.trim().replace(",", ".");
  if (!/^\d{1,3}(\.\d{1,2})?$/u.test(written)) return null;
  const percent = Number(written);
  return percent <= 100 ? percent / 100 : null;
}

function Groups({
  groups,
  choice,
}: {
  readonly groups: readonly ShownGroup[];
  readonly choice: SpendingChoice;
}) {
  const t = useTexts(guidanceTexts);
  const language = useLanguage();
  const { count } = useFormats();
  const written = useShares();
  const money = (minor: number | null) => written("money", minor) ?? "–";
  const end = (title: string) => ({ title, alignment: "end" as const });
  return (
    <WideTable>
      <IndexTable
        selectable={false}
        itemCount={groups.length}
        headings={[{ title: t.group }, ...[t.customers, t.value, t.margin, t.each, t.all, t.draft].map(end)]}
      >
        {groups.map((group, position) => {
          const { marginShare, budgetMinor, budgetEachMinor } = spendingGuidance(group, choice);
          const isAbove = budgetMinor !== null && group.givenMinor !== null && group.givenMinor > budgetMinor;
          return (
            <IndexTable.Row id={group.id} key={group.id} position={position}>
              <IndexTable.Cell>{group.name === null ? t.everybody : group.name[language]}</IndexTable.Cell>
              <NumberCell text={count(group.customers)} />
              <NumberCell text={money(group.predictedMinor)} />
              <NumberCell text={written("share", marginShare) ?? "–"} />
              <NumberCell text={money(budgetEachMinor)} />
              <NumberCell text={money(budgetMinor)} />
              <NumberCell
                text={isAbove ? `${money(group.givenMinor)} (${t.above})` : money(group.givenMinor)}
              />
            </IndexTable.Row>
          );
        })}
      </IndexTable>
    </WideTable>
  );
}
