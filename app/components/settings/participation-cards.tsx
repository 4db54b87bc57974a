import { Card, Checkbox, ChoiceList } from "@shopify/polaris";
import { useTexts } from "../i18n/language.tsx";
import { settingsTexts } from "../i18n/settings-texts.ts";
import { StatusesCard } from "./statuses-card.tsx";
import type { ChoicesProps } from "./typed-choices.ts";

export function MembershipCard({ choices, onChange }: Omit<ChoicesProps, "wrong">) {
  const t = useTexts(settingsTexts);
  return (
    <Card>
      <ChoiceList
        title={t.membership}
        choices={[
          { label: t.everyone, value: "everyoneWhoOrders", helpText: t.everyoneHelp },
          { label: t.onlyJoined, value: "onlyWhoJoins", helpText: t.onlyJoinedHelp },
        ]}
        selected={[choices.membership]}
        onChange={([value]) => {
          const membership = value === "onlyWhoJoins" ? "onlyWhoJoins" : "everyoneWhoOrders";
          onChange({ ...choices, membership });
        }}
      />
    </Card>
  );
}

export function OrdersCard({ choices, onChange }: Omit<ChoicesProps, "wrong">) {
  return (
    <StatusesCard
      paid={choices.paidStatuses}
      handedOver={choices.handedOverStatuses}
      onPaid={(paidStatuses) => onChange({ ...choices, paidStatuses })}
      onHandedOver={(handedOverStatuses) => onChange({ ...choices, handedOverStatuses })}
    />
  );
}

export function TillsCard({ choices, onChange }: Omit<ChoicesProps, "wrong">) {
  const t = useTexts(settingsTexts);
  return (
    <Card>
      <Checkbox
        label={t.tillMayAdjust}
        helpText={t.tillMayAdjustHelp}
        checked={choices.tillMayAdjust}
        onChange={(tillMayAdjust) => onChange({ ...choices, tillMayAdjust })}
      />
    </Card>
  );
}
