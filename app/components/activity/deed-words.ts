import type { Formats } from "../formats.tsx";
import type { deedTexts } from "../i18n/deed-texts.ts";
import type { ShownDeed } from "./shown-deed.ts";

type Words = (typeof deedTexts)["en"];

const STAFF = /^shopify:user:(?<number>\d+)$/u;

/** Who it was: a member of staff by their number, a workflow, the shop itself. */
export function actorWords(actor: string, viewer: string, t: Words): string {
  // Some admins tell nobody apart: then it is nobody's own deed either.
  if (actor === "shop:admin") return t.shopAdmin;
  if (actor === viewer) return t.you;
  const number = STAFF.exec(actor)?.groups?.["number"];
  if (number !== undefined) return t.staff(number);
  if (actor === "shopify:flow") return t.flow;
  if (actor === "installation") return t.installation;
  if (actor === "retention") return t.retention;
  if (actor === "program") return t.program;
  if (actor === "member") return t.themselves;
  return actor === "platform" ? t.platform : actor;
}

/** What was done. A command without a title of its own is called by its name. */
export function deedTitle({ action, points }: Pick<ShownDeed, "action" | "points">, t: Words): string {
  if (action === "adjust_points") return points !== null && points < 0 ? t.pointsTaken : t.pointsGiven;
  const titles: Readonly<Record<string, string>> = t.titles;
  return titles[action] ?? action.replaceAll("_", " ");
}

/** The particulars: how many points, which reward, tier or version, the code, the reason. */
export function deedAside(deed: ShownDeed, t: Words, { count, points }: Formats): string {
  const parts = [
    deed.rewardName,
    deed.points === null || deed.points === 0 ? null : points(Math.abs(deed.points)),
    deed.tierName,
    deed.version === null ? null : t.version(count(deed.version)),
    deed.code,
    deed.reason,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
