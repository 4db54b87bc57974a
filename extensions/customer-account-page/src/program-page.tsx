import type { Notice } from "./notice.ts";
import { useState } from "preact/hooks";
import type { StorefrontMember } from "../../../storefront/state.ts";
import { say, type Words } from "../../../storefront/words/words.ts";
import { Balance } from "../../common/balance.tsx";
import type { ShopperClient } from "../../common/shopper-client.ts";
import { TierProgress } from "../../common/tier-progress.tsx";
import { useShopper, type ReadyShopper } from "../../common/use-shopper.ts";
import { WaitOrFail } from "../../common/wait-or-fail.tsx";
import { Codes } from "./codes.tsx";
import { History } from "./history.tsx";
import { NextStep } from "./next-step.tsx";
import { Rewards } from "./rewards.tsx";
import { Terms } from "./terms.tsx";
import { Ways } from "./ways.tsx";

interface ProgramPageProps {
  client: ShopperClient;
  words: Words;
  locale: string;
}

/** The whole program for the signed-in shopper: what I have, what is next, what I can do, why it is so. */
export function ProgramPage({ client, words, locale }: ProgramPageProps) {
  const shopper = useShopper(client.open, words, locale);
  const [notice, setNotice] = useState<Notice | null>(null);
  if (shopper.phase !== "ready") {
    return (
      <s-page>
        <WaitOrFail shopper={shopper} words={words} />
      </s-page>
    );
  }
  const { program, viewer } = shopper.state;
  return (
    <s-page heading={program.name}>
      <s-stack gap="large">
        {notice !== null && (
          <s-banner
            tone={notice.failed ? "critical" : "success"}
            dismissible
            onDismiss={() => setNotice(null)}
          >
            {notice.text}
          </s-banner>
        )}
        {viewer.kind === "member" ? (
          <MemberSections client={client} shopper={shopper} member={viewer} notify={setNotice} />
        ) : (
          <Invitation client={client} shopper={shopper} notify={setNotice} />
        )}
      </s-stack>
    </s-page>
  );
}

interface SectionProps {
  client: ShopperClient;
  shopper: ReadyShopper;
  notify: (notice: Notice | null) => void;
}

function MemberSections({ client, shopper, member, notify }: SectionProps & { member: StorefrontMember }) {
  const { state, speech } = shopper;
  const { tiers } = state.program;
  const hello =
    member.firstName === null ? speech.words.hello : say(speech.words.helloName, { name: member.firstName });
  return (
    <>
      <s-section heading={hello}>
        <Balance speech={speech} state={state} member={member} />
      </s-section>
      {tiers !== null && member.tier !== null && (
        <s-section heading={speech.words.tierTitle}>
          <TierProgress speech={speech} tiers={tiers} tier={member.tier} shop={shopper.shop} />
        </s-section>
      )}
      <NextStep speech={speech} state={state} />
      <Rewards client={client} shopper={shopper} />
      <Codes client={client} shopper={shopper} member={member} notify={notify} />
      <Ways speech={speech} state={state} />
      <History client={client} speech={speech} history={member.history} notify={notify} />
      <Terms speech={speech} state={state} />
    </>
  );
}

/** Signed in and not in the program: what it brings, and the way in. */
function Invitation({ client, shopper, notify }: SectionProps) {
  const { speech, state, settle } = shopper;
  const { words } = speech;
  const [joining, setJoining] = useState(false);
  const { worth } = state.program;
  const join = async () => {
    setJoining(true);
    const settled = settle(await client.join());
    setJoining(false);
    // The state that follows says with what.
    notify({ text: settled.ok ? words.joined : settled.text, failed: !settled.ok });
  };
  return (
    <s-section>
      <s-stack gap="base">
        <s-text>{words.joinSignedIn}</s-text>
        {worth !== null && (
          <s-text color="subdued">
            {say(words.guestWorth, {
              points: speech.points(worth.points),
              money: speech.money(worth.valueMinor),
            })}
          </s-text>
        )}
        <s-button variant="primary" loading={joining} onClick={() => void join()}>
          {words.join}
        </s-button>
      </s-stack>
      <Ways speech={speech} state={state} />
      <Terms speech={speech} state={state} />
    </s-section>
  );
}
