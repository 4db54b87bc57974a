import { BlockStack, Box, Card, Divider, Page, Select, Text } from "@shopify/polaris";
import { useFilters } from "../../use-filters.ts";
import { timelineTexts } from "../../i18n/members/timeline-texts.ts";
import { useTexts } from "../../i18n/language.tsx";
import { memberTexts } from "../../i18n/member-texts.ts";
import { Pages } from "../../pages.tsx";
import type { TierChoice } from "../list/tier-choice.ts";
import { memberName, type NamedMember } from "../member-name.ts";
import { type ShownHappening, TimelineLine } from "./timeline-line.tsx";

const ALL = "";

interface TimelinePageProps {
  readonly member: NamedMember & { readonly memberId: string };
  readonly kind: ShownHappening["kind"] | null;
  readonly lines: readonly ShownHappening[];
  readonly next: string | null;
  readonly tiers: readonly TierChoice[];
  readonly viewer: string;
}

/** What a member, the program and staff did, newest first, each with who it was. */
export function TimelinePage({ member, kind, lines, next, tiers, viewer }: TimelinePageProps) {
  const t = useTexts(timelineTexts);
  const names = useTexts(memberTexts);
  const { choose } = useFilters();
  const name = memberName(member, names);
  return (
    <Page
      title={t.title}
      subtitle={name}
      backAction={{ content: name, url: `/app/members/${member.memberId}` }}
    >
      <Card>
        <BlockStack gap="400">
          <Box maxWidth="20rem">
            <Select
              label={t.show}
              options={[
                { label: t.all, value: ALL },
                ...Object.entries(t.kinds).map(([value, label]) => ({ value, label })),
              ]}
              value={kind ?? ALL}
              onChange={(value) => choose("kind", value)}
            />
          </Box>
          {lines.length === 0 ? (
            <Text as="p" tone="subdued">
              {t.none}
            </Text>
          ) : null}
          {lines.map((line) => (
            <BlockStack gap="300" key={line.key}>
              <Divider />
              <TimelineLine line={line} tiers={tiers} viewer={viewer} />
            </BlockStack>
          ))}
        </BlockStack>
        <Pages next={next} />
      </Card>
    </Page>
  );
}
