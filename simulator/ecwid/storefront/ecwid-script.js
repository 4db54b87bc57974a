// A stand-in for app.ecwid.com/script.js: the little of the storefront API that apps build on, and a shop
// drawn with the classes and the markup for search engines that Ecwid's own has.
(() => {
  const store = JSON.parse(document.getElementById("store-data").textContent);
  const CART_KEY = `PSecwid__${store.storeId}PScart`;
  const WHO_KEY = `who-${store.storeId}`;
  const main = document.getElementById("store");

  const announcement = (last) => {
    const hearers = [];
    return {
      add(hear) {
        hearers.push(hear);
        if (last.said) hear(last.about);
      },
      say(about) {
        last.said = true;
        last.about = about;
        for (const hear of hearers) hear(about);
      },
    };
  };
  const OnAPILoaded = announcement({});
  const OnPageLoaded = announcement({});
  const OnCartChanged = announcement({});
  const OnSetProfile = announcement({});

  const kept = () =>
    JSON.parse(localStorage.getItem(CART_KEY) ?? "null") ?? { cartId: "", order: { items: [] } };
  const items = () => kept().order.items;
  const keep = (next) => {
    localStorage.setItem(
      CART_KEY,
      JSON.stringify({ cartId: `cart-${store.storeId}`, order: { items: next } }),
    );
    OnCartChanged.say(cart());
  };
  const cart = () => ({
    cartId: kept().cartId,
    items: items().map(({ productId, name, price, quantity }) => ({
      quantity,
      product: { id: productId, name, price },
    })),
    productsQuantity: items().reduce((sum, { quantity }) => sum + quantity, 0),
    couponName: null,
  });
  const customer = () => {
    const found = store.customers.find(({ id }) => String(id) === sessionStorage.getItem(WHO_KEY));
    return found === undefined ? null : { ...found, ownerId: store.storeId, registered: true };
  };
  const money = (amount) =>
    new Intl.NumberFormat(store.lang, { style: "currency", currency: store.currency }).format(amount);
  const make = (tag, about = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(about)) {
      if (typeof value === "function") made.addEventListener(name, value);
      else made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
  };

  function add({ id, name, price }) {
    const next = items();
    const there = next.find(({ productId }) => productId === id);
    if (there === undefined) next.push({ productId: id, sku: "", name, price, quantity: 1 });
    else there.quantity += 1;
    keep(next);
  }

  function catalogue() {
    const cards = store.products.map((one) =>
      make(
        "a",
        { class: "card", href: `#!/p/${one.id}` },
        make("b", {}, one.name),
        make("div", {}, money(one.price)),
      ),
    );
    main.replaceChildren(make("div", { class: "grid" }, ...cards));
    OnPageLoaded.say({ type: "CATEGORY", categoryId: 0 });
  }

  function product(id) {
    const one = store.products.find((known) => known.id === id);
    if (one === undefined) return catalogue();
    const price = make(
      "div",
      { class: "product-details__product-price", itemprop: "price", content: one.price },
      money(one.price),
    );
    main.replaceChildren(
      make("h1", { class: "product-details__product-title" }, one.name),
      price,
      make("p", {}, make("button", { click: () => add(one) }, "Add to bag")),
    );
    OnPageLoaded.say({ type: "PRODUCT", productId: id });
  }

  function cartPage() {
    const said = make("p", { role: "status" });
    const coupon = make("input", { id: "coupon", autocomplete: "off" });
    const email = make("input", { id: "email", type: "email", value: customer()?.email ?? "" });
    const newsletter = make("input", { id: "newsletter", type: "checkbox" });
    const total = items().reduce((sum, { price, quantity }) => sum + price * quantity, 0);
    const place = async () => {
      const body = {
        email: email.value,
        coupon: coupon.value === "" ? null : coupon.value,
        acceptMarketing: newsletter.checked,
        items: items().map(({ productId, quantity }) => ({ productId, quantity })),
      };
      const answer = await fetch(`/shop/${store.storeId}/checkout`, {
        method: "POST",
        body: JSON.stringify(body),
      });
      const told = await answer.json();
      said.textContent = answer.ok ? `Thank you. Order ${told.orderId}: ${told.total}` : told.error;
      if (answer.ok) keep([]);
    };
    main.replaceChildren(
      make("h1", {}, "Cart"),
      make(
        "ul",
        {},
        ...items().map(({ name, quantity, price }) =>
          make("li", {}, `${quantity} × ${name}: ${money(price * quantity)}`),
        ),
      ),
      make("div", { class: "ec-cart-summary__row--total" }, `Total ${money(total)}`),
      make("p", {}, make("label", {}, "Discount coupon ", coupon)),
      make("p", {}, make("label", {}, "E-mail ", email)),
      make("p", {}, make("label", {}, newsletter, " E-mail me with news and offers")),
      make("button", { click: () => void place() }, "Place order"),
      said,
    );
    OnPageLoaded.say({ type: "CART" });
  }

  function route() {
    const address = location.hash;
    const shown = /^#!\/p\/(\d+)/.exec(address);
    if (shown !== null) product(Number(shown[1]));
    else if (address.startsWith("#!/~/cart")) cartPage();
    else catalogue();
  }

  window.Ecwid = {
    OnAPILoaded,
    OnPageLoaded,
    OnCartChanged,
    OnSetProfile,
    Customer: { get: (tell) => tell(customer()) },
    Cart: { get: (tell) => tell(cart()) },
    getOwnerId: () => store.storeId,
    getStorefrontLang: () => store.lang,
    getAppPublicConfig: (client) => store.configs[client] ?? null,
  };

  const who = document.getElementById("who");
  for (const { id, name, email } of store.customers)
    who.append(make("option", { value: String(id) }, name || email));
  who.value = sessionStorage.getItem(WHO_KEY) ?? "";
  who.addEventListener("change", () => {
    sessionStorage.setItem(WHO_KEY, who.value);
    OnSetProfile.say(customer());
  });
  addEventListener("hashchange", route);
  addEventListener("load", () => {
    OnAPILoaded.say(undefined);
    OnSetProfile.say(customer());
    route();
  });
})();
