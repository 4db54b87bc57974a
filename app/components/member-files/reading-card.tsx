import {
  BlockStack,
  Button,
  Card,
  FormLayout,
  InlineError,
  InlineStack,
  Select,
  Text,
} from "@shopify/polaris";
import { useCallback, useState } from "react";
import { ENCODINGS, SEPARATORS } from "#app/domain/member-files/file-text.ts";
import { POINTS_MEAN, type FileReading } from "#app/domain/member-files/file-reading.ts";
import { MEMBER_FIELDS } from "#app/domain/member-files/member-field.ts";
import { DAY_ORDERS } from "#app/domain/member-files/parse-day-cell.ts";
import { POINT_SIGNS } from "#app/domain/member-files/parse-points-cell.ts";
import { dataTexts } from "../i18n/data-texts.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { useDeed } from "../use-deed.ts";
import { levelName } from "./level-name.ts";
import type { Level, ShownFile } from "./member-files.ts";

const NOTHING_CHOSEN = "";
const LEFT_OUT = "-";

interface ReadingProps {
  readonly file: ShownFile;
  readonly levels: readonly Level[];
}

interface FieldsProps extends ReadingProps {
  readonly reading: FileReading;
  readonly change: (changed: Partial<FileReading>) => void;
}

/** How a file is read: what was recognised, to be put right, and what only the merchant can say. */
export function ReadingCard({ file, levels }: ReadingProps) {
  const t = useTexts(dataTexts);
  const [reading, setReading] = useState(file.reading);
  const change = (changed: Partial<FileReading>) => setReading((before) => ({ ...before, ...changed }));
  const deed = useDeed(
    t.readDone,
    useCallback(() => undefined, []),
  );
  const fields = { file, levels, reading, change };
  return (
    <Card>
      <BlockStack gap="400">
        <Questions {...fields} />
        <Text as="h2" variant="headingMd">
          {t.readingTitle}
        </Text>
        <FormLayout>
          <Writing {...fields} />
          <Columns {...fields} />
        </FormLayout>
        <InlineStack>
          <Button
            loading={deed.busy}
            onClick={() =>
              deed.send({ intent: "read", fileId: String(file.fileId), reading: JSON.stringify(reading) })
            }
          >
            {t.readAgain}
          </Button>
        </InlineStack>
        {deed.refusal === null ? null : <InlineError fieldID="read" message={deed.refusal} />}
      </BlockStack>
    </Card>
  );
}

function Questions({ file, levels, reading, change }: FieldsProps) {
  const t = useTexts(dataTexts);
  const { questions } = file;
  const { pointSigns, dayOrder, tiers } = questions;
  if (pointSigns === null && dayOrder === null && tiers.length === 0) return null;
  const unchosen = { label: t.pleaseChoose, value: NOTHING_CHOSEN };
  return (
    <BlockStack gap="400">
      <Text as="h2" variant="headingMd">
        {t.questionsTitle}
      </Text>
      {pointSigns === null ? null : (
        <Select
          label={t.signsAsk(pointSigns)}
          options={[unchosen, ...POINT_SIGNS.map((value) => ({ label: t.signs[value], value }))]}
          value={reading.pointSigns ?? NOTHING_CHOSEN}
          onChange={(chosen) => change({ pointSigns: POINT_SIGNS.find((one) => one === chosen) ?? null })}
        />
      )}
      {dayOrder === null ? null : (
        <Select
          label={t.daysAsk(dayOrder)}
          options={[unchosen, ...DAY_ORDERS.map((value) => ({ label: t.days[value], value }))]}
          value={reading.dayOrder ?? NOTHING_CHOSEN}
          onChange={(chosen) => change({ dayOrder: DAY_ORDERS.find((one) => one === chosen) ?? null })}
        />
      )}
      {tiers.map((name) => (
        <TierQuestion key={name} name={name} levels={levels} reading={reading} change={change} />
      ))}
    </BlockStack>
  );
}

type TierQuestionProps = Omit<FieldsProps, "file"> & { readonly name: string };

function TierQuestion({ name, levels, reading, change }: TierQuestionProps) {
  const t = useTexts(dataTexts);
  const language = useLanguage();
  const key = name.trim().normalize("NFC").toLowerCase();
  const answer = reading.tiers[key];
  return (
    <Select
      label={t.tierAsk(name)}
      options={[
        { label: t.pleaseChoose, value: NOTHING_CHOSEN },
        ...levels.map(({ id }) => ({ label: levelName(levels, id, language), value: id })),
        { label: t.tierOut, value: LEFT_OUT },
      ]}
      value={answer === undefined ? NOTHING_CHOSEN : (answer ?? LEFT_OUT)}
      onChange={(chosen) => {
        const { [key]: _, ...others } = reading.tiers;
        if (chosen === NOTHING_CHOSEN) change({ tiers: others });
        else change({ tiers: { ...others, [key]: chosen === LEFT_OUT ? null : chosen } });
      }}
    />
  );
}

function Writing({ reading, change }: FieldsProps) {
  const t = useTexts(dataTexts);
  return (
    <BlockStack gap="400">
      <FormLayout.Group>
        <Select
          label={t.encoding}
          options={ENCODINGS.map((value) => ({ label: value.toUpperCase(), value }))}
          value={reading.encoding}
          onChange={(chosen) =>
            change({ encoding: ENCODINGS.find((one) => one === chosen) ?? reading.encoding })
          }
        />
        <Select
          label={t.separator}
          options={SEPARATORS.map((value) => ({ label: t.separators[value], value }))}
          value={reading.separator}
          onChange={(chosen) =>
            change({ separator: SEPARATORS.find((one) => one === chosen) ?? reading.separator })
          }
        />
      </FormLayout.Group>
      <Select
        label={t.pointsMean}
        options={POINTS_MEAN.map((value) => ({ label: t.meanings[value], value }))}
        value={reading.pointsMean}
        onChange={(chosen) =>
          change({ pointsMean: POINTS_MEAN.find((one) => one === chosen) ?? reading.pointsMean })
        }
      />
    </BlockStack>
  );
}

/** What each column says. A field that another column takes is given up by the one that had it. */
function Columns({ file, reading, change }: FieldsProps) {
  const t = useTexts(dataTexts);
  const options = [
    { label: t.unread, value: NOTHING_CHOSEN },
    ...MEMBER_FIELDS.map((value) => ({ label: t.fields[value], value })),
  ];
  return (
    <BlockStack gap="400">
      {file.header.map((name, column) => (
        <Select
          key={`${String(column)} ${name}`}
          label={t.column(name)}
          options={options}
          value={reading.mapping[column] ?? NOTHING_CHOSEN}
          onChange={(chosen) => {
            const field = MEMBER_FIELDS.find((one) => one === chosen) ?? null;
            const mapping = reading.mapping.map((had, index) => {
              if (index === column) return field;
              return had === field ? null : had;
            });
            change({ mapping });
          }}
        />
      ))}
    </BlockStack>
  );
}
