// The outbox on a page: tells what waits, sends it, and keeps a report that its writer asks to keep. The server wrote
// every word. Plain JavaScript and no island: it is calls of the browser throughout, the service worker shares most of
// it, and it must start without a network, where 60 KB of WebAssembly would have to be kept as well.
import { all, asLastRead, forgetAll, onChange, remove, waits } from "./store.js";
import { send } from "./send.js";
import { showList } from "./list.js";
import { keepLater, writeHere } from "./write.js";

const $ = (id) => document.getElementById(id);
// How often is tried again while something waits and a page is open, in milliseconds.
const AGAIN = 30000;

/** How many wait, on every screen of the sending form. */
const tell = asLastRead((reports) => {
  const box = $("kotak-keluar");
  if (!box) return;
  const count = (state, still) => reports.filter((r) => state.includes(r.keadaan) && (still === undefined || waits(r) === still)).length;
  const said = [[count(["menunggu"]), "menunggu"], [count(["foto"], true), "menyusul"], [count(["salah"]), "salah"], [count(["terkirim", "foto"], false), "terkirim"]].filter(([count]) => count).map(([count, what]) => box.dataset[what].replace("%", count));
  const text = said.join(" ");
  if ($("kotak-keluar-isi").textContent !== text) $("kotak-keluar-isi").textContent = text;
  box.hidden = !text;
});

let clock;
async function trySending() {
  clearTimeout(clock);
  if (!(await all()).length) return;
  if ((await send()) === "perbarui") await (await navigator.serviceWorker?.getRegistration())?.update().catch(() => {});
  if ((await all()).some(waits)) clock = setTimeout(trySending, AGAIN);
}

/** The confirmation shows the receipt of this report: nothing of it is needed here any more. */
async function forget(reference) {
  for (const report of await all()) if (report.rujukan === reference && report.keadaan === "terkirim") await remove(report.kunci);
}

async function start() {
  // Before the worker has come, a phone that knows it has no network is not let into an error page that loses the form.
  const form = $("formulir");
  form?.addEventListener("submit", (event) => {
    if (navigator.onLine === false && !navigator.serviceWorker?.controller) {
      event.preventDefault();
      $("tanpa-jaringan").hidden = false;
      $("tanpa-jaringan").focus();
    }
  });
  // Leaving quickly forgets what is kept, also where no answer of the server can tell the browser to.
  $("keluar-cepat")?.addEventListener("submit", () => {
    forgetAll().catch(() => {});
    localStorage.clear();
    // Which pages were read, too; where a worker stands between, it does the same.
    globalThis.caches?.keys().then((names) => names.filter((name) => name.startsWith("balai-halaman-")).forEach((name) => caches.delete(name))).catch(() => {});
  });
  if (navigator.serviceWorker) {
    navigator.serviceWorker.register("/sw.js").then(async (registration) => {
      const worker = (await navigator.serviceWorker.ready).active ?? registration.active;
      worker?.postMessage({ apa: "bahasa", bahasa: document.documentElement.lang });
    }).catch(() => {});
  }
  onChange(tell);
  addEventListener("online", trySending);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && trySending());
  const reference = $("terkirim")?.dataset.rujukan;
  if (reference) await forget(reference).catch(() => {});
  showList(trySending);
  keepLater();
  await writeHere();
  await tell();
  await trySending();
}
start();
