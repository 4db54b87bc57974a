import { setTimeout as sleep } from "node:timers/promises";
import { changeProduct, createProduct, createShop, deleteProduct } from "./actions/catalog.ts";
import {
  createCustomer,
  deleteCustomer,
  mergeCustomers,
  redactCustomer,
  requestCustomerData,
  setMarketing,
  updateCustomer,
} from "./actions/customers.ts";
import { editOrder } from "./actions/edit-order.ts";
import { changeScopes, installApp, redactShop, uninstallApp } from "./actions/installation.ts";
import { deactivateDiscount, deleteDiscount, removeCode } from "./actions/discounts.ts";
import { cancelOrder, deleteOrder, fulfilOrder, payOrder, placeOrder } from "./actions/orders.ts";
import { refundOrder } from "./actions/refund-order.ts";
import { controlInputs, type ControlName, type ControlParsed } from "./control-commands.ts";
import type { Control, ControlAnswers } from "./control-answers.ts";
import { customerAnswer, discountAnswers, orderAnswer, shopAnswer } from "./control-views.ts";
import type { Fake } from "./fake.ts";
import { issueSessionToken } from "./tokens/session-token.ts";
import { expireTokens, issueToken } from "./tokens/token-endpoint.ts";
import { signedProxyQuery } from "./web/app-proxy.ts";
import { Refusal } from "../shop/refusal.ts";

type Doers = {
  readonly [N in ControlName]: (input: ControlParsed<N>) => ControlAnswers[N] | Promise<ControlAnswers[N]>;
};

const OK = { ok: true } as const;

/** Every command, its input checked first; what cannot be granted is thrown as a Refusal. */
export function createControl(fake: Fake): Control {
  const doers = { ...merchantDoers(fake), ...toolDoers(fake) } as Doers;
  const entries = Object.entries(controlInputs).map(([name, schema]) => {
    const doer = doers[name as ControlName] as (input: unknown) => unknown;
    return [name, (input: unknown) => Promise.resolve(input).then((given) => doer(schema.parse(given)))];
  });
  return Object.fromEntries(entries) as Control;
}

function merchantDoers(fake: Fake): Partial<Doers> {
  const { world } = fake;
  /** Most wishes only have to happen. */
  const done =
    <T>(work: (fake: Fake, input: T) => void) =>
    (input: T): { ok: true } => {
      work(fake, input);
      return OK;
    };
  return {
    createShop: (input) => createShop(world, input),
    createProduct: (input) => createProduct(world, input),
    changeProduct: done(changeProduct),
    deleteProduct: done(deleteProduct),
    createCustomer: (input) => createCustomer(fake, input),
    updateCustomer: done(updateCustomer),
    setMarketing: done(setMarketing),
    deleteCustomer: done(deleteCustomer),
    mergeCustomers: done(mergeCustomers),
    placeOrder: (input) => placeOrder(fake, input),
    payOrder: done(payOrder),
    fulfilOrder: done(fulfilOrder),
    cancelOrder: done(cancelOrder),
    editOrder: (input) => editOrder(fake, input),
    deleteOrder: done(deleteOrder),
    deleteDiscount: done(deleteDiscount),
    deactivateDiscount: done(deactivateDiscount),
    removeCode: done(removeCode),
    refundOrder: (input) => refundOrder(fake, input),
    uninstallApp: done(uninstallApp),
    installApp: done(installApp),
    changeScopes: done(changeScopes),
    requestCustomerData: done(requestCustomerData),
    redactCustomer: done(redactCustomer),
    redactShop: done(redactShop),
  };
}

function toolDoers(fake: Fake): Partial<Doers> {
  const { world, post, misconduct } = fake;
  return {
    sessionToken: ({ shop, userId }) => ({
      token: issueSessionToken(world, world.shop(shop).domain, userId),
    }),
    issueToken: ({ shop, scopes, expiring }) => {
      const found = world.shop(shop);
      return issueToken(world, found, scopes ?? found.scopes, expiring);
    },
    expireTokens: ({ shop, refreshToo }) => {
      expireTokens(world, world.shop(shop), refreshToo);
      return OK;
    },
    signProxyQuery: (input) => ({ query: signedProxyQuery(world, input) }),
    misbehave: (input) => {
      misconduct.add(input);
      return OK;
    },
    misbehaveWebhooks: (input) => {
      post.misbehave(input);
      return OK;
    },
    behave: () => {
      misconduct.clear();
      post.behave();
      return OK;
    },
    postWebhook: (input) => post.post(input),
    resendDelivery: async ({ webhookId }) => {
      const sent = await post.resend(webhookId);
      if (sent === null) throw new Refusal(`There was no delivery ${webhookId}`);
      return { status: sent.status };
    },
    settle: ({ timeoutMs }) => settle(fake, timeoutMs),
    deliveries: ({ shop, topic }) =>
      post
        .list()
        .filter(
          (one) => (shop === undefined || one.shop === shop) && (topic === undefined || one.topic === topic),
        ),
    calls: ({ shop, field }) => misconduct.calls(shop, field),
    forgetCalls: () => {
      misconduct.forget();
      return OK;
    },
    shopState: ({ shop }) => shopAnswer(world.shop(shop)),
    customer: ({ shop, customerId }) => customerAnswer(world, world.shop(shop), customerId),
    order: ({ shop, orderId }) => orderAnswer(world.shop(shop), orderId),
    discounts: ({ shop }) => discountAnswers(world.shop(shop), world.now()),
    flowTriggers: ({ shop }) =>
      world.shop(shop).flowTriggers.map(({ handle, payload }) => ({ handle, payload })),
    setAppUrl: ({ appUrl }) => {
      world.appUrl = appUrl;
      return OK;
    },
    advanceClock: ({ ms }) => {
      world.state.clockAheadMs += ms;
      world.changed();
      return { now: world.now() };
    },
    setPlan: ({ shop, bucket, restorePerSecond }) => {
      Object.assign(world.shop(shop), { bucket, restorePerSecond });
      return OK;
    },
  };
}

async function settle(fake: Fake, timeoutMs: number): Promise<{ settled: boolean; waiting: number }> {
  const waiting = (): number => fake.post.waiting + fake.world.pendingWork;
  const until = performance.now() + timeoutMs;
  while (waiting() > 0 && performance.now() < until) await sleep(5);
  return { settled: waiting() === 0, waiting: waiting() };
}
