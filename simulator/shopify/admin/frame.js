/** The admin's side of the frame: tokens, menu, title, toasts, save bar, picker. */
(() => {
  "use strict";
  const config = JSON.parse(document.getElementById("config").textContent);
  const frame = document.querySelector("iframe[name=app-iframe]");
  const one = (selector) => document.querySelector(selector);

  const menuButton = one(".menu");
  menuButton.addEventListener("click", () => {
    const open = document.body.classList.toggle("menu-open");
    menuButton.setAttribute("aria-expanded", String(open));
  });
  if (!frame) return;

  const base = `${config.store}/apps/${config.appHandle}`;
  const tell = (admin, payload) => frame.contentWindow.postMessage({ admin, payload }, config.appOrigin);
  const fromStore = async (path, init) => {
    const response = await fetch(`${config.store}${path}`, init);
    if (!response.ok) throw new Error(`The shop answered ${response.status}`);
    return response.json();
  };

  // --- menu, title, place ----------------------------------------------------------------------
  let items = [];
  let path = new URL(frame.src).pathname;
  function drawMenu() {
    const here = items
      .filter((item) => path === item.href.split("?")[0] || path.startsWith(`${item.href.split("?")[0]}/`))
      .sort((a, b) => b.href.length - a.href.length)[0];
    one(".app-menu").replaceChildren(
      ...items.map((item) => {
        const row = document.createElement("li");
        const link = document.createElement("a");
        link.href = base + item.href;
        link.textContent = item.label;
        if (item === here) link.setAttribute("aria-current", "page");
        link.addEventListener("click", (event) => {
          event.preventDefault();
          document.body.classList.remove("menu-open");
          tell("navigate", { href: item.href });
        });
        row.append(link);
        return row;
      }),
    );
  }
  function showLocation(given) {
    const url = new URL(given.path, location.origin);
    path = url.pathname;
    // What the admin added when it opened the app does not belong into the address.
    for (const name of ["embedded", "hmac", "host", "id_token", "locale", "session", "shop", "timestamp"]) {
      url.searchParams.delete(name);
    }
    const search = url.searchParams.toString();
    history.replaceState(
      null,
      "",
      base + (path === "/" ? "" : path) + (search ? `?${search}` : "") + url.hash,
    );
    drawMenu();
  }
  function showTitle({ title, actions }) {
    one(".page-title").textContent = title;
    one(".actions").replaceChildren(
      ...actions.map((action) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = action.label;
        button.disabled = action.disabled;
        if (action.primary) button.className = "primary";
        button.addEventListener("click", () => tell("titleAction", { index: action.index }));
        return button;
      }),
    );
  }

  // --- toasts, loading, save bar ---------------------------------------------------------------
  const toasts = new Map();
  function removeToast(id, event) {
    toasts.get(id)?.remove();
    if (toasts.delete(id) && event) tell("toast", { id, event });
  }
  function showToast({ id, message, duration, isError, action }) {
    const toast = document.createElement("div");
    toast.className = isError ? "toast error" : "toast";
    toast.append(message);
    if (action) {
      const button = document.createElement("button");
      button.textContent = action;
      button.addEventListener("click", () => tell("toast", { id, event: "action" }));
      toast.append(button);
    }
    const dismiss = document.createElement("button");
    dismiss.textContent = "×";
    dismiss.setAttribute("aria-label", "Dismiss");
    dismiss.addEventListener("click", () => removeToast(id, "dismiss"));
    toast.append(dismiss);
    one(".toasts").append(toast);
    toasts.set(id, toast);
    setTimeout(() => removeToast(id, "dismiss"), duration);
  }

  const saveBar = one(".savebar");
  function showSaveBar({ open, save, discard }) {
    saveBar.hidden = !open;
    document.body.classList.toggle("unsaved", open);
    one("[data-save=save]").disabled = save?.disabled === true || save?.loading === true;
    one("[data-save=discard]").disabled = discard?.disabled === true;
  }
  for (const button of document.querySelectorAll("[data-save]")) {
    button.addEventListener("click", () => tell("saveBarPressed", { which: button.dataset.save }));
  }

  // --- resource picker -------------------------------------------------------------------------
  async function pickResources({ type, multiple, action = "add", selectionIds = [] }) {
    const all = await fromStore(`/_resources?type=${encodeURIComponent(type)}`);
    const dialog = document.createElement("dialog");
    dialog.className = "picker";
    dialog.innerHTML =
      '<form method="dialog"><h2></h2><ul></ul><footer><button value="cancel">Cancel</button><button value="add" class="primary">Add</button></footer></form>';
    dialog.querySelector("h2").textContent = `${action === "add" ? "Add" : "Select"} ${type}s`;
    const chosen = new Set(selectionIds.map((given) => given.id));
    dialog.querySelector("ul").append(
      ...all.map((resource) => {
        const row = document.createElement("li");
        const label = document.createElement("label");
        const input = document.createElement("input");
        input.type = multiple ? "checkbox" : "radio";
        input.name = "resource";
        input.value = resource.id;
        input.checked = chosen.has(resource.id);
        label.append(input, resource.displayName ?? resource.title);
        row.append(label);
        return row;
      }),
    );
    document.body.append(dialog);
    dialog.showModal();
    await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
    const picked = [...dialog.querySelectorAll("input:checked")].map((input) => input.value);
    dialog.remove();
    return dialog.returnValue === "add" ? all.filter((resource) => picked.includes(resource.id)) : undefined;
  }

  const answers = {
    idToken: () => fromStore("/_session-token"),
    scopes: (payload) => fromStore("/_scopes", { method: "POST", body: JSON.stringify(payload) }),
    extensions: () => fromStore("/_extensions"),
    resourcePicker: pickResources,
    leaveConfirmation: async () => {
      if (window.confirm("Leave page with unsaved changes?")) return undefined;
      throw new Error("The person stays on the page");
    },
  };
  const events = {
    menu: (payload) => {
      items = payload.items;
      drawMenu();
    },
    title: showTitle,
    location: showLocation,
    toast: showToast,
    toastHide: ({ id }) => removeToast(id, "dismiss"),
    saveBar: showSaveBar,
    loading: ({ isLoading }) => {
      one(".loading").hidden = !isLoading;
    },
  };

  addEventListener("message", async (event) => {
    if (event.source !== frame.contentWindow || event.origin !== config.appOrigin) return;
    const { bridge, payload, id } = event.data ?? {};
    if (id === undefined) return events[bridge]?.(payload);
    try {
      const answer = await answers[bridge](payload);
      frame.contentWindow.postMessage({ admin: "answer", id, payload: answer }, config.appOrigin);
    } catch (error) {
      frame.contentWindow.postMessage(
        { admin: "answer", id, error: String(error.message ?? error) },
        config.appOrigin,
      );
    }
  });
})();
