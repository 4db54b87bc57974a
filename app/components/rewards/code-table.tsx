import { Badge, BlockStack, Box, Card, IndexTable, InlineGrid, Link, Select, Text } from "@shopify/polaris";
import type { RewardCodeState } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { codeStateTexts } from "../i18n/code-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { rewardTexts } from "../i18n/reward-texts.ts";
import { Listing } from "../listing.tsx";
import { CODE_TONES } from "../members/codes-card.tsx";
import { NumberCell } from "../number-cell.tsx";
import { Pages } from "../pages.tsx";
import { SearchField } from "../search-field.tsx";
import { ANY, useFilters } from "../use-filters.ts";
import { ExperienceDeeds } from "./experience-deeds.tsx";

export interface ListedCode {
  readonly code: string;
  readonly memberId: string;
  readonly memberName: string | null;
  readonly email: string | null;
  readonly rewardName: string;
  readonly points: number;
  readonly state: RewardCodeState;
  readonly stateReason: string | null;
  readonly claimedAt: Instant;
  readonly expiresAt: Instant | null;
}

interface CodeTableProps {
  readonly codes: readonly ListedCode[];
  readonly next: string | null;
}

export function CodeTable({ codes, next }: CodeTableProps) {
  const t = useTexts(rewardTexts);
  return (
    <Card padding="0">
      <Box padding="300">
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {t.codes}
          </Text>
          <CodeFilters />
        </BlockStack>
      </Box>
      <Codes codes={codes} />
      <Pages next={next} />
    </Card>
  );
}

function CodeFilters() {
  const t = useTexts(rewardTexts);
  const states = useTexts(codeStateTexts);
  const { chosen, choose } = useFilters();
  const options = Object.entries(states).map(([value, label]) => ({ value, label }));
  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
      <SearchField label={t.search} value={chosen("search")} onSettled={(value) => choose("search", value)} />
      <Select
        label={t.state}
        labelHidden
        options={[{ label: t.anyState, value: ANY }, ...options]}
        value={chosen("state")}
        onChange={(value) => choose("state", value)}
      />
    </InlineGrid>
  );
}

function Codes({ codes }: { readonly codes: readonly ListedCode[] }) {
  const t = useTexts(rewardTexts);
  return (
    <Listing
      called={{ singular: t.code, plural: t.codes }}
      rows={codes.length}
      none={{ title: t.none, body: t.noneBody }}
      headings={[
        { title: t.code },
        { title: t.state },
        { title: t.reward },
        { title: t.member },
        { title: t.points, alignment: "end" },
        { title: t.claimed },
        { title: t.valid },
      ]}
    >
      {codes.map((code, index) => (
        <CodeRow key={code.code} code={code} position={index} />
      ))}
    </Listing>
  );
}

function CodeRow({ code, position }: { readonly code: ListedCode; readonly position: number }) {
  const states = useTexts(codeStateTexts);
  const { count, day, lastDay } = useFormats();
  return (
    <IndexTable.Row id={code.code} position={position}>
      <IndexTable.Cell>
        <Text as="span" fontWeight="medium">
          {code.code}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack gap="100" inlineAlign="start">
          <Badge tone={CODE_TONES[code.state]}>{states[code.state]}</Badge>
          {code.stateReason === null ? null : (
            <Text as="span" variant="bodySm" tone="subdued">
              {code.stateReason}
            </Text>
          )}
          {code.state === "requested" ? <ExperienceDeeds code={code.code} memberId={code.memberId} /> : null}
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>{code.rewardName}</IndexTable.Cell>
      <IndexTable.Cell>
        <Link url={`/app/members/${code.memberId}`} removeUnderline>
          {code.memberName ?? code.email ?? code.memberId}
        </Link>
      </IndexTable.Cell>
      <NumberCell text={count(code.points)} />
      <IndexTable.Cell>{day(code.claimedAt)}</IndexTable.Cell>
      <IndexTable.Cell>{code.expiresAt === null ? "–" : lastDay(code.expiresAt)}</IndexTable.Cell>
    </IndexTable.Row>
  );
}
