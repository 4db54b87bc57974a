// What the control panel does for the app in its frame: gives it the height it asks for, and gives up on one
// that never says it is ready.
const script = document.currentScript;
const frame = document.querySelector("iframe");
const ANSWER_MS = 60_000;

if (frame !== null) {
  const late = setTimeout(() => {
    document.querySelector(".wrong").hidden = false;
  }, ANSWER_MS);
  addEventListener("message", (event) => {
    if (event.source !== frame.contentWindow || typeof event.data !== "string") return;
    const { ecwidAppNs, method, data } = JSON.parse(event.data);
    if (ecwidAppNs !== script.dataset.app) return;
    if (method === "ready") clearTimeout(late);
    if (method === "setSize") frame.style.height = data.height;
  });
}
