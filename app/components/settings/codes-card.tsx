import { BlockStack, Card, Checkbox, ChoiceList, Text, TextField } from "@shopify/polaris";
import { useHost } from "../host/host.tsx";
import { useTexts } from "../i18n/language.tsx";
import { rulesTexts } from "../i18n/settings/rules-texts.ts";
import { settingsTexts } from "../i18n/settings-texts.ts";
import type { ChoicesProps } from "./typed-choices.ts";

/** What the signs of a code look like behind its prefix. */
const EXAMPLE = "7KQ4M-X2VPH-9TC";

/** How codes read, who may use them and what they stand beside; and the tier as the shop knows it. */
export function CodesCard({ choices, onChange, wrong }: ChoicesProps) {
  const t = useTexts(settingsTexts);
  const rules = useTexts(rulesTexts);
  const { boundCodes, tierMark } = useHost().abilities;
  const mark = t.tierMarks[tierMark];
  const isWrong = wrong.has("codePrefix");
  const example = choices.codePrefix === "" || isWrong ? EXAMPLE : `${choices.codePrefix}-${EXAMPLE}`;
  return (
    <Card>
      <BlockStack gap="400">
        <TextField
          id="codePrefix"
          label={rules.prefix}
          helpText={rules.prefixHelp(example)}
          error={isWrong ? rules.prefixWrong : false}
          autoComplete="off"
          maxLength={10}
          value={choices.codePrefix}
          onChange={(typed) => onChange({ ...choices, codePrefix: typed.trim().toUpperCase() })}
        />
        <CombinationField choices={choices} onChange={onChange} />
        {boundCodes ? (
          <Checkbox
            label={t.passedOn}
            helpText={t.passedOnHelp}
            checked={choices.codesMayBePassedOn}
            onChange={(codesMayBePassedOn) => onChange({ ...choices, codesMayBePassedOn })}
          />
        ) : null}
        <Checkbox
          label={mark.label}
          helpText={mark.help}
          checked={choices.tagTier}
          onChange={(tagTier) => onChange({ ...choices, tagTier })}
        />
      </BlockStack>
    </Card>
  );
}

const KINDS = ["order", "product", "shipping"] as const;

function CombinationField({ choices, onChange }: Omit<ChoicesProps, "wrong">) {
  const t = useTexts(rulesTexts);
  const { combinesDiscounts } = useHost().abilities;
  const { combinesWith } = choices;
  if (!combinesDiscounts) return <Text as="p">{t.oneCode}</Text>;
  return (
    <BlockStack gap="100">
      <ChoiceList
        allowMultiple
        title={t.combine}
        choices={KINDS.map((kind) => ({ label: t.kinds[kind], value: kind }))}
        selected={KINDS.filter((kind) => combinesWith[kind])}
        onChange={(selected) => {
          const [order, product, shipping] = KINDS.map((kind) => selected.includes(kind));
          onChange({
            ...choices,
            combinesWith: { order: order === true, product: product === true, shipping: shipping === true },
          });
        }}
      />
      <Text as="p" tone="subdued">
        {t.combineHelp}
      </Text>
    </BlockStack>
  );
}
