import { BlockStack, ChoiceList } from "@shopify/polaris";
import { PlanBanner } from "../../host/plan-banner.tsx";
import { useHost } from "../../host/host.tsx";
import { useTexts } from "../../i18n/language.tsx";
import { pageTexts } from "../../i18n/page-texts.ts";
import {
  isRecord,
  valueAt,
  withValue,
  type DocumentPlace,
} from "#app/domain/program/document/document-path.ts";
import { useEditing, useField } from "../editor/editing.tsx";
import { EntryCards } from "../editor/entry-list.tsx";
import { PLACES } from "#app/domain/program/document/entry-places.ts";
import { FieldsOf } from "../editor/fields-of.tsx";
import { KindField } from "../editor/kind-field.tsx";
import { FIXED_PRICE, MONEY_KINDS, REWARD_VARIANTS, SLIDING_PRICE } from "../forms/reward-forms.ts";
import { AddEntry } from "./add-entry.tsx";
import { FormPage } from "./form-page.tsx";

/** What points buy. */
export function RewardsFormPage() {
  const t = useTexts(pageTexts);
  const { offered } = useHost();
  return (
    <FormPage>
      <PlanBanner of="rewards" />
      <EntryCards
        list="rewards"
        sortable
        switchable
        empty={t.noRewards}
        form={(index) => <RewardForm index={index} />}
      />
      <AddEntry
        label={t.addReward}
        list="rewards"
        kinds={REWARD_VARIANTS.filter(offered).map(({ value, words, begin }) => ({
          stem: value,
          words,
          begin,
        }))}
      />
    </FormPage>
  );
}

function RewardForm({ index }: { readonly index: number }) {
  const base = [...PLACES.rewards, index];
  const { document } = useEditing();
  const kind = valueAt(document, [...base, "kind"]);
  const variant = REWARD_VARIANTS.find(({ value }) => value === kind);
  const { offered } = useHost();
  const variants = REWARD_VARIANTS.filter((one) => one.value === kind || offered(one));
  return (
    <BlockStack gap="400">
      <KindField variants={variants} words="rewardKind" base={base} />
      {typeof kind === "string" && MONEY_KINDS.has(kind) ? <Price base={base} /> : null}
      {variant === undefined ? null : <FieldsOf specs={variant.fields} base={base} />}
    </BlockStack>
  );
}

/** One price for one worth, or as many points as the member likes. */
function Price({ base }: { readonly base: DocumentPlace }) {
  const t = useTexts(pageTexts);
  const { value, set } = useField(base);
  const slides = valueAt(value, ["variable"]) !== undefined;
  const choose = (sliding: boolean) => {
    if (!isRecord(value) || sliding === slides) return;
    const bare = ["value", "cost", "variable"].reduce<unknown>(
      (rest, name) => withValue(rest, [name], undefined),
      value,
    );
    set(
      isRecord(bare)
        ? {
            ...bare,
            ...(sliding ? { variable: { points: 100, value: "1.00" } } : { value: "5.00", cost: 500 }),
          }
        : bare,
    );
  };
  return (
    <>
      <ChoiceList
        title={t.price}
        choices={[
          { value: "fixed", label: t.priceFixed },
          { value: "sliding", label: t.priceSliding, helpText: t.priceSlidingHelp },
        ]}
        selected={[slides ? "sliding" : "fixed"]}
        onChange={([next]) => choose(next === "sliding")}
      />
      <FieldsOf specs={slides ? SLIDING_PRICE : FIXED_PRICE} base={base} />
    </>
  );
}
