import { useLocation } from "@remix-run/react";
import { BlockStack, Box, Button, Card, IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import { type CodeCondition, LAPSED, type RewardCode } from "#app/domain/books/codes.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { useFormats } from "../formats.tsx";
import { codeListTexts } from "../i18n/rewards/code-list-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { memberTexts } from "../i18n/member-texts.ts";
import { messageTexts } from "../i18n/messages/message-texts.ts";
import { Listing } from "../listing.tsx";
import { CancelCode } from "../members/cancel-code.tsx";
import { CodeBadge } from "../members/code-badge.tsx";
import { NumberCell } from "../number-cell.tsx";
import { Pages } from "../pages.tsx";
import { useFile } from "../use-file.ts";
import { CodeFilters, type RewardChoice } from "./code-filters.tsx";

export interface ListedCode {
  readonly code: string;
  readonly memberId: string;
  readonly memberName: string | null;
  readonly email: string | null;
  readonly rewardName: string;
  readonly points: number;
  readonly returnedPoints: number;
  readonly origin: RewardCode["origin"];
  readonly state: RewardCode["state"];
  readonly stateReason: string | null;
  readonly claimedAt: Instant;
  readonly expiresAt: Instant | null;
  readonly orderName: string | null;
}

interface CodeTableProps {
  readonly codes: readonly ListedCode[];
  readonly next: string | null;
  readonly counts: Readonly<Record<CodeCondition, number>>;
  readonly rewards: readonly RewardChoice[];
}

export function CodeTable({ codes, next, counts, rewards }: CodeTableProps) {
  const t = useTexts(codeListTexts);
  const { search } = useLocation();
  const action = `/app/rewards/export${search}`;
  const file = useFile({ action, type: "text/csv", doneText: t.downloaded });
  return (
    <Card padding="0">
      <Box padding="300">
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {t.codes}
            </Text>
            <Button loading={file.busy} onClick={file.fetch}>
              {t.download}
            </Button>
          </InlineStack>
          <CodeFilters counts={counts} rewards={rewards} />
        </BlockStack>
      </Box>
      <Codes codes={codes} />
      <Pages next={next} />
    </Card>
  );
}

function Codes({ codes }: { readonly codes: readonly ListedCode[] }) {
  const t = useTexts(codeListTexts);
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
        { title: t.order },
        { title: t.withdraw, hidden: true },
      ]}
    >
      {codes.map((code, index) => (
        <CodeRow key={code.code} code={code} position={index} />
      ))}
    </Listing>
  );
}

function CodeRow({ code, position }: { readonly code: ListedCode; readonly position: number }) {
  const t = useTexts(codeListTexts);
  const { reasons } = useTexts(messageTexts);
  const { nameless } = useTexts(memberTexts);
  const { count, day, lastDay } = useFormats();
  const { stateReason } = code;
  return (
    <IndexTable.Row id={code.code} position={position}>
      <IndexTable.Cell>
        <Text as="span" fontWeight="medium">
          {code.code}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack gap="100" inlineAlign="start">
          <CodeBadge code={code} />
          {stateReason === null || stateReason === LAPSED ? null : (
            <Text as="span" variant="bodySm" tone="subdued">
              {reasons.get(stateReason) ?? stateReason}
            </Text>
          )}
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>{code.rewardName}</IndexTable.Cell>
      <IndexTable.Cell>
        <Link url={`/app/members/${code.memberId}`} removeUnderline>
          {code.memberName ?? code.email ?? nameless}
        </Link>
      </IndexTable.Cell>
      <NumberCell text={code.origin === "redemption" ? count(code.points) : t.given} />
      <IndexTable.Cell>{day(code.claimedAt)}</IndexTable.Cell>
      <IndexTable.Cell>{code.expiresAt === null ? "–" : lastDay(code.expiresAt)}</IndexTable.Cell>
      <IndexTable.Cell>{code.orderName ?? "–"}</IndexTable.Cell>
      <IndexTable.Cell>{code.state === "issued" ? <CancelCode {...code} /> : null}</IndexTable.Cell>
    </IndexTable.Row>
  );
}
