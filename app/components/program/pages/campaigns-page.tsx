import { BlockStack, Button } from "@shopify/polaris";
import { useTexts } from "../../i18n/language.tsx";
import { pageTexts } from "../../i18n/page-texts.ts";
import { useEditing } from "../editor/editing.tsx";
import { EntryCards } from "../editor/entry-list.tsx";
import { freshId, PLACES } from "#app/domain/program/document/entry-places.ts";
import { FieldsOf } from "../editor/fields-of.tsx";
import { LineConditions } from "../editor/line-conditions.tsx";
import { CAMPAIGN_FIELDS } from "../forms/program-forms.ts";
import { BelowCards } from "./below-cards.tsx";
import { FormPage } from "./form-page.tsx";

/** Times in which purchases count more. */
export function CampaignsPage() {
  const t = useTexts(pageTexts);
  const { change } = useEditing();
  return (
    <FormPage>
      <EntryCards
        list="campaigns"
        sortable
        switchable={false}
        empty={t.noCampaigns}
        form={(index) => <CampaignForm index={index} />}
      />
      <BelowCards>
        <Button
          variant="primary"
          onClick={() =>
            change(PLACES.campaigns, (entries) => [
              ...entries,
              { id: freshId(entries, "campaign"), factor: 2 },
            ])
          }
        >
          {t.addCampaign}
        </Button>
      </BelowCards>
    </FormPage>
  );
}

function CampaignForm({ index }: { readonly index: number }) {
  const base = [...PLACES.campaigns, index];
  return (
    <BlockStack gap="400">
      <FieldsOf specs={CAMPAIGN_FIELDS} base={base} />
      <LineConditions base={[...base, "lines"]} />
    </BlockStack>
  );
}
