import { BlockStack, Card, ChoiceList, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { LAUNCHER_PAGES } from "#app/domain/shops/merchant-choices.ts";
import { useHost } from "../host/host.tsx";
import { useTexts } from "../i18n/language.tsx";
import { lookTexts } from "../i18n/settings/look-texts.ts";
import { colorOf, type ChoicesProps, type TypedChoices } from "./typed-choices.ts";

type Look = TypedChoices["look"];

/** Colours, corners and place of the launcher and its panel. */
export function LookCard({ choices, onChange, wrong }: ChoicesProps) {
  const t = useTexts(lookTexts);
  const { themeEditor } = useHost().abilities;
  const { look } = choices;
  const change = (changed: Partial<Look>) => onChange({ ...choices, look: { ...look, ...changed } });
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p">{themeEditor ? t.body.editor : t.body.none}</Text>
        <FormLayout>
          <FormLayout.Group condensed>
            <ColorField
              id="look.accent"
              label={t.accent}
              value={look.accent}
              wrong={wrong.has("look.accent")}
              onChange={(accent) => change({ accent })}
            />
            <ColorField
              id="look.surface"
              label={t.surface}
              value={look.surface}
              wrong={wrong.has("look.surface")}
              onChange={(surface) => change({ surface })}
            />
          </FormLayout.Group>
          <FormLayout.Group condensed>
            <TextField
              id="look.radius"
              label={t.radius}
              suffix={t.pixels}
              inputMode="numeric"
              autoComplete="off"
              helpText={themeEditor ? t.radiusHelp.editor : t.radiusHelp.none}
              error={wrong.has("look.radius") ? t.radiusWrong : false}
              value={look.radius}
              onChange={(radius) => change({ radius })}
            />
            <SideField look={look} onChange={change} />
          </FormLayout.Group>
        </FormLayout>
        {themeEditor ? null : (
          <TextField
            id="look.offset"
            label={t.offset}
            suffix={t.pixels}
            inputMode="numeric"
            autoComplete="off"
            helpText={t.offsetHelp}
            error={wrong.has("look.offset") ? t.offsetWrong : false}
            value={look.offset}
            onChange={(offset) => change({ offset })}
          />
        )}
        <PagesField look={look} onChange={change} />
      </BlockStack>
    </Card>
  );
}

interface PartProps {
  readonly look: Look;
  readonly onChange: (changed: Partial<Look>) => void;
}

function SideField({ look, onChange }: PartProps) {
  const t = useTexts(lookTexts);
  const { themeEditor } = useHost().abilities;
  const { editor, left, right } = t.sides;
  return (
    <Select
      label={t.side}
      options={[
        ...(themeEditor ? [{ label: editor, value: "" }] : []),
        { label: right, value: "right" },
        { label: left, value: "left" },
      ]}
      value={look.side ?? (themeEditor ? "" : "right")}
      onChange={(side) => onChange({ side: side === "left" || side === "right" ? side : null })}
    />
  );
}

function PagesField({ look, onChange }: PartProps) {
  const t = useTexts(lookTexts);
  const { themeEditor } = useHost().abilities;
  return (
    <BlockStack gap="100">
      <ChoiceList
        allowMultiple
        title={t.shownOn}
        choices={LAUNCHER_PAGES.map((page) => ({ label: t.pages[page], value: page }))}
        selected={LAUNCHER_PAGES.filter((page) => !look.offPages.includes(page))}
        onChange={(shown) => onChange({ offPages: LAUNCHER_PAGES.filter((page) => !shown.includes(page)) })}
      />
      {themeEditor ? (
        <Text as="p" tone="subdued">
          {t.shownOnHelp}
        </Text>
      ) : null}
    </BlockStack>
  );
}

interface ColorFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly onChange: (color: string) => void;
}

/** What the picker of the browser shows where no colour is chosen. */
const NO_COLOR = "#ffffff";

function ColorField({ id, label, value, wrong, onChange }: ColorFieldProps) {
  const t = useTexts(lookTexts);
  const color = wrong ? null : colorOf(value);
  return (
    <TextField
      id={id}
      label={label}
      autoComplete="off"
      placeholder="#7a4b2a"
      error={wrong ? t.colorWrong : false}
      value={value}
      onChange={onChange}
      connectedLeft={
        <input
          className="regulars-color"
          type="color"
          aria-label={t.pick(label)}
          value={color ?? NO_COLOR}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      }
    />
  );
}
