import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { bringUpToDate } from "#app/commands/members/bring-up-to-date.ts";
import { useFormats, useNamed } from "#app/components/formats.tsx";
import { MemberPage } from "#app/components/members/member-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { nameFromId, rewardNameIn } from "#app/domain/program/compile/compile-text.ts";
import type { Program } from "#app/domain/program/program.ts";
import { pointsWorth, valueOf } from "#app/domain/program/points-worth.ts";
import { memberFigures } from "#app/queries/customers/member-figures.ts";
import { givableRewards } from "#app/queries/codes/givable-rewards.ts";
import { adminMember } from "#app/queries/members/admin-member.ts";
import { claimableRewards } from "#app/queries/members/claimable-rewards.ts";
import { mergesOfMember } from "#app/queries/members/merges-of-member.ts";
import { memberNotes } from "#app/queries/members/member-notes.ts";
import { memberTier } from "#app/queries/members/member-tier.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";
import { doMemberDeed } from "./admin/member-deeds.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, shop, actor } = await admitStaff(request);
  const { id } = params;
  if (id === undefined) throw new Response(null, { status: 404 });
  const now = Date.now();
  if (/^\d{1,18}$/.test(id)) await bringUpToDate(database, shop.shopId, [id], now);
  const before = new URL(request.url).searchParams.get("before");
  const page = await adminMember(database, shop.shopId, id, {
    before: before !== null && /^\d{1,18}$/.test(before) ? before : null,
    now,
  });
  if (page === null) throw new Response(null, { status: 404 });
  const program = shop.live?.program ?? null;
  const worth = program === null ? null : pointsWorth(program);
  return {
    ...page,
    codes: page.codes.map((code) => ({
      ...code,
      rewardName: program === null ? nameFromId(code.rewardId) : rewardNameIn(program, code.rewardId),
    })),
    worthMinor: worth === null ? null : valueOf(page.member.available, worth),
    figures: await memberFigures(database, shop.shopId, id),
    tierWords: await memberTier(database, shop.shopId, id, now),
    notes: await memberNotes(database, shop.shopId, id),
    merges: await mergesOfMember(database, shop.shopId, id, now),
    rewards: await claimableRewards(database, shop.shopId, id, now),
    givable: page.member.status === "active" ? await givableRewards(database, shop.shopId, program) : [],
    metric: program?.tiers?.metric ?? null,
    viewer: actor,
    tiers: program === null ? [] : levelChoices(program, page.member.tierEntered),
  };
}

/** The levels, and what comes with entering each that has not come yet. */
function levelChoices(program: Program, entered: readonly string[]) {
  return (program.tiers?.levels ?? []).map(({ id, name, entryPoints, entryRewards }) => {
    const isEntered = entered.includes(id);
    return {
      id,
      name,
      entryPoints: isEntered ? 0 : entryPoints,
      entryRewards: isEntered ? [] : entryRewards.map((reward) => rewardNameIn(program, reward)),
    };
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const visitor = await admitStaff(request);
  const { id } = params;
  if (id === undefined) throw new Response(null, { status: 404 });
  return doMemberDeed(visitor, id, await request.formData(), Date.now());
}

export default function Member() {
  const page = useLoaderData<typeof loader>();
  const { text } = useFormats();
  const codes = page.codes.map((code) => ({ ...code, rewardName: text(code.rewardName) }));
  const tiers = useNamed(page.tiers).map((level) => ({
    ...level,
    entryRewards: level.entryRewards.map(text),
  }));
  const rewards = useNamed(page.rewards);
  const shown = { ...page, codes, tiers, rewards, givable: useNamed(page.givable) };
  return <MemberPage key={page.member.memberId} {...shown} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
