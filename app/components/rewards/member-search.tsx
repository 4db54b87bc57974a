import { useFetcher } from "@remix-run/react";
import { BlockStack, ChoiceList, Text } from "@shopify/polaris";
import { useState } from "react";
import { rewardTexts } from "../i18n/rewards/reward-texts.ts";
import { useTexts } from "../i18n/language.tsx";
import { memberTexts } from "../i18n/member-texts.ts";
import { memberName, type NamedMember } from "../members/member-name.ts";
import { SearchField } from "../search-field.tsx";

interface MemberSearchProps {
  /** A member's number; empty: nobody yet. */
  readonly chosen: string;
  readonly onChoose: (memberId: string) => void;
  /** Somebody must be chosen, and is not. */
  readonly missing: boolean;
}

interface FoundMembers {
  readonly members: readonly (NamedMember & { readonly memberId: string })[];
}

const NOTHING = "";
const SHOWN = 5;

/** Finds one member by name or address. */
export function MemberSearch({ chosen, onChoose, missing }: MemberSearchProps) {
  const t = useTexts(rewardTexts);
  const words = useTexts(memberTexts);
  const [asked, setAsked] = useState(NOTHING);
  const { load, data } = useFetcher<FoundMembers>();
  const search = (text: string) => {
    setAsked(text);
    onChoose(NOTHING);
    const query = new URLSearchParams({ status: "active", search: text });
    if (text !== NOTHING) load(`/app/members?index&${query.toString()}`);
  };
  const found = asked === NOTHING || data === undefined ? [] : data.members.slice(0, SHOWN);
  return (
    <BlockStack gap="200">
      <SearchField label={words.search} value={asked} onSettled={search} />
      {asked !== NOTHING && data !== undefined && found.length === 0 ? (
        <Text as="p">{words.nothingFound}</Text>
      ) : null}
      <ChoiceList
        title={t.found}
        titleHidden
        choices={found.map((member) => ({
          value: member.memberId,
          label: memberName(member, words),
          ...(member.email === null ? {} : { helpText: member.email }),
        }))}
        selected={[chosen]}
        onChange={([memberId]) => onChoose(memberId ?? NOTHING)}
        {...(missing ? { error: t.chooseMember } : {})}
      />
    </BlockStack>
  );
}
