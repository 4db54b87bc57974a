import { useState } from "preact/hooks";
import type { Speech } from "../../../storefront/panel/speech.ts";
import type {
  StorefrontEntry,
  StorefrontHistory,
  StorefrontReason,
} from "../../../storefront/state-history.ts";
import type { ShopperClient } from "../../common/shopper-client.ts";
import {
  entryAside,
  entryWords,
  isExplained,
  reasonWords,
  signedPoints,
} from "../../../storefront/wording/history.ts";
import type { Notice } from "./notice.ts";

interface HistoryProps {
  client: ShopperClient;
  speech: Speech;
  /** Its newest page; older ones are asked for. */
  history: StorefrontHistory;
  notify: (notice: Notice | null) => void;
}

interface OlderPages {
  /** The page these follow: when that changes, they are asked for anew. */
  readonly after: StorefrontHistory;
  readonly entries: readonly StorefrontEntry[];
  readonly before: string | null;
}

/** A line an entry, human first; it unfolds to the calculation. */
export function History({ client, speech, history, notify }: HistoryProps) {
  const { words } = speech;
  const [older, setOlder] = useState<OlderPages | null>(null);
  const [working, setWorking] = useState(false);
  const pages = older?.after === history ? older : { after: history, entries: [], before: history.before };
  const fail = (sent: boolean) =>
    notify({ text: sent ? words.failed.unavailable : words.failed.offline, failed: true });

  const showOlder = async (before: string) => {
    setWorking(true);
    const asked = await client.history(before);
    setWorking(false);
    if (!asked.ok || !("entries" in asked.answer)) {
      fail(asked.ok || asked.sent);
      return;
    }
    setOlder({
      after: history,
      entries: [...pages.entries, ...asked.answer.entries],
      before: asked.answer.before,
    });
  };

  const entries = [...history.entries, ...pages.entries];
  return (
    <s-section heading={words.historyTitle}>
      <s-stack gap="small">
        {entries.length === 0 && <s-text color="subdued">{words.historyNone}</s-text>}
        {entries.map((entry) => (
          <Entry key={entry.key} client={client} speech={speech} entry={entry} fail={fail} />
        ))}
        {pages.before !== null && (
          <s-button
            variant="secondary"
            loading={working}
            onClick={() => void showOlder(String(pages.before))}
          >
            {words.historyMore}
          </s-button>
        )}
      </s-stack>
    </s-section>
  );
}

interface EntryProps {
  client: ShopperClient;
  speech: Speech;
  entry: StorefrontEntry;
  fail: (sent: boolean) => void;
}

function Entry({ client, speech, entry, fail }: EntryProps) {
  const [reasons, setReasons] = useState<readonly StorefrontReason[] | null>(null);
  const explain = async () => {
    if (reasons !== null) return;
    const asked = await client.explain(entry.key);
    if (asked.ok && "reasons" in asked.answer) setReasons(asked.answer.reasons);
    else fail(asked.ok || asked.sent);
  };
  const points = entry.points === 0 ? "" : `: ${signedPoints(speech, entry.points)}`;
  if (!isExplained(entry)) {
    return (
      <s-stack gap="none">
        <s-text>{`${entryWords(speech, entry)}${points}`}</s-text>
        <s-text color="subdued">{entryAside(speech, entry)}</s-text>
      </s-stack>
    );
  }
  return (
    <s-details onToggle={(event) => void (event.newState === "open" && explain())}>
      <s-summary>{`${entryWords(speech, entry)}${points}`}</s-summary>
      <s-stack gap="small-300">
        <s-text color="subdued">{entryAside(speech, entry)}</s-text>
        {reasons === null ? (
          <s-text color="subdued">{speech.words.loading}</s-text>
        ) : (
          reasons.map((reason) => <Reason key={reason.what} speech={speech} reason={reason} />)
        )}
      </s-stack>
    </s-details>
  );
}

function Reason({ speech, reason }: { speech: Speech; reason: StorefrontReason }) {
  return (
    <s-stack direction="inline" justifyContent="space-between" gap="base">
      <s-text>{reasonWords(speech, reason)}</s-text>
      {reason.points !== null && <s-text>{speech.number(reason.points)}</s-text>}
    </s-stack>
  );
}
