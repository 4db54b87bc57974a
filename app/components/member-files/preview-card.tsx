import { Banner, BlockStack, Box, Card, InlineGrid, InlineStack, List, Text } from "@shopify/polaris";
import { sayProblem } from "#app/domain/member-files/problem-words.ts";
import { useFormats } from "../formats.tsx";
import { dataTexts } from "../i18n/data-texts.ts";
import { useLanguage, useTexts } from "../i18n/language.tsx";
import { FaultyButton } from "./faulty-button.tsx";
import { FileButton } from "./file-button.tsx";
import { FirstRows } from "./first-rows.tsx";
import type { MemberFilesView, ShownFile } from "./member-files.ts";

/** What a file would do: figures, the first lines, and what cannot be taken over. */
export function PreviewCard({ view, file }: { readonly view: MemberFilesView; readonly file: ShownFile }) {
  const t = useTexts(dataTexts);
  const { count, points } = useFormats();
  const { counts, fileId, questions, reading } = file;
  const changed = counts.new.rows + counts.known.rows;
  const sum = counts.new.points + counts.known.points;
  const isOpen =
    (questions.pointSigns !== null && reading.pointSigns === null) ||
    (questions.dayOrder !== null && reading.dayOrder === null);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t.readyTitle}
          </Text>
          <Text as="p" tone="subdued">
            {`${file.name} · ${t.form[file.form]}`}
          </Text>
        </BlockStack>
        <Figures file={file} />
        {file.reason === "too_many_lines" ? <Banner tone="warning">{t.tooManyLines}</Banner> : null}
        <FirstRows rows={view.first} levels={view.levels} />
        <WrongLines view={view} all={counts.wrong.rows} />
        <InlineStack gap="300">
          <FileButton
            deed="start"
            fileId={fileId}
            ask={t.startAsk(count(changed), points(sum))}
            disabled={changed === 0 || isOpen}
          />
          <FaultyButton rows={counts.wrong.rows} />
          <FileButton deed="discard" fileId={fileId} />
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function Figures({ file: { counts } }: { readonly file: ShownFile }) {
  const t = useTexts(dataTexts);
  const { count } = useFormats();
  const figures = [
    [t.figures.new, counts.new.rows],
    [t.figures.known, counts.known.rows],
    [t.figures.same, counts.same.rows],
    [t.figures.wrong, counts.wrong.rows],
    [t.figures.points, counts.new.points + counts.known.points],
  ] as const;
  return (
    <InlineGrid columns={{ xs: 2, md: 5 }} gap="300">
      {figures.map(([name, value]) => (
        <BlockStack key={name}>
          <Text as="span" tone="subdued">
            {name}
          </Text>
          <Text as="span" variant="headingLg">
            {count(value)}
          </Text>
        </BlockStack>
      ))}
    </InlineGrid>
  );
}

function WrongLines({ view, all }: { readonly view: MemberFilesView; readonly all: number }) {
  const t = useTexts(dataTexts);
  const language = useLanguage();
  const { count } = useFormats();
  const { wrong } = view;
  if (wrong.length === 0) return null;
  return (
    <Box>
      <BlockStack gap="200">
        <Text as="h3" variant="headingSm">
          {t.wrongTitle}
        </Text>
        <List>
          {wrong.map(({ line, problems }) => (
            <List.Item key={line}>
              {`${t.line(count(line))}: ${problems.map((problem) => sayProblem(problem, language)).join(" ")}`}
            </List.Item>
          ))}
        </List>
        {all > wrong.length ? <Text as="p">{t.wrongMore(count(all - wrong.length))}</Text> : null}
      </BlockStack>
    </Box>
  );
}
