import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { PlanBanner } from "../../host/plan-banner.tsx";
import { useTexts } from "../../i18n/language.tsx";
import { pageTexts } from "../../i18n/page-texts.ts";
import { listAt, valueAt } from "#app/domain/program/document/document-path.ts";
import { useEditing } from "../editor/editing.tsx";
import { EntryCards } from "../editor/entry-list.tsx";
import { freshId, PLACES } from "#app/domain/program/document/entry-places.ts";
import { FieldsOf } from "../editor/fields-of.tsx";
import { VariantField } from "../editor/variant-field.tsx";
import { LEVEL_FIELDS, TIER_FIELDS, TIER_WINDOW } from "../forms/tier-forms.ts";
import { FormPage } from "./form-page.tsx";
import { Ladder } from "./ladder.tsx";
import { Perks } from "./perks.tsx";
import { BelowCards } from "./below-cards.tsx";
import { Section } from "./section.tsx";

const BASE = ["tiers"];
const FIRST_TIERS = {
  metric: "spend",
  window: { kind: "rolling", months: 12 },
  graceDays: 30,
  levels: [
    { id: "bronze", name: "Bronze", from: "0" },
    { id: "silver", name: { en: "Silver", de: "Silber" }, from: "200", multiplier: 1.25 },
    { id: "gold", name: "Gold", from: "500", multiplier: 1.5 },
  ],
};

/** The levels as a ladder, and how one climbs it. */
export function TiersPage() {
  const t = useTexts(pageTexts);
  const { document, edit } = useEditing();
  if (valueAt(document, BASE) === undefined) {
    return (
      <FormPage>
        <PlanBanner of="tiers" />
        <Section title={t.tiers}>
          <Text as="p">{t.noTiers}</Text>
          <InlineStack>
            <Button variant="primary" onClick={() => edit(BASE, FIRST_TIERS)}>
              {t.beginTiers}
            </Button>
          </InlineStack>
        </Section>
      </FormPage>
    );
  }
  return (
    <FormPage>
      <PlanBanner of="tiers" />
      <Ladder />
      <Levels />
      <Section title={t.climbing}>
        <FieldsOf specs={TIER_FIELDS.slice(0, 1)} base={BASE} />
        <VariantField spec={TIER_WINDOW} base={BASE} />
        <FieldsOf specs={TIER_FIELDS.slice(1)} base={BASE} />
      </Section>
      <BelowCards>
        <Button tone="critical" onClick={() => edit(BASE, undefined)}>
          {t.endTiers}
        </Button>
      </BelowCards>
    </FormPage>
  );
}

function Levels() {
  const t = useTexts(pageTexts);
  const { document, change } = useEditing();
  const last = listAt(document, PLACES.levels).at(-1);
  const add = () =>
    change(PLACES.levels, (levels) => [
      ...levels,
      { id: freshId(levels, "level"), name: t.newLevel, from: above(valueAt(last, ["from"])) },
    ]);
  return (
    <BlockStack gap="300">
      <EntryCards
        list="levels"
        sortable={false}
        switchable={false}
        empty={t.noLevels}
        form={(index) => <LevelForm index={index} />}
      />
      <BelowCards>
        <Button variant="primary" onClick={add}>
          {t.addLevel}
        </Button>
      </BelowCards>
    </BlockStack>
  );
}

/** A threshold above the last one, to be changed. */
function above(from: unknown): string {
  const last = typeof from === "string" ? Number(from) : Number.NaN;
  return Number.isFinite(last) && last > 0 ? String(Math.ceil(last * 2)) : "100";
}

function LevelForm({ index }: { readonly index: number }) {
  const base = [...PLACES.levels, index];
  return (
    <BlockStack gap="400">
      <FieldsOf specs={LEVEL_FIELDS} base={base} />
      <Perks base={[...base, "perks"]} />
    </BlockStack>
  );
}
