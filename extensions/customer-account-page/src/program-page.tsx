import { useState } from "preact/hooks";
import type { StorefrontMember } from "../../../storefront/state.ts";
import { say, type Words } from "../../../storefront/words/words.ts";
import { Balance } from "../../common/balance.tsx";
import type { ShopperClient } from "../../common/shopper-client.ts";
import { TierProgress } from "../../common/tier-progress.tsx";
import { useShopper, type Shopper } from "../../common/use-shopper.ts";
import { WaitOrFail } from "../../common/wait-or-fail.tsx";
import { Codes } from "./codes.tsx";
import { History } from "./history.tsx";
import { NextStep } from "./next-step.tsx";
import { Rewards } from "./rewards.tsx";

export type Ready = Extract<Shopper, { phase: "ready" }>;

/** Something the shopper should read that belongs to no single card. */
export interface Notice {
  readonly text: string;
  readonly failed: boolean;
}

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
  shopper: Ready;
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
        <Balance speech={speech} member={member} />
      </s-section>
      {tiers !== null && member.tier !== null && (
        <s-section heading={speech.words.tierTitle}>
          <TierProgress speech={speech} tiers={tiers} tier={member.tier} />
        </s-section>
      )}
      <NextStep speech={speech} state={state} member={member} />
      <Rewards client={client} shopper={shopper} />
      <Codes client={client} shopper={shopper} member={member} notify={notify} />
      <History client={client} speech={speech} history={member.history} notify={notify} />
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
    </s-section>
  );
}
