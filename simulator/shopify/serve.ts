import { parseArgs } from "node:util";
import { startFakeShopify } from "./start-fake-shopify.ts";

/** `tsx simulator/shopify/serve.ts --app-url http://127.0.0.1:3000`: a fake Shopify until Ctrl-C. */
const { values } = parseArgs({
  options: {
    "app-url": { type: "string", default: "http://127.0.0.1:3000" },
    port: { type: "string", default: "4100" },
    "tunnel-port": { type: "string", default: "4101" },
    "api-key": { type: "string", default: "regulars-development-key" },
    "api-secret": { type: "string", default: "regulars-development-secret" },
    config: { type: "string", default: "shopify.app.toml" },
    extension: { type: "string", default: "extensions/regulars-theme" },
    state: { type: "string" },
    shop: { type: "string", default: "kiezcafe.myshopify.com" },
    name: { type: "string", default: "Kiezcafé" },
    "webhook-speed": { type: "string", default: "60" },
    quiet: { type: "boolean", default: false },
  },
});

const fake = await startFakeShopify({
  apiKey: values["api-key"],
  apiSecret: values["api-secret"],
  appUrl: values["app-url"],
  port: Number(values.port),
  tunnelPort: Number(values["tunnel-port"]),
  appConfig: values.config,
  extension: values.extension,
  shops: [{ domain: values.shop, name: values.name }],
  webhookSpeed: Number(values["webhook-speed"]),
  ...(values.state === undefined ? {} : { stateFile: values.state }),
  ...(values.quiet ? {} : { onRequest: (line: string) => process.stdout.write(`${line}\n`) }),
});

const store = values.shop.replace(".myshopify.com", "");
process.stdout.write(`Shop front   ${fake.url}\n`);
process.stdout.write(`Shop admin   ${fake.url}/store/${store}/apps/regulars\n`);
process.stdout.write(`App, public  ${fake.tunnelUrl ?? "none"}\n`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void fake.close().then(() => process.exit(0)));
}
