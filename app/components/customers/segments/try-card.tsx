import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, InlineStack, Link, List, Spinner, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { useFormats } from "../../formats.tsx";
import { segmentTexts } from "../../i18n/customers/segment-texts.ts";
import { useLanguage, useTexts } from "../../i18n/language.tsx";
import { memberTexts } from "../../i18n/member-texts.ts";
import { useShares } from "../use-shares.ts";
import { memberName, type NamedMember } from "../../members/member-name.ts";

export interface ShownTry {
  readonly customers: number;
  readonly of: number;
  readonly examples: readonly (NamedMember & { readonly memberId: string; readonly spentMinor: number })[];
  readonly overlaps: readonly {
    readonly id: string;
    readonly name: { readonly en: string; readonly de: string };
    readonly customers: number;
  }[];
}

/** Nobody is counted while somebody is still typing. */
const SETTLED_MS = 500;

/** Who belongs to a segment as it is on the page: how many, ten of them, and where else they are. `asked` null: not yet sound. */
export function TryCard({ asked }: { readonly asked: string | null }) {
  const t = useTexts(segmentTexts);
  const fetcher = useFetcher<{ readonly tried: ShownTry | null }>();
  const { submit } = fetcher;
  useEffect(() => {
    if (asked === null) return;
    const timer = setTimeout(() => {
      submit({ asked }, { method: "post", action: "/app/customers/try" });
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [asked, submit]);
  const tried = asked === null ? null : (fetcher.data?.tried ?? null);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between">
          <Text as="h2" variant="headingMd">
            {t.countTitle}
          </Text>
          {fetcher.state === "idle" ? null : <Spinner size="small" accessibilityLabel={t.counting} />}
        </InlineStack>
        <div aria-live="polite">
          {tried === null ? (
            <Text as="p" tone="subdued">
              {asked === null ? t.notYet : t.counting}
            </Text>
          ) : (
            <Tried tried={tried} />
          )}
        </div>
      </BlockStack>
    </Card>
  );
}

function Tried({ tried }: { readonly tried: ShownTry }) {
  const t = useTexts(segmentTexts);
  const names = useTexts(memberTexts);
  const language = useLanguage();
  const { count, money } = useFormats();
  const written = useShares();
  return (
    <BlockStack gap="300">
      <Text as="p" variant="headingLg">
        {t.counted(count(tried.customers), count(tried.of))}
      </Text>
      {tried.customers === 0 ? (
        <Text as="p">{t.nobody}</Text>
      ) : (
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {t.examples}
          </Text>
          <List>
            {tried.examples.map((one) => (
              <List.Item key={one.memberId}>
                <Link url={`/app/members/${one.memberId}`} target="_blank">
                  {memberName(one, names)}
                </Link>
                {`, ${money(one.spentMinor)}`}
              </List.Item>
            ))}
          </List>
        </BlockStack>
      )}
      {tried.overlaps.length === 0 ? null : (
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {t.overlaps}
          </Text>
          <List>
            {tried.overlaps.map(({ id, name, customers }) => (
              <List.Item key={id}>
                {t.overlap(name[language], written("share", customers / tried.customers))}
              </List.Item>
            ))}
          </List>
        </BlockStack>
      )}
    </BlockStack>
  );
}
