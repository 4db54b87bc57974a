import {
  BlockStack,
  Button,
  Card,
  Checkbox,
  InlineError,
  InlineGrid,
  List,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { plainExample, type ExampleOrder, type ExampleWish } from "#app/domain/program/example-wish.ts";
import { parseMoney } from "#app/domain/money.ts";
import { inLanguage } from "#app/domain/program/texts/text.ts";
import type { ProgramOutline } from "#app/queries/program/read-program-text.ts";
import { formatsOf } from "../formats.tsx";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { programTexts } from "../i18n/program-texts.ts";
import { moneyCodec } from "./editor/codecs.ts";
import { useExample } from "./preview/use-example.ts";
import type { KnownReading } from "./use-reading.ts";

interface ExampleCardProps {
  readonly program: ProgramOutline | null;
  /** The text that was read. */
  readonly text: string;
  readonly known: readonly KnownReading[];
}

/** What an order would earn under the draft as it stands, line by line; the order can be changed. */
export function ExampleCard({ program, text, known }: ExampleCardProps) {
  const t = useTexts(programTexts);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.example}
        </Text>
        {program === null ? (
          <Text as="p">{t.exampleUnknown}</Text>
        ) : (
          <Example program={program} text={text} known={known} />
        )}
      </BlockStack>
    </Card>
  );
}

/** As it is typed: a figure that makes no sense is not taken, and stays to be seen. */
interface Typed {
  readonly quantity: string;
  readonly price: string;
  readonly discount: string;
  readonly returned: string;
  readonly levelId: string;
  readonly orderedBefore: boolean;
}

const NEW_MEMBER = "";
const UNTOUCHED: Typed = {
  quantity: "",
  price: "",
  discount: "",
  returned: "",
  levelId: NEW_MEMBER,
  orderedBefore: false,
};

function Example({ program, text, known }: ExampleCardProps & { readonly program: ProgramOutline }) {
  const t = useTexts(programTexts);
  const language = useLanguage();
  const [typed, setTyped] = useState(UNTOUCHED);
  const [changing, setChanging] = useState(false);
  const wish = wishOf(typed, program, language);
  const examples = known.find((one) => one.text === text)?.examples;
  const { example, failed } = useExample({ text, about: null, wish, known: examples?.[language] ?? null });
  const { money } = formatsOf(language, program);
  return (
    <>
      <Text as="p">{t.exampleBody}</Text>
      {failed ? <InlineError fieldID="example" message={t.exampleFailed} /> : null}
      {example === null && !failed ? <Text as="p">{t.exampleAsked}</Text> : null}
      <List>
        {(example === null ? [] : example.lines).map((line, index) => (
          <List.Item key={index}>
            {t.exampleLine(
              line.quantity,
              line.marks.length === 0 ? t.exampleProduct : t.exampleMarked(line.marks.join(", ")),
              money(line.unitPriceMinor),
            )}
          </List.Item>
        ))}
      </List>
      <Button
        variant="plain"
        textAlign="start"
        ariaExpanded={changing}
        onClick={() => setChanging(!changing)}
      >
        {t.exampleChange}
      </Button>
      {changing ? <Wish typed={typed} program={program} onChange={setTyped} /> : null}
      {example === null ? null : <Earned earned={example.earned} />}
    </>
  );
}

function Earned({ earned }: Pick<ExampleOrder, "earned">) {
  const t = useTexts(programTexts);
  if (earned.length === 0) return <Text as="p">{t.exampleNothing}</Text>;
  return earned.map(({ title, details }) => (
    <BlockStack gap="100" key={title}>
      <Text as="p" fontWeight="semibold">
        {title}
      </Text>
      <List>
        {details.map((detail) => (
          <List.Item key={detail}>{detail}</List.Item>
        ))}
      </List>
    </BlockStack>
  ));
}

interface WishProps {
  readonly typed: Typed;
  readonly program: ProgramOutline;
  readonly onChange: (typed: Typed) => void;
}

function Wish({ typed, program, onChange }: WishProps) {
  const t = useTexts(programTexts);
  const language = useLanguage();
  const plain = plainExample(program);
  const { currency, currencyDigits, tiers } = program;
  const field = (name: "quantity" | "price" | "discount" | "returned", placeholder: string, prefix = "") => (
    <TextField
      label={t.exampleFields[name]}
      autoComplete="off"
      inputMode="decimal"
      {...(prefix === "" ? {} : { prefix })}
      placeholder={placeholder}
      value={typed[name]}
      onChange={(text) => onChange({ ...typed, [name]: text })}
    />
  );
  return (
    <BlockStack gap="200">
      <InlineGrid columns={2} gap="200">
        {field("quantity", String(plain.quantity))}
        {field("price", (plain.unitPriceMinor / 10 ** currencyDigits).toFixed(currencyDigits), currency)}
        {field("discount", "0", currency)}
        {field("returned", "0")}
      </InlineGrid>
      {tiers === null ? null : (
        <Select
          label={t.exampleFields.level}
          options={[
            { label: t.exampleNewMember, value: NEW_MEMBER },
            ...tiers.levels.map(({ id, name }) => ({ label: inLanguage(name, language), value: id })),
          ]}
          value={typed.levelId}
          onChange={(levelId) => onChange({ ...typed, levelId })}
        />
      )}
      <Checkbox
        label={t.exampleFields.orderedBefore}
        checked={typed.orderedBefore}
        onChange={(orderedBefore) => onChange({ ...typed, orderedBefore })}
      />
    </BlockStack>
  );
}

const QUANTITY_AT_MOST = 1_000;

function wishOf(typed: Typed, program: ProgramOutline, language: "en" | "de"): ExampleWish {
  const plain = plainExample(program);
  const money = (text: string, otherwise: number) => {
    const read = moneyCodec.read(text, language);
    const minor = typeof read === "string" ? parseMoney(read, program.currencyDigits) : null;
    return minor ?? otherwise;
  };
  const count = (text: string, otherwise: number) =>
    /^\d{1,4}$/u.test(text.trim()) ? Math.min(Number(text), QUANTITY_AT_MOST) : otherwise;
  const known = program.tiers?.levels.some(({ id }) => id === typed.levelId) === true;
  return {
    quantity: Math.max(1, count(typed.quantity, plain.quantity)),
    unitPriceMinor: money(typed.price, plain.unitPriceMinor),
    discountMinor: money(typed.discount, plain.discountMinor),
    levelId: known ? typed.levelId : plain.levelId,
    orderedBefore: typed.orderedBefore,
    returned: count(typed.returned, plain.returned),
  };
}
