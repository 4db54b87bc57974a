import type { Instant } from "#app/domain/calendar.ts";
import type { Database } from "./database.ts";

/** A worker says that it is alive. */
export async function writeHeartbeat({ prisma }: Database, workerId: string, now: Instant): Promise<void> {
  const seenAt = new Date(now);
  await prisma.workerHeartbeat.upsert({
    where: { workerId },
    create: { workerId, startedAt: seenAt, seenAt },
    update: { seenAt },
  });
}

/** It stops on purpose; also takes away those that have not been heard of for long. */
export async function removeHeartbeat(
  { prisma }: Database,
  workerId: string,
  silentSince: Instant,
): Promise<void> {
  await prisma.workerHeartbeat.deleteMany({
    where: { OR: [{ workerId }, { seenAt: { lt: new Date(silentSince) } }] },
  });
}
