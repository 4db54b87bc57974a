import type { DeliverOutcome } from "../../platform.ts";
import type { AdminClient } from "../admin-client.ts";
import { READ_INSTALLATION, SET_PROGRAM } from "../documents/program.ts";
import { refusalOf } from "./refusal.ts";

/** What the theme extension reads as `app.metafields.regulars.program`. */
const NAMESPACE = "regulars";
const KEY = "program";

/** App-data metafields hang on the installation: only this app's own blocks can read them. */
export async function publishProgram(
  client: AdminClient,
  shopKey: string,
  program: string,
): Promise<DeliverOutcome> {
  const found = await client.ask(shopKey, READ_INSTALLATION, {});
  if (found.kind !== "data") return found;
  const ownerId = found.data.currentAppInstallation.id;
  const metafield = { ownerId, namespace: NAMESPACE, key: KEY, type: "json", value: program };
  const asked = await client.ask(shopKey, SET_PROGRAM, { metafields: [metafield] });
  if (asked.kind !== "data") return asked;
  const errors = asked.data.metafieldsSet?.userErrors ?? [];
  return errors.length > 0 ? refusalOf(errors) : { kind: "done", reference: null };
}
