import type { ShownDeed } from "./shown-deed.ts";
import { BlockStack, Box, Card, IndexTable, Link, Page, Text } from "@shopify/polaris";
import { useFormats } from "../formats.tsx";
import { activityTexts } from "../i18n/activity-texts.ts";
import { useHost } from "../host/host.tsx";
import { deedTexts } from "../i18n/deed-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { memberTexts } from "../i18n/member-texts.ts";
import { Listing } from "../listing.tsx";
import { memberName } from "../members/member-name.ts";
import { Pages } from "../pages.tsx";
import { ActivityTabs } from "./activity-tabs.tsx";
import { actorWords, deedAside, deedTitle } from "./deed-words.ts";

interface DeedsPageProps {
  readonly deeds: readonly ShownDeed[];
  readonly next: string | null;
  /** Who looks at it: their own deeds say "You". */
  readonly viewer: string;
}

/** What people and workflows did by hand: who, what, for whom, when. */
export function DeedsPage({ deeds, next, viewer }: DeedsPageProps) {
  const t = useTexts(deedTexts);
  const { title } = useTexts(activityTexts);
  return (
    <Page title={title} fullWidth>
      <Card padding="0">
        <Box padding="300">
          <BlockStack gap="300" inlineAlign="start">
            <ActivityTabs shown="deeds" />
            <Text as="p" tone="subdued">
              {t.about[useHost().abilities.numbersStaff ? "numbered" : "together"]}
            </Text>
          </BlockStack>
        </Box>
        <Deeds deeds={deeds} viewer={viewer} />
        <Pages next={next} />
      </Card>
    </Page>
  );
}

function Deeds({ deeds, viewer }: Pick<DeedsPageProps, "deeds" | "viewer">) {
  const t = useTexts(deedTexts);
  return (
    <Listing
      called={{ singular: t.deed, plural: t.deed }}
      rows={deeds.length}
      none={{ title: t.none, body: t.noneBody }}
      headings={[{ title: t.when }, { title: t.who }, { title: t.what }, { title: t.member }]}
    >
      {deeds.map((deed, index) => (
        <DeedLine key={deed.id} deed={deed} position={index} viewer={viewer} />
      ))}
    </Listing>
  );
}

interface DeedLineProps {
  readonly deed: ShownDeed;
  readonly position: number;
  readonly viewer: string;
}

function DeedLine({ deed, position, viewer }: DeedLineProps) {
  const t = useTexts(deedTexts);
  const names = useTexts(memberTexts);
  const formats = useFormats();
  const aside = deedAside(deed, t, formats);
  const { member } = deed;
  return (
    <IndexTable.Row id={deed.id} position={position}>
      <IndexTable.Cell>{formats.moment(deed.at)}</IndexTable.Cell>
      <IndexTable.Cell>{actorWords(deed.actor, viewer, t)}</IndexTable.Cell>
      <IndexTable.Cell>
        <div className="regulars-sentence">
          <Text as="span">{deedTitle(deed, t)}</Text>
          {aside === "" ? null : (
            <Text as="p" variant="bodySm" tone="subdued">
              {aside}
            </Text>
          )}
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        {member === null ? (
          "–"
        ) : (
          <Link url={`/app/members/${member.memberId}`} removeUnderline>
            {memberName(member, names)}
          </Link>
        )}
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}
