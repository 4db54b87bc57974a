import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { appAddress } from "../../common/app-address.ts";
import { makeAskApp } from "../../common/ask-app.ts";
import { makeShopperClient } from "../../common/shopper-client.ts";
import { shopperWords } from "../../common/shopper-words.ts";
import { ProgramPage } from "./program-page.tsx";

export default async () => {
  const { words, locale } = shopperWords(
    shopify.localization.extensionLanguage.value.isoCode,
    shopify.settings.value.german_address,
  );
  const client = makeShopperClient(makeAskApp(appAddress(), () => shopify.sessionToken.get(), locale));
  render(<ProgramPage client={client} words={words} locale={locale} />, document.body);
};
