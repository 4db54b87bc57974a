import { answerControl, type Command } from "../shop/answer-control.ts";
import { Mailbox } from "../mail/mailbox.ts";
import { Misconduct } from "../shop/misconduct.ts";
import { json, type Answer, type Ask } from "../shop/web/http.ts";
import { closeConnections } from "../shop/web/post-to-app.ts";
import { closeServer, listen, serve } from "../shop/web/serve.ts";
import { createStore } from "./actions/stores.ts";
import { answerAdmin } from "./admin/admin-page.ts";
import { RestDoor } from "./api/rest-door.ts";
import { createControl, type Control } from "./control.ts";
import { controlInputs, type ControlInput, type ControlName } from "./control-commands.ts";
import { DiscountAsker } from "./discounts/discount-asker.ts";
import type { Fake } from "./fake.ts";
import { CodeMails } from "./code-mails.ts";
import { authorize, exchange } from "./oauth.ts";
import { answerShop } from "./storefront/shop-page.ts";
import { createPost } from "./webhooks/announce.ts";
import { World } from "./world.ts";

/** Real ids have nine digits today. */
const FIRST_ID = "810000001";

export interface FakeEcwidOptions {
  readonly clientId: string;
  /** Signs webhooks; its first sixteen bytes are the key of the admin's payload. */
  readonly clientSecret: string;
  /** Where the app itself listens, e.g. http://127.0.0.1:3000. Can be set later with `control.setAppUrl`. */
  readonly appUrl: string;
  /** Ecwid posts to one address per app. */
  readonly webhookPath?: string;
  /** 0 or left out: any free port. */
  readonly port?: number;
  readonly stores?: readonly ControlInput<"createStore">[];
  /** Epoch milliseconds; the system's clock when left out. */
  readonly clock?: () => number;
  /** 1 retries webhooks as documented (27 times in a day); 3600 makes an hour a second. */
  readonly webhookSpeed?: number;
  readonly firstId?: string;
  /** Where what it mails lies, beside what others put there. */
  readonly mailbox?: Mailbox;
  /** Keep the state in this file across restarts. */
  readonly stateFile?: string;
  readonly onRequest?: (line: string) => void;
}

export interface FakeEcwid {
  /** Without a slash at the end. */
  readonly url: string;
  /** What the app takes for app.ecwid.com and my.ecwid.com. */
  readonly apiBase: string;
  readonly oauthBase: string;
  /** Where the app posts what is to be mailed, and where a person reads it. */
  readonly mailboxUrl: string;
  /** The control panel of a store, with the app in it. */
  readonly panelOf: (store: string) => string;
  /** The front of a store, as shoppers see it. */
  readonly shopOf: (store: string) => string;
  readonly control: Control;
  close(): Promise<void>;
}

/** Starts a fake Ecwid on loopback; it keeps nothing outside `stateFile` and talks to nobody but the app. */
export async function startFakeEcwid(options: FakeEcwidOptions): Promise<FakeEcwid> {
  const world = new World(
    {
      clientId: options.clientId,
      clientSecret: options.clientSecret,
      webhookPath: options.webhookPath ?? "/webhooks/ecwid",
      clock: options.clock ?? Date.now,
      firstId: options.firstId ?? FIRST_ID,
      stateFile: options.stateFile ?? null,
    },
    options.appUrl,
  );
  const fake: Fake = {
    world,
    post: createPost(world, options.webhookSpeed ?? 1),
    misconduct: new Misconduct(),
    codeMails: new CodeMails(options.mailbox ?? new Mailbox()),
    discounts: new DiscountAsker(world),
  };
  for (const wish of options.stores ?? []) {
    if (world.state.stores[wish.store] === undefined) {
      createStore(world, controlInputs.createStore.parse(wish));
    }
  }
  const control = createControl(fake);
  const rest = new RestDoor(fake);
  const { server, url } = await listen(options.port ?? 0);
  serve(server, (ask) => answer(fake, control, rest, ask), options.onRequest);
  return {
    url,
    apiBase: `${url}/api/v3`,
    oauthBase: `${url}/api/oauth`,
    mailboxUrl: `${url}/_mailbox`,
    panelOf: (store) => `${url}/panel/${store}`,
    shopOf: (store) => `${url}/shop/${store}`,
    control,
    close: async () => {
      world.close();
      closeConnections();
      await closeServer(server);
    },
  };
}

async function answer(fake: Fake, control: Control, rest: RestDoor, ask: Ask): Promise<Answer> {
  const { world, codeMails } = fake;
  const path = ask.url.pathname;
  if (path.startsWith("/_control/")) {
    const name = path.slice("/_control/".length);
    const command = name in controlInputs ? (control[name as ControlName] as Command) : undefined;
    return answerControl(command, name, ask);
  }
  if (/^\/_mailbox(\/|$)/u.test(path)) return codeMails.answer(ask);
  const api = /^\/api\/v3\/(\d+)\/(.+)$/.exec(path);
  if (api !== null) return rest.answer(api[1] ?? "", api[2] ?? "", ask);
  if (path === "/api/oauth/authorize" && ask.method === "GET") return authorize(world, ask);
  if (path === "/api/oauth/token") return exchange(world, ask);
  return answerAdmin(fake, ask) ?? (await answerShop(fake, ask)) ?? json(404, { errorMessage: "Not found" });
}
