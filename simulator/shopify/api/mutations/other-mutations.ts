import { z } from "zod";
import { gid } from "../../world.ts";
import { time, type ApiContext, type Args, type View } from "../api-context.ts";

export const otherMutations = (context: ApiContext): Readonly<Record<string, (args: Args) => View>> => ({
  flowTriggerReceive: (args) => receiveFlowTrigger(context, args),
  webhookSubscriptionCreate: (args) => subscribe(context, args),
});

const MOST_FLOW_BYTES = 50_000;

function receiveFlowTrigger(context: ApiContext, args: Args): View {
  const handle = args["handle"];
  if (typeof handle !== "string") {
    return { userErrors: [{ field: ["handle"], message: "Handle can't be blank" }] };
  }
  if (JSON.stringify(args["payload"] ?? null).length > MOST_FLOW_BYTES) {
    return { userErrors: [{ field: ["payload"], message: "Payload exceeds the size limit of 50000 bytes" }] };
  }
  context.shop.flowTriggers.push({ at: context.world.now(), handle, payload: args["payload"] });
  return { userErrors: [] };
}

function subscribe(context: ApiContext, args: Args): View {
  const { shop, world } = context;
  const input = z
    .object({
      uri: z.string().nullish(),
      callbackUrl: z.string().nullish(),
      includeFields: z.array(z.string()).nullish(),
    })
    .parse(args["webhookSubscription"]);
  const uri = input.uri ?? input.callbackUrl;
  const refuse = (message: string): View => ({
    webhookSubscription: null,
    userErrors: [{ field: ["webhookSubscription", "callbackUrl"], message }],
  });
  if (!uri) return refuse("Address can't be blank");
  const topic = String(args["topic"]);
  const path = topic.toLowerCase().replace("_", "/");
  if (Object.values(shop.subscriptions).some((one) => one.topic === path && one.uri === uri)) {
    return refuse("Address for this topic has already been taken");
  }
  const id = world.newId();
  const includeFields = input.includeFields ?? [];
  shop.subscriptions[id] = { id, topic: path, uri, includeFields, createdAt: world.now() };
  const view = {
    id: gid("WebhookSubscription", id),
    legacyResourceId: id,
    topic,
    uri,
    callbackUrl: uri,
    includeFields,
    format: "JSON",
    filter: null,
    createdAt: time(world.now()),
    updatedAt: time(world.now()),
  };
  return { webhookSubscription: view, userErrors: [] };
}
