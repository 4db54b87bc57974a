import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRouteError } from "@remix-run/react";
import { z } from "zod";
import {
  discardFile,
  type FileAnswer,
  readAnew,
  startImport,
  stopImport,
  undoImport,
} from "#app/commands/member-files/change-import.ts";
import { DataPage } from "#app/components/member-files/data-page.tsx";
import { PageError } from "#app/components/page-error.tsx";
import type { DeedAnswer } from "#app/components/use-deed.ts";
import { parseCleanJson } from "#app/domain/clean-text.ts";
import { fileReading } from "#app/queries/member-files/file-reading.ts";
import { adminMemberFiles } from "#app/queries/member-files/admin-member-files.ts";
import { admitStaff } from "./admin/admin-visitor.server.ts";

const wish = z.object({
  intent: z.enum(["start", "stop", "undo", "discard", "read"]),
  fileId: z.coerce.number().int().positive(),
  reading: z.string().max(20_000).optional(),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, shop } = await admitStaff(request);
  return adminMemberFiles(database, shop);
}

export async function action({ request }: ActionFunctionArgs): Promise<DeedAnswer> {
  const { database, shop, actor } = await admitStaff(request);
  const parsed = wish.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const { intent, fileId, reading } = parsed.data;
  const by = { shopId: shop.shopId, fileId, actor, now: Date.now() };
  const answer = await perform(by);
  return answer.ok ? { kind: "done", deed: intent } : { kind: "refused", refusal: answer.refusal };

  function perform(wanted: typeof by): Promise<FileAnswer> {
    switch (intent) {
      case "start":
        return startImport(database, wanted);
      case "stop":
        return stopImport(database, wanted);
      case "undo":
        return undoImport(database, wanted);
      case "discard":
        return discardFile(database, wanted);
      case "read": {
        const asked = fileReading.safeParse(reading === undefined ? null : parseCleanJson(reading));
        if (!asked.success) throw new Response(null, { status: 400 });
        return readAnew(database, wanted, asked.data);
      }
    }
  }
}

export default function Data() {
  return <DataPage {...useLoaderData<typeof loader>()} />;
}

export function ErrorBoundary() {
  return <PageError error={useRouteError()} />;
}
