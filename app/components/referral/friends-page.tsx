import { BlockStack, Button, Card, InlineGrid, Page, Text } from "@shopify/polaris";
import type { DoubtfulFriend } from "#app/queries/referral/admin-friends.ts";
import type { FriendFigures } from "#app/queries/referral/admin-friends.ts";
import { useFormats } from "../formats.tsx";
import { Figure } from "../home/figure.tsx";
import { useTexts } from "../i18n/language.tsx";
import { friendsTexts } from "../i18n/referral/friends-texts.ts";
import { DoubtfulFriends } from "./doubtful-friends.tsx";

interface FriendsPageProps {
  readonly figures: FriendFigures;
  readonly doubtful: readonly DoubtfulFriend[];
  /** Without a mail server no friend can confirm an address. */
  readonly sendsMails: boolean;
}

/** Friends brought along: who has to be looked at, and how it has gone so far. */
export function FriendsPage({ figures, doubtful, sendsMails }: FriendsPageProps) {
  const t = useTexts(friendsTexts);
  const { count, money, points } = useFormats();
  const { joined, invited, bought, kept, pointsGiven, codesGiven, salesMinor } = figures;
  const shown = [
    { name: t.invited, value: count(invited) },
    { name: t.joined, value: count(joined) },
    { name: t.bought, value: count(bought) },
    { name: t.kept, value: count(kept) },
    {
      name: t.cost,
      value: codesGiven === 0 ? points(pointsGiven) : t.costBoth(points(pointsGiven), count(codesGiven)),
    },
    { name: t.sales, value: money(salesMinor) },
  ];
  return (
    <Page
      title={t.title}
      subtitle={t.subtitle}
      primaryAction={<Button url="/app/program/referral">{t.form}</Button>}
    >
      <BlockStack gap="400">
        {sendsMails ? null : (
          <Card>
            <Text as="p">{t.noMails}</Text>
          </Card>
        )}
        <DoubtfulFriends doubtful={doubtful} />
        <InlineGrid columns={{ xs: 2, md: 3 }} gap="400">
          {shown.map(({ name, value }) => (
            <Figure key={name.label} label={name.label} meaning={name.meaning} value={value} before={null} />
          ))}
        </InlineGrid>
      </BlockStack>
    </Page>
  );
}
