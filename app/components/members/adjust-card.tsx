import {
  BlockStack,
  Button,
  Card,
  ChoiceList,
  InlineError,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { useCallback, useState } from "react";
import { useFormats, useShopFormat } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { memberPageTexts } from "../i18n/member-page-texts.ts";
import { memberDeedTexts } from "../i18n/members/member-deed-texts.ts";
import { refusalTexts } from "../i18n/refusal-texts.ts";
import { ReasonField } from "../reason-field.tsx";
import { useDeed } from "../use-deed.ts";
import type { TierChoice } from "./list/tier-choice.ts";
import { useForeseen, type Foreseen } from "./use-foreseen.ts";
import { useProblem } from "./use-problem.ts";

const NOTHING = { points: "", qualifying: "", reason: "", debt: "pay" };

interface AdjustCardProps {
  readonly memberId: string;
  readonly debt: number;
  /** What the program's tiers count; null: it has none. */
  readonly metric: "spend" | "points" | "orders" | null;
  readonly tiers: readonly TierChoice[];
}

/**
 * Points given or taken by hand, and apart from them what counts towards the tier. Before it is saved it is said
 * how the member will stand; with debts, what becomes of the points.
 */
export function AdjustCard({ memberId, debt, metric, tiers }: AdjustCardProps) {
  const t = useTexts(memberPageTexts);
  const words = useTexts(memberDeedTexts);
  const { currency } = useShopFormat();
  const [fields, setFields] = useState(NOTHING);
  const deed = useDeed(
    t.done.adjust,
    useCallback(() => setFields(NOTHING), []),
  );
  const problem = useProblem(deed);
  const foreseen = useForeseen(memberId, fields);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.adjust}
        </Text>
        <TextField
          label={t.adjustPoints}
          helpText={t.adjustHelp}
          inputMode="numeric"
          autoComplete="off"
          value={fields.points}
          onChange={(points) => setFields({ ...fields, points })}
          {...problem("points")}
        />
        <DebtChoice
          debt={debt}
          given={wholeNumber(fields.points)}
          choice={fields.debt}
          onChange={(choice) => setFields({ ...fields, debt: choice })}
        />
        {metric === null ? null : (
          <TextField
            label={metric === "spend" ? words.qualifying.spend(currency) : words.qualifying[metric]}
            helpText={words.qualifyingHelp}
            inputMode={metric === "spend" ? "decimal" : "numeric"}
            autoComplete="off"
            value={fields.qualifying}
            onChange={(qualifying) => setFields({ ...fields, qualifying })}
            {...problem("qualifying")}
          />
        )}
        <ReasonField
          helpText={t.reasonHelp}
          value={fields.reason}
          onChange={(reason) => setFields({ ...fields, reason })}
          {...problem("reason")}
        />
        <div aria-live="polite">
          {deed.refusal === null ? (
            <ForeseenLine foreseen={deed.busy ? null : foreseen} tiers={tiers} />
          ) : (
            <InlineError fieldID="adjust" message={deed.refusal} />
          )}
        </div>
        <InlineStack align="end">
          <Button loading={deed.busy} onClick={() => deed.send({ intent: "adjust", ...fields })}>
            {t.adjustAction}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

interface ForeseenLineProps {
  readonly foreseen: Foreseen | null;
  readonly tiers: readonly TierChoice[];
}

function ForeseenLine({ foreseen, tiers }: ForeseenLineProps) {
  const t = useTexts(memberDeedTexts);
  const refusals = useTexts(refusalTexts);
  const { points, lastDay } = useFormats();
  if (foreseen === null) return null;
  if (!foreseen.ok) {
    return (
      <Text as="p" tone="critical">
        {refusals[foreseen.refusal]}
      </Text>
    );
  }
  const { available, debt, tierLevelId, tierChanges, tierUntil } = foreseen;
  const tier = tiers.find(({ id }) => id === tierLevelId)?.name ?? null;
  const until = tierUntil === null ? null : lastDay(tierUntil);
  const after =
    tierChanges && tier !== null
      ? t.afterWithTier(points(available), tier, until)
      : t.after(points(available), tier);
  return <Text as="p">{debt === 0 ? after : `${after} ${t.afterDebt(points(debt))}`}</Text>;
}

interface DebtChoiceProps {
  readonly debt: number;
  readonly given: number;
  readonly choice: string;
  readonly onChange: (choice: string) => void;
}

function DebtChoice({ debt, given, choice, onChange }: DebtChoiceProps) {
  const t = useTexts(memberPageTexts);
  const { points } = useFormats();
  if (debt === 0 || given <= 0) return null;
  const paid = Math.min(given, debt);
  return (
    <ChoiceList
      title={t.owesNow(points(debt))}
      choices={[
        {
          value: "pay",
          label: t.payDebt,
          helpText: t.payDebtHelp(points(paid), points(debt - paid), points(given - paid)),
        },
        { value: "spare", label: t.spareDebt, helpText: t.spareDebtHelp(points(given), points(debt)) },
      ]}
      selected={[choice]}
      onChange={([chosen]) => onChange(chosen ?? "pay")}
    />
  );
}

/** What is typed, as far as it is a number: 0 where it is none. */
function wholeNumber(text: string): number {
  return /^\s*\+?\d{1,9}\s*$/.test(text) ? Number(text) : 0;
}
