import { BlockStack, Box, Card, Checkbox, ChoiceList, Scrollable, Text, TextField } from "@shopify/polaris";
import { segmentTag } from "#app/domain/customers/segments/segment-tag.ts";
import { useHost } from "../host/host.tsx";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { rulesTexts } from "../i18n/settings/rules-texts.ts";
import { settingsTexts } from "../i18n/settings-texts.ts";
import type { SegmentChoice } from "../members/list/segment-choice.ts";
import type { ChoicesProps } from "./typed-choices.ts";

/** What the signs of a code look like behind its prefix. */
const EXAMPLE = "7KQ4M-X2VPH-9TC";

interface CodesCardProps extends ChoicesProps {
  /** The shop's segments, by name. */
  readonly segments: readonly SegmentChoice[];
}

/** How codes read, who may use them and what they stand beside; and the tier as the shop knows it. */
export function CodesCard({ choices, onChange, wrong, segments }: CodesCardProps) {
  const t = useTexts(settingsTexts);
  const rules = useTexts(rulesTexts);
  const { boundCodes, tags, tierMark } = useHost().abilities;
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
        {tags ? <TaggedSegments choices={choices} onChange={onChange} segments={segments} /> : null}
      </BlockStack>
    </Card>
  );
}

/** Names of many segments scroll in a box of their own. */
const LIST_HEIGHT = "16rem";

function TaggedSegments({ choices, onChange, segments }: Omit<CodesCardProps, "wrong">) {
  const t = useTexts(rulesTexts);
  const language = useLanguage();
  const { taggedSegments } = choices;
  const [example] = taggedSegments.length > 0 ? taggedSegments : segments.map(({ id }) => id);
  return (
    <BlockStack gap="100">
      <Scrollable style={{ maxHeight: LIST_HEIGHT }} focusable>
        <Box paddingInlineStart="050">
          <ChoiceList
            allowMultiple
            title={t.taggedSegments}
            choices={segments.map(({ id, name }) => ({ label: name[language], value: id }))}
            selected={[...taggedSegments]}
            onChange={(chosen) => onChange({ ...choices, taggedSegments: chosen })}
          />
        </Box>
      </Scrollable>
      {example === undefined ? null : (
        <Text as="p" tone="subdued">
          {t.taggedSegmentsHelp(segmentTag(example))}
        </Text>
      )}
    </BlockStack>
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
