/**
 * A stand-in for Shopify's App Bridge (https://shopify.dev/docs/api/app-bridge-library), served where
 * the real one is only on Shopify's CDN. It offers the same `shopify` global, custom elements, fetch
 * and session-token behaviour to the app, and speaks to the simulated admin around the frame.
 */
(() => {
  "use strict";
  if (window.shopify) return;

  const script = document.currentScript;
  const scriptOrigin = script ? new URL(script.src).origin : location.origin;
  const adminOrigin = scriptOrigin.includes("cdn.shopify.com") ? "https://admin.shopify.com" : scriptOrigin;
  const query = new URLSearchParams(location.search);
  const KEPT = "app-bridge-config";

  function readConfig() {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
    const meta = document.querySelector('meta[name="shopify-api-key"]');
    const config = {
      apiKey: script?.dataset.apiKey ?? meta?.content ?? kept.apiKey ?? "",
      host: query.get("host") ?? kept.host,
      shop: query.get("shop") ?? kept.shop,
      locale: query.get("locale") ?? kept.locale ?? "en-US",
    };
    sessionStorage.setItem(KEPT, JSON.stringify(config));
    return config;
  }
  const config = readConfig();

  // --- talking to the admin around this frame -------------------------------------------------
  const waiting = new Map();
  const listeners = new Map();
  let lastId = 0;

  const embedded = window.parent !== window;
  const tell = (type, payload) => embedded && window.parent.postMessage({ bridge: type, payload }, "*");
  const on = (type, listener) => listeners.set(type, listener);
  function ask(type, payload) {
    if (!embedded) return Promise.reject(new Error("The app is not inside the admin"));
    return new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      window.parent.postMessage({ bridge: type, payload, id: lastId }, "*");
    });
  }
  addEventListener("message", (event) => {
    if (event.source !== window.parent || typeof event.data?.admin !== "string") return;
    const { admin, id, payload, error } = event.data;
    if (admin !== "answer") return listeners.get(admin)?.(payload);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.reject(new Error(error));
    else asked?.resolve(payload);
  });

  // --- session tokens --------------------------------------------------------------------------
  const idToken = async () => (await ask("idToken")).token;

  const nativeFetch = window.fetch.bind(window);
  async function bridgedFetch(input, init) {
    const request = new Request(input, init);
    const sameOrigin = new URL(request.url).origin === location.origin;
    if (!sameOrigin || request.headers.has("authorization")) return nativeFetch(request);
    const body =
      request.method === "GET" || request.method === "HEAD" ? undefined : await request.arrayBuffer();
    const send = async () => {
      const headers = new Headers(request.headers);
      headers.set("authorization", `Bearer ${await idToken()}`);
      return nativeFetch(new Request(request.url, { ...pick(request), headers, body }));
    };
    let response = await send();
    // The app asks for one more try with a fresh token.
    if (response.headers.get("x-shopify-retry-invalid-session-request") === "1") response = await send();
    const reauthorize = response.headers.get("x-shopify-api-request-failure-reauthorize-url");
    if (reauthorize) window.open(new URL(reauthorize, location.href).href, "_top");
    return response;
  }
  function pick({ method, mode, credentials, cache, redirect, referrer, integrity, signal }) {
    return {
      method,
      mode: mode === "navigate" ? "same-origin" : mode,
      credentials,
      cache,
      redirect,
      referrer,
      integrity,
      signal,
    };
  }
  if (embedded) window.fetch = bridgedFetch;

  /** The app's bounce page: come back to where the person was, with a fresh token. */
  async function bounce(target) {
    const url = new URL(target, location.href);
    if (url.origin !== location.origin) return;
    url.searchParams.set("id_token", await idToken());
    location.replace(url.href);
  }

  // --- leaving the frame -----------------------------------------------------------------------
  const nativeOpen = window.open.bind(window);
  function adminAddress(url) {
    const text = String(url ?? "");
    if (text.startsWith("shopify:"))
      return `${adminOrigin}/store/${storeName()}/${text.replace(/^shopify:(\/\/)?admin\/?/, "")}`;
    if (adminOrigin === "https://admin.shopify.com") return text;
    return text
      .replace("https://admin.shopify.com", adminOrigin)
      .replace(`https://${config.shop}`, adminOrigin);
  }
  const storeName = () => (config.shop ?? "").replace(".myshopify.com", "");
  window.open = (url, target, features) => nativeOpen(adminAddress(url), target ?? "_blank", features);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="shopify:"]') : null;
    if (!link) return;
    event.preventDefault();
    nativeOpen(adminAddress(link.getAttribute("href")), link.target || "_top");
  });

  // --- where the app is ------------------------------------------------------------------------
  function tellLocation() {
    tell("location", { path: location.pathname + location.search + location.hash, title: document.title });
  }
  for (const name of ["pushState", "replaceState"]) {
    const native = history[name].bind(history);
    history[name] = (...given) => {
      native(...given);
      tellLocation();
    };
  }
  addEventListener("popstate", tellLocation);
  let isRouted = false;
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...how) {
    if (type === "shopify:navigate") isRouted = true;
    return listen.call(this, type, ...how);
  };
  on("navigate", ({ href }) => {
    const known = [...document.querySelectorAll("ui-nav-menu a, s-app-nav a, s-app-nav s-link")];
    let link = known.find((one) => one.getAttribute("href") === href);
    if (!link) {
      link = document.createElement("a");
      link.setAttribute("href", href);
      link.hidden = true;
      document.body.append(link);
      setTimeout(() => link.remove());
    }
    link.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true, cancelable: true }));
    // Nobody routes within the page: go there as a link would. A router may take its time.
    if (!isRouted && new URL(href, location.href).href !== location.href) location.assign(href);
  });

  // --- custom elements -------------------------------------------------------------------------
  const label = (element) => (element.textContent ?? "").trim();
  function watch(element, changed) {
    new MutationObserver(changed).observe(element, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
    queueMicrotask(changed);
  }

  class NavMenu extends HTMLElement {
    connectedCallback() {
      this.style.display = "none";
      watch(this, () => {
        const links = [...this.querySelectorAll("a, s-link")].filter(
          (one) => one.getAttribute("rel") !== "home",
        );
        tell("menu", {
          items: links.map((one) => ({ label: label(one), href: one.getAttribute("href") ?? "/" })),
        });
      });
    }
  }

  const actionsOf = (element) => [...element.querySelectorAll("button, a")];
  class TitleBar extends HTMLElement {
    connectedCallback() {
      this.style.display = "none";
      if (this.closest("ui-modal")) return;
      watch(this, () => {
        const actions = actionsOf(this).map((one, index) => ({
          index,
          label: label(one),
          primary: one.getAttribute("variant") === "primary",
          disabled: one.hasAttribute("disabled"),
        }));
        tell("title", { title: this.getAttribute("title") ?? "", actions });
      });
    }
    disconnectedCallback() {
      if (!this.closest("ui-modal")) tell("title", { title: "", actions: [] });
    }
  }
  on("titleAction", ({ index }) => {
    const bar = [...document.querySelectorAll("ui-title-bar")].find((one) => !one.closest("ui-modal"));
    if (bar) actionsOf(bar)[index]?.click();
  });

  let shownBar = null;
  class SaveBar extends HTMLElement {
    connectedCallback() {
      this.style.display = "none";
    }
    get showing() {
      return shownBar === this;
    }
    async show() {
      shownBar = this;
      const [save, discard] = this.buttons();
      tell("saveBar", {
        open: true,
        save: {
          disabled: save?.hasAttribute("disabled"),
          loading: save?.getAttribute("loading") !== null && save?.getAttribute("loading") !== undefined,
        },
        discard: { disabled: discard?.hasAttribute("disabled") },
      });
      this.dispatchEvent(new CustomEvent("show"));
    }
    async hide() {
      if (shownBar !== this) return;
      shownBar = null;
      tell("saveBar", { open: false });
      this.dispatchEvent(new CustomEvent("hide"));
    }
    toggle() {
      return this.showing ? this.hide() : this.show();
    }
    buttons() {
      const all = [...this.querySelectorAll("button")];
      const save = all.find((one) => one.getAttribute("variant") === "primary");
      return [save, all.find((one) => one !== save)];
    }
    press(which) {
      this.buttons()[which === "save" ? 0 : 1]?.click();
    }
  }

  /** A form with `data-save-bar` shows the bar as soon as something in it changes. */
  const formBar = {
    form: null,
    press(which) {
      const { form } = this;
      if (!form) return;
      if (which === "save") return form.requestSubmit();
      form.reset();
      hideFormBar();
    },
  };
  function hideFormBar() {
    formBar.form = null;
    shownBar = null;
    tell("saveBar", { open: false });
  }
  for (const type of ["input", "change"]) {
    document.addEventListener(type, (event) => {
      const form = event.target instanceof Element ? event.target.closest("form[data-save-bar]") : null;
      if (!form || shownBar) return;
      formBar.form = form;
      shownBar = formBar;
      tell("saveBar", { open: true, save: {}, discard: {} });
    });
  }
  for (const type of ["submit", "reset"]) {
    document.addEventListener(type, (event) => event.target === formBar.form && hideFormBar());
  }
  on("saveBarPressed", ({ which }) => shownBar?.press(which));

  class Modal extends HTMLElement {
    #dialog = null;
    #content = document.createElement("div");
    get content() {
      return this.#content;
    }
    get variant() {
      return this.getAttribute("variant") ?? "base";
    }
    connectedCallback() {
      this.style.display = "none";
    }
    disconnectedCallback() {
      this.#dialog?.remove();
      this.#dialog = null;
    }
    async show() {
      if (this.#dialog) return;
      const bar = this.querySelector("ui-title-bar");
      const dialog = document.createElement("dialog");
      dialog.setAttribute("aria-label", bar?.getAttribute("title") ?? "Dialog");
      dialog.style.cssText = `border:0;border-radius:12px;padding:0;inline-size:min(94vw,${{ small: 400, base: 620, large: 960, max: 1600 }[this.variant] ?? 620}px);box-shadow:0 16px 60px #0005`;
      const head = document.createElement("h2");
      head.textContent = bar?.getAttribute("title") ?? "";
      head.style.cssText = "font:600 14px/20px system-ui;margin:0;padding:12px 16px;background:#f3f3f3";
      const foot = document.createElement("footer");
      foot.style.cssText =
        "display:flex;gap:8px;justify-content:flex-end;padding:12px 16px;border-block-start:1px solid #e3e3e3";
      for (const button of bar ? actionsOf(bar) : []) {
        const copy = document.createElement("button");
        copy.textContent = label(button);
        const primary = button.getAttribute("variant") === "primary";
        copy.style.cssText = `font:500 13px/20px system-ui;padding:6px 12px;border-radius:8px;border:1px solid #8a8a8a;${primary ? "background:#303030;color:#fff" : "background:#fff"}`;
        copy.addEventListener("click", () => button.click());
        foot.append(copy);
      }
      if (this.#content.childNodes.length === 0) {
        const own = [...this.children].filter((one) => !/^UI-/.test(one.tagName));
        this.#content.append(...own.map((one) => one.cloneNode(true)));
      }
      dialog.append(head, this.#content, ...(foot.childNodes.length > 0 ? [foot] : []));
      dialog.addEventListener("close", () => this.hide());
      document.body.append(dialog);
      this.#dialog = dialog;
      dialog.showModal();
      this.dispatchEvent(new CustomEvent("show"));
    }
    async hide() {
      const dialog = this.#dialog;
      if (!dialog) return;
      this.#dialog = null;
      dialog.close();
      dialog.remove();
      this.dispatchEvent(new CustomEvent("hide"));
    }
    toggle() {
      return this.#dialog ? this.hide() : this.show();
    }
  }

  const ELEMENTS = {
    "ui-nav-menu": NavMenu,
    "s-app-nav": class extends NavMenu {},
    "ui-title-bar": TitleBar,
    "ui-save-bar": SaveBar,
    "ui-modal": Modal,
  };
  for (const [name, element] of Object.entries(ELEMENTS))
    if (!customElements.get(name)) customElements.define(name, element);

  // --- the shopify global ----------------------------------------------------------------------
  const toasts = new Map();
  on("toast", ({ id, event }) => {
    const toast = toasts.get(id);
    if (event === "action") toast?.onAction?.();
    else {
      toasts.delete(id);
      toast?.onDismiss?.();
    }
  });
  const byId = (id) => document.getElementById(id);
  const controls = () => ({
    show: async (id) => byId(id)?.show?.(),
    hide: async (id) => byId(id)?.hide?.(),
    toggle: async (id) => byId(id)?.toggle?.(),
  });
  const nothing = async () => undefined;

  window.shopify = {
    config,
    origin: adminOrigin,
    ready: Promise.resolve(),
    setSignals: () => undefined,
    environment: { embedded, mobile: false, pos: false, intent: false },
    idToken,
    loading: (isLoading = true) => tell("loading", { isLoading }),
    toast: {
      show(message, options = {}) {
        const id = `toast-${toasts.size + 1}-${Date.now()}`;
        const { duration = 5000, isError = false, action } = options;
        toasts.set(id, options);
        tell("toast", { id, message, duration, isError, action });
        return id;
      },
      hide: (id) => tell("toastHide", { id }),
    },
    saveBar: {
      ...controls(),
      leaveConfirmation: async () => (shownBar ? ask("leaveConfirmation") : undefined),
    },
    modal: controls(),
    user: async () => ({ accountAccess: "Full access" }),
    scopes: {
      query: () => ask("scopes", {}),
      request: async (scopes) => ({
        result: "granted-all",
        detail: await ask("scopes", { request: scopes }),
      }),
      revoke: async (scopes) => ({ detail: await ask("scopes", { revoke: scopes }) }),
    },
    app: { extensions: () => ask("extensions") },
    resourcePicker: (options) => ask("resourcePicker", options),
    picker: async () => ({ selected: Promise.resolve(undefined) }),
    reviews: {
      request: async () => ({ success: false, code: "cancelled", message: "The review modal was closed." }),
    },
    webVitals: { onReport: nothing },
    support: { registerHandler: nothing },
    intents: {
      register: () => () => undefined,
      request: { value: null, subscribe: () => () => undefined },
      invoke: nothing,
    },
    tools: { register: () => () => undefined, unregister: () => undefined, clear: () => undefined },
    shopifyQL: { available: async () => false },
  };

  const reload = query.get("shopify-reload");
  if (reload) void bounce(reload);
  else if (embedded) tellLocation();
  else if (config.shop && config.apiKey) {
    // Opened outside the admin: App Bridge brings the person into it.
    location.replace(`${adminOrigin}/store/${storeName()}/apps/${config.apiKey}${location.pathname}`);
  }
})();
