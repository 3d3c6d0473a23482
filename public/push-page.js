// Asks this browser whether it may tell: a script, for nothing else can. It stands on one page only (/akun/kabar), whose
// words and key it reads from the page; without it the page says why there is nothing to press.
const part = document.getElementById("push");
const find = (name) => part.querySelector(`[data-part="${name}"]`);
const button = (name) => part.querySelector(`[data-act="${name}"]`);
const say = (words) => { find("said").textContent = words; };
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

// The worker of the whole site tells, where there is one; else one that can do nothing but tell.
const worker = async () => (await navigator.serviceWorker.getRegistration("/")) ?? navigator.serviceWorker.register("/sw.js");

async function ready(registration) {
  const pending = registration.installing ?? registration.waiting;
  if (registration.active || !pending) return;
  await new Promise((done) => pending.addEventListener("statechange", () => pending.state === "activated" && done()));
}

async function post(fields) {
  const answer = await fetch("/akun/kabar", { method: "POST", body: new URLSearchParams(fields) });
  // Kept leads back to this page; elsewhere one would have to sign in. What is wrong stands in the page's own summary.
  if (answer.ok) return new URL(answer.url).pathname === "/akun/kabar" || say(part.dataset.failed);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  say(page.querySelector("#galat li")?.textContent ?? part.dataset.failed);
}

function show(told) {
  button("begin").hidden = told;
  button("end").hidden = !told;
}

async function begin() {
  if ((await Notification.requestPermission()) !== "granted") return say(part.dataset.denied);
  const registration = await worker();
  await ready(registration);
  const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(part.dataset.key) });
  const kept = await post({ aksi: "peramban", titik: made.endpoint, kunci: text(made.getKey("p256dh")), rahasia: text(made.getKey("auth")) });
  if (kept) say(part.dataset.asked);
  else await made.unsubscribe();
  show(Boolean(kept));
}

async function end() {
  const made = await (await worker()).pushManager.getSubscription();
  if (made) {
    await post({ aksi: "peramban-selesai", titik: made.endpoint });
    await made.unsubscribe();
    say(part.dataset.ended);
  }
  show(false);
}

const careful = (act) => async () => {
  try {
    await act();
  } catch {
    say(part.dataset.failed);
  }
};

if (part && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window) {
  find("without").hidden = true;
  find("with").hidden = false;
  button("begin").addEventListener("click", careful(begin));
  button("end").addEventListener("click", careful(end));
  careful(async () => show(Boolean(await (await worker()).pushManager.getSubscription())))();
}
