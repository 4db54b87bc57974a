import { setTimeout as sleep } from "node:timers/promises";
import {
  createCustomer,
  deleteCustomer,
  findCustomer,
  requestPrivacy,
  updateCustomer,
} from "./actions/customers.ts";
import { addExtraField } from "./actions/extra-fields.ts";
import {
  deleteOrder,
  findOrder,
  orderAnswer,
  placeOrder,
  refundOrder,
  setOrderStatus,
} from "./actions/orders.ts";
import {
  createProduct,
  createStore,
  installApp,
  issueToken,
  revokeTokens,
  uninstallApp,
} from "./actions/stores.ts";
import { removeCoupon } from "./api/coupons.ts";
import {
  controlInputs,
  type ControlInput,
  type ControlName,
  type ControlParsed,
} from "./control-commands.ts";
import { couponByCode, viewOf } from "./coupon-rules.ts";
import type { Fake } from "./fake.ts";
import { issueCode } from "./oauth.ts";
import { Refusal } from "../shop/refusal.ts";
import { sendEvent } from "./webhooks/send-event.ts";

const OK = { ok: true } as const;

/** Most wishes only have to happen. */
function done<Input>(fake: Fake, work: (fake: Fake, input: Input) => void): (input: Input) => { ok: true } {
  return (input) => {
    work(fake, input);
    return OK;
  };
}

function merchantDoers(fake: Fake) {
  const { world } = fake;
  return {
    createStore: (input: ControlParsed<"createStore">) => createStore(world, input),
    createProduct: (input: ControlParsed<"createProduct">) => createProduct(world, input),
    createCustomer: (input: ControlParsed<"createCustomer">) => createCustomer(fake, input),
    updateCustomer: done(fake, updateCustomer),
    deleteCustomer: done(fake, deleteCustomer),
    requestPrivacy: done(fake, requestPrivacy),
    placeOrder: (input: ControlParsed<"placeOrder">) => placeOrder(fake, input),
    setOrderStatus: done(fake, setOrderStatus),
    refundOrder: done(fake, refundOrder),
    deleteOrder: done(fake, deleteOrder),
    installApp: done(fake, installApp),
    uninstallApp: done(fake, uninstallApp),
    deleteCoupon: ({ store: id, code, deliver }: ControlParsed<"deleteCoupon">) => {
      const store = world.store(id);
      const coupon = couponByCode(store, code);
      if (coupon === null) throw new Refusal(`There is no coupon ${code}`);
      removeCoupon(fake, store, coupon, deliver);
      return OK;
    },
    createExtraField: ({ store, ...said }: ControlParsed<"createExtraField">) => ({
      key: addExtraField(world, world.store(store), said).key,
    }),
    setDiscountUrl: ({ url }: ControlParsed<"setDiscountUrl">) => {
      fake.discounts.url = url;
      return OK;
    },
    nameStatus: ({ store, status, name }: ControlParsed<"nameStatus">) => {
      world.store(store).statusNames[status] = name;
      world.changed();
      return OK;
    },
    setPlan: ({ store, ...said }: ControlParsed<"setPlan">) => {
      const given = Object.entries(said).filter(([, value]) => value !== undefined);
      Object.assign(world.store(store), Object.fromEntries(given));
      world.changed();
      return OK;
    },
  };
}

function toolDoers(fake: Fake) {
  const { world, post, misconduct } = fake;
  return {
    issueToken: ({ store, scopes }: ControlParsed<"issueToken">) => ({
      token: issueToken(world, world.store(store), scopes).token,
    }),
    issueCode: ({ store: id, redirectUri }: ControlParsed<"issueCode">) => {
      const store = world.store(id);
      const scopes = controlInputs.issueToken.shape.scopes.parse(store.scopes) ?? [];
      return { code: issueCode(world, store, redirectUri, scopes) };
    },
    revokeTokens: ({ store }: ControlParsed<"revokeTokens">) => {
      revokeTokens(world, store);
      return OK;
    },
    misbehave: ({ store, ...wish }: ControlParsed<"misbehave">) => {
      misconduct.add({ ...wish, shop: store });
      return OK;
    },
    misbehaveWebhooks: ({ store, ...wish }: ControlParsed<"misbehaveWebhooks">) => {
      post.misbehave({ ...wish, shop: store });
      return OK;
    },
    behave: () => {
      misconduct.clear();
      post.behave();
      return OK;
    },
    postWebhook: ({ eventId, eventCreated, body, headers, query }: ControlParsed<"postWebhook">) =>
      sendEvent(
        {
          url: `${world.appUrl}${world.settings.webhookPath}${query}`,
          webhookId: eventId,
          eventCreated,
          shop: "",
          topic: "",
          body,
        },
        world.settings.clientSecret,
        headers,
      ),
    settle: ({ timeoutMs }: ControlParsed<"settle">) => settle(fake, timeoutMs),
    setAppUrl: ({ appUrl }: ControlParsed<"setAppUrl">) => {
      world.appUrl = appUrl;
      return OK;
    },
    advanceClock: ({ ms }: ControlParsed<"advanceClock">) => {
      world.state.clockAheadMs += ms;
      world.changed();
      return { now: world.now() };
    },
    forgetCalls: () => {
      misconduct.forget();
      return OK;
    },
  };
}

function viewDoers({ world, post, misconduct, codeMails }: Fake) {
  return {
    mails: ({ address }: ControlParsed<"mails">) => codeMails.to(address),
    deliveries: ({ store, topic }: ControlParsed<"deliveries">) =>
      post
        .list()
        .filter(
          ({ letter }) =>
            (store === undefined || letter.shop === store) && (topic === undefined || letter.topic === topic),
        )
        .map(({ letter, state, attempts }) => ({ ...letter, state, attempts: [...attempts] })),
    calls: ({ store, on }: ControlParsed<"calls">) => misconduct.calls(store, on),
    customer: ({ store, customerId }: ControlParsed<"customer">) =>
      findCustomer(world.store(store), customerId),
    order: ({ store, orderId }: ControlParsed<"order">) => {
      const found = world.store(store);
      return orderAnswer(findOrder(found, orderId), found);
    },
    coupons: ({ store }: ControlParsed<"coupons">) =>
      Object.values(world.store(store).coupons).map((coupon) => viewOf(coupon, world.now())),
    groups: ({ store }: ControlParsed<"groups">) => Object.values(world.store(store).groups),
    storage: ({ store }: ControlParsed<"storage">) => world.store(store).storage,
  };
}

async function settle(fake: Fake, timeoutMs: number): Promise<{ settled: boolean; waiting: number }> {
  const waiting = (): number => fake.post.waiting + fake.world.pendingWork;
  const until = performance.now() + timeoutMs;
  while (waiting() > 0 && performance.now() < until) await sleep(5);
  return { settled: waiting() === 0, waiting: waiting() };
}

function allDoers(fake: Fake) {
  return { ...merchantDoers(fake), ...toolDoers(fake), ...viewDoers(fake) };
}

type Doers = ReturnType<typeof allDoers>;

export type Control = {
  readonly [N in ControlName]: (input: ControlInput<N>) => Promise<Awaited<ReturnType<Doers[N]>>>;
};

/** Every command, its input checked first; what cannot be granted is thrown as a Refusal. */
export function createControl(fake: Fake): Control {
  const doers = allDoers(fake);
  const entries = Object.entries(controlInputs).map(([name, schema]) => {
    const doer = doers[name as ControlName] as (input: unknown) => unknown;
    return [name, (input: unknown) => Promise.resolve(input).then((given) => doer(schema.parse(given)))];
  });
  return Object.fromEntries(entries) as Control;
}
