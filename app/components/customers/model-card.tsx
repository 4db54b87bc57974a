import { BlockStack, Card, Text } from "@shopify/polaris";
import { useFormats } from "../formats.tsx";
import { insightTexts } from "../i18n/customers/insight-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { useShares } from "./use-shares.ts";

interface Fit {
  readonly logLikelihood: number;
  readonly customers: number;
  /** Parameters that ended at a bound of the search. */
  readonly atBound: readonly string[];
}

export interface ShownModels {
  readonly models: {
    readonly purchases: (Fit & Readonly<Record<"r" | "alpha" | "a" | "b", number>>) | null;
    readonly money: (Fit & Readonly<Record<"p" | "q" | "v", number>>) | null;
  };
  readonly fittedOn: string;
  readonly returning: number;
}

/** So small a chance to leave after a purchase is none. */
const NOBODY_LEAVES = 0.001;

/** How many customers predictions take, as the models say. */
const NEEDED = 50;

/** Where predictions come from, or why there are none. */
export function ModelCard({ models: { purchases, money }, fittedOn, returning }: ShownModels) {
  const t = useTexts(insightTexts);
  const { count, calendarDay } = useFormats();
  const written = useShares();
  const number = (value: number) => written("number", value);
  const listed = (parameters: Readonly<Record<string, number>>) =>
    Object.entries(parameters)
      .map(([name, value]) => `${name} ${number(value)}`)
      .join(", ");
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t.modelTitle}
        </Text>
        {purchases === null ? (
          <Text as="p">{returning < NEEDED ? t.modelNone(count(returning)) : t.modelFailed}</Text>
        ) : (
          <>
            <Text as="p">{t.modelKnown(count(purchases.customers), calendarDay(fittedOn))}</Text>
            <Text as="p" tone="subdued" variant="bodySm">
              {t.modelDetails(
                "BG/NBD",
                listed({ r: purchases.r, alpha: purchases.alpha, a: purchases.a, b: purchases.b }),
                number(purchases.logLikelihood),
              )}
            </Text>
            {purchases.a / (purchases.a + purchases.b) < NOBODY_LEAVES ? (
              <Text as="p">{t.nobodyLeaves}</Text>
            ) : null}
            <AtBound names={purchases.atBound} />
          </>
        )}
        {money === null ? null : (
          <>
            <Text as="p" tone="subdued" variant="bodySm">
              {t.modelDetails(
                "Gamma-Gamma",
                listed({ p: money.p, q: money.q, v: money.v }),
                number(money.logLikelihood),
              )}
            </Text>
            <AtBound names={money.atBound} />
          </>
        )}
      </BlockStack>
    </Card>
  );
}

/** A maximum at a bound is a result: it is said, and not hidden. */
function AtBound({ names }: { readonly names: readonly string[] }) {
  const t = useTexts(insightTexts);
  if (names.length === 0) return null;
  return (
    <Text as="p" tone="subdued" variant="bodySm">
      {t.modelAtBound(names.join(", "))}
    </Text>
  );
}
