import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { useFormats, useNamed } from "#app/components/formats.tsx";
import { TimelinePage } from "#app/components/members/timeline/timeline-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import { rewardNameIn } from "#app/domain/program/compile/compile-text.ts";
import { memberNamed } from "#app/queries/members/timeline/member-named.ts";
import { HAPPENING_KINDS, type TimelinePlace } from "#app/queries/members/timeline/happenings.ts";
import { memberTimeline } from "#app/queries/members/timeline/member-timeline.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const PLACE = /^(\d{1,15})_(.{1,300})$/su;

function readPlace(asked: string | null): TimelinePlace | null {
  const [, at, key] = (asked === null ? null : PLACE.exec(asked)) ?? [];
  return at === undefined || key === undefined ? null : { at: Number(at), key };
}

/** Everything that happened to one member, one list. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, shop, actor } = await admitStaff(request);
  const { id = "" } = params;
  const member = /^\d{1,18}$/.test(id) ? await memberNamed(database, shop.shopId, id) : null;
  if (member === null) throw new Response(null, { status: 404 });
  const asked = new URL(request.url).searchParams;
  const kind = HAPPENING_KINDS.find((known) => known === asked.get("kind")) ?? null;
  const after = readPlace(asked.get("after"));
  const { lines, next } = await memberTimeline(database, shop.shopId, id, { kind, after });
  const program = shop.live?.program ?? { rewards: [], tiers: null };
  return {
    member,
    kind,
    lines: lines.map((line) =>
      line.is === "code" ? { ...line, rewardName: rewardNameIn(program, line.rewardId) } : line,
    ),
    next: next === null ? null : `${String(next.at)}_${next.key}`,
    tiers: (program.tiers?.levels ?? []).map(({ id: levelId, name }) => ({ id: levelId, name })),
    viewer: actor,
  };
}

export default function Timeline() {
  const page = useLoaderData<typeof loader>();
  const { text } = useFormats();
  const lines = page.lines.map((line) =>
    line.is === "code" ? { ...line, rewardName: text(line.rewardName) } : line,
  );
  return <TimelinePage {...page} lines={lines} tiers={useNamed(page.tiers)} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
