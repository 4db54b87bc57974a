import { useState } from "preact/hooks";
import type { StorefrontCode, StorefrontMember } from "../../../storefront/state.ts";
import type { ShopperClient } from "../../common/shopper-client.ts";

interface OlderCodes {
  readonly codes: readonly StorefrontCode[];
  /** Asks for the next page; null where there is none. */
  readonly more: (() => void) | null;
}

/** Codes that are over, beyond those of the state; asked for anew whenever the state is another. */
export function useOlderCodes(client: ShopperClient, member: StorefrontMember, fail: () => void): OlderCodes {
  const [pages, setPages] = useState({
    after: member,
    codes: [] as StorefrontCode[],
    before: member.codesBefore,
  });
  const known = pages.after === member ? pages : { after: member, codes: [], before: member.codesBefore };
  const { before } = known;
  const ask = async (cursor: string) => {
    const asked = await client.codes(cursor);
    if (!asked.ok || !("codes" in asked.answer)) {
      fail();
      return;
    }
    setPages({
      after: member,
      codes: [...known.codes, ...asked.answer.codes],
      before: asked.answer.before,
    });
  };
  return { codes: known.codes, more: before === null ? null : () => void ask(before) };
}
