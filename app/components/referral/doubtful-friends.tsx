import { BlockStack, Button, ButtonGroup, Card, Divider, InlineStack, Link, Text } from "@shopify/polaris";
import { useCallback, useState } from "react";
import type { DoubtfulFriend } from "#app/queries/referral/admin-friends.ts";
import { useFormats } from "../formats.tsx";
import { useTexts } from "../i18n/language.tsx";
import { memberTexts } from "../i18n/member-texts.ts";
import { friendsTexts } from "../i18n/referral/friends-texts.ts";
import { memberName } from "../members/member-name.ts";
import { ReasonModal } from "../reason-modal.tsx";

/** Friends that do not count until somebody has decided, each with why. */
export function DoubtfulFriends({ doubtful }: { readonly doubtful: readonly DoubtfulFriend[] }) {
  const t = useTexts(friendsTexts);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.toDecide}
        </Text>
        <Text as="p" tone="subdued">
          {doubtful.length === 0 ? t.nothingToDecide : t.toDecideBody}
        </Text>
        {doubtful.map((friend) => (
          <BlockStack gap="300" key={friend.friendId}>
            <Divider />
            <Doubtful friend={friend} />
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}

function Doubtful({ friend }: { readonly friend: DoubtfulFriend }) {
  const t = useTexts(friendsTexts);
  const members = useTexts(memberTexts);
  const { day } = useFormats();
  const [asking, setAsking] = useState<"approve" | "decline" | null>(null);
  const close = useCallback(() => setAsking(null), []);
  const name = friend.friendEmail ?? members.nameless;
  const advocate = memberName(
    {
      firstName: friend.advocateFirstName,
      lastName: friend.advocateLastName,
      email: friend.advocateEmail,
      customerId: null,
      status: "active",
    },
    members,
  );
  const decision = (approve: boolean) => ({
    ...{ onClose: close, keep: t.keep, reasonHelp: t.reasonHelp, destructive: !approve },
    fields: { friendId: friend.friendId, decision: approve ? "approve" : "decline" },
  });
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="050">
        <Text as="h3" variant="headingSm">
          <Link url={`/app/members/${friend.friendId}`} removeUnderline>
            {name}
          </Link>
        </Text>
        <Text as="p">
          {t.broughtBy}{" "}
          <Link url={`/app/members/${friend.advocateId}`} removeUnderline>
            {advocate}
          </Link>
        </Text>
        <Text as="p" variant="bodySm" tone="subdued">
          {`${day(friend.provenAt)}: ${t.doubts[friend.doubt]}`}
        </Text>
      </BlockStack>
      <ButtonGroup>
        <Button onClick={() => setAsking("approve")} accessibilityLabel={`${t.approve}: ${name}`}>
          {t.approve}
        </Button>
        <Button onClick={() => setAsking("decline")} accessibilityLabel={`${t.decline}: ${name}`}>
          {t.decline}
        </Button>
      </ButtonGroup>
      <ReasonModal
        {...decision(true)}
        open={asking === "approve"}
        title={t.approveTitle(name)}
        body={t.approveBody}
        action={t.approve}
        done={t.approved}
      />
      <ReasonModal
        {...decision(false)}
        open={asking === "decline"}
        title={t.declineTitle(name)}
        body={t.declineBody}
        action={t.decline}
        done={t.declined}
      />
    </InlineStack>
  );
}
