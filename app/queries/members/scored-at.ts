import type { Database } from "#app/db/client.ts";
import type { Instant } from "#app/domain/calendar.ts";

/** When a shop's customers were scored last: what lists say of their money is as of then. Null: never yet. */
export async function scoredAt(
  { prisma }: Pick<Database, "prisma">,
  shopId: number,
): Promise<Instant | null> {
  const scoring = await prisma.customerScoring.findUnique({ where: { shopId }, select: { scoredAt: true } });
  return scoring?.scoredAt?.getTime() ?? null;
}
