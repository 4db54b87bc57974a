import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { appAddress } from "../../common/app-address.ts";
import { makeAskApp } from "../../common/ask-app.ts";
import { makeShopperClient } from "../../common/shopper-client.ts";
import { shopperWords } from "../../common/shopper-words.ts";
import { Profile } from "./profile.tsx";

const PAGE_ADDRESS = "extension:regulars-page/";

export default async () => {
  const { words, locale } = shopperWords(
    shopify.localization.extensionLanguage.value.isoCode,
    shopify.settings.value.german_address,
  );
  const client = makeShopperClient(makeAskApp(appAddress(), () => shopify.sessionToken.get(), locale));
  const pageLabel = shopify.i18n.translate("open");
  render(
    <Profile
      client={client}
      words={words}
      locale={locale}
      pageAddress={PAGE_ADDRESS}
      pageLabel={pageLabel}
    />,
    document.body,
  );
};
