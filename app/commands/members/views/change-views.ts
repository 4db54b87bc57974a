import type { Database } from "#app/db/client.ts";
import { dropMemberView, renameMemberView, writeMemberView } from "#app/db/members/member-views.ts";
import type { Instant } from "#app/domain/calendar.ts";

export type ViewWish =
  | { readonly intent: "keep_view"; readonly name: string; readonly query: string }
  | { readonly intent: "rename_view"; readonly viewId: string; readonly name: string }
  | { readonly intent: "drop_view"; readonly viewId: string };

/** Filters of the list are kept under a name, called something else, or forgotten. False: the name is taken. */
export async function changeViews(
  database: Database,
  { shopId, actor, now }: { readonly shopId: number; readonly actor: string; readonly now: Instant },
  wish: ViewWish,
): Promise<boolean> {
  switch (wish.intent) {
    case "keep_view":
      return writeMemberView(database, shopId, { name: wish.name, query: wish.query, actor, now });
    case "rename_view":
      return database.transaction((tx) => renameMemberView(tx, shopId, wish));
    case "drop_view":
      await dropMemberView(database, shopId, wish.viewId);
      return true;
  }
}
