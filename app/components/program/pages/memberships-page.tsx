import { BlockStack, Button } from "@shopify/polaris";
import { freshId, PLACES } from "#app/domain/program/document/entry-places.ts";
import { challengeTexts } from "../../i18n/challenges/challenge-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { pageTexts } from "../../i18n/page-texts.ts";
import { useEditing } from "../editor/editing.tsx";
import { EntryCards } from "../editor/entry-list.tsx";
import { FieldsOf } from "../editor/fields-of.tsx";
import { BENEFIT_FIELDS, MEMBERSHIP_FIELDS } from "../forms/membership-forms.ts";
import { GiftField } from "./challenges/gift-field.tsx";
import { BelowCards } from "./below-cards.tsx";
import { FormPage } from "./form-page.tsx";

/** Memberships that are bought as a product of the shop. */
export function MembershipsPage() {
  const t = useTexts(pageTexts);
  const { ready } = useTexts(challengeTexts);
  const { change } = useEditing();
  return (
    <FormPage>
      <EntryCards
        list="memberships"
        sortable
        switchable={false}
        empty={t.noMemberships}
        form={(index) => <MembershipForm index={index} />}
      />
      <BelowCards>
        <Button
          variant="primary"
          onClick={() =>
            change(PLACES.memberships, (entries) => [
              ...entries,
              {
                id: freshId(entries, "membership"),
                name: ready.membership,
                months: 12,
                benefits: { multiplier: 2 },
              },
            ])
          }
        >
          {t.addMembership}
        </Button>
      </BelowCards>
    </FormPage>
  );
}

function MembershipForm({ index }: { readonly index: number }) {
  const t = useTexts(challengeTexts);
  const base = [...PLACES.memberships, index];
  return (
    <BlockStack gap="400">
      <FieldsOf specs={MEMBERSHIP_FIELDS} base={base} />
      <FieldsOf specs={BENEFIT_FIELDS} base={base} />
      <GiftField label={t.monthly} place={[...base, "benefits", "monthly"]} optional />
    </BlockStack>
  );
}
