import { BlockStack, Button, Text } from "@shopify/polaris";
import { valueAt } from "#app/domain/program/document/document-path.ts";
import { BesideCards } from "../../../layout/beside-cards.tsx";
import { useTexts } from "../../../i18n/language.tsx";
import { referralTexts } from "../../../i18n/referral/referral-texts.ts";
import { useEditing } from "../../editor/editing.tsx";
import { FieldsOf } from "../../editor/fields-of.tsx";
import { ADVOCATE_FIELDS, QUALIFY_FIELDS, REFERRAL_FIELDS } from "../../forms/referral-forms.ts";
import { BelowCards } from "../below-cards.tsx";
import { GiftField } from "../challenges/gift-field.tsx";
import { FormPage } from "../form-page.tsx";
import { Section } from "../section.tsx";
import { AmbassadorSteps } from "./ambassador-steps.tsx";

const PLACE = ["referral"] as const;

/** Friends that members bring along: what each gets, which order counts, what several bring. */
export function ReferralPage() {
  const { document } = useEditing();
  return <FormPage>{valueAt(document, PLACE) === undefined ? <NoReferral /> : <ReferralForm />}</FormPage>;
}

function NoReferral() {
  const t = useTexts(referralTexts);
  const { edit } = useEditing();
  return (
    <>
      <BesideCards>
        <Text as="p" tone="subdued">
          {t.none}
        </Text>
      </BesideCards>
      <BelowCards>
        <Button
          variant="primary"
          onClick={() =>
            edit(PLACE, {
              friend: { points: 100 },
              advocate: { points: 500, limit: { count: 10, per: "year" } },
              qualify: { maturityDays: 14 },
            })
          }
        >
          {t.begin}
        </Button>
      </BelowCards>
    </>
  );
}

function ReferralForm() {
  const t = useTexts(referralTexts);
  const { edit } = useEditing();
  return (
    <>
      <Section title={t.who} help={t.whoHelp}>
        <FieldsOf specs={REFERRAL_FIELDS} base={PLACE} />
      </Section>
      <Section title={t.gains}>
        <BlockStack gap="400">
          <GiftField label={t.friendGets} place={[...PLACE, "friend"]} optional />
          <FieldsOf specs={ADVOCATE_FIELDS} base={PLACE} />
        </BlockStack>
      </Section>
      <Section title={t.qualifies} help={t.qualifiesHelp}>
        <FieldsOf specs={QUALIFY_FIELDS} base={PLACE} />
      </Section>
      <Section title={t.ambassador} help={t.ambassadorHelp}>
        <AmbassadorSteps />
      </Section>
      <BelowCards>
        <Button onClick={() => edit(PLACE, undefined)}>{t.remove}</Button>
      </BelowCards>
    </>
  );
}
