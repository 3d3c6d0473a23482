// The service worker, served as `/sw.js`. It answers when the network does not: files by their hashed names, public pages
// as they were last read, the form for writing without a network; and it sends what waits. Of pages that belong to
// somebody it keeps nothing. `BUILD` and `FILES` are put in by `app/assets.mjs`.
import "./push.js";
import { send } from "./send.js";
import { forgetAll, fresh, onChange } from "./store.js";

/* global BUILD, FILES */
const SHELL = `balai-${BUILD}`, PAGES = `balai-halaman-${BUILD}`;
const OFFLINE = "/luring", OUTBOX = "/kotak-keluar", WRITE = "/kotak-keluar/tulis", LANGUAGE = "/luring/bahasa";
// Public pages that stay readable; the one read longest ago goes first.
const PAGES_MOST = 30;
// How long a page may be shown as it was read, in milliseconds.
const OLDEST = 30 * 86400000;
// A page that is held up this long is shown from what is kept, where it is, in milliseconds.
const PATIENCE = 8000;

/** Addresses of which nothing is kept: somebody's own, or on the way to it. What is drawn for somebody says `no-store` too. */
const isPersonal = (path) => /^\/(petugas|akun|lacak|masuk|daftar|keluar|kotak-keluar|luring|api)(\/|-|$)/.test(path) || /^\/[^/]+\/(lapor|koreksi)(\/|$)/.test(path);
const isSent = (path) => /^\/[a-z0-9-]+\/lapor\/terkirim$/.test(path);
const isForm = (path) => /^\/[a-z0-9-]+\/lapor$/.test(path);

/** The pages for when there is no network, as for someone without an account, in the reader's language. */
async function fill(language) {
  const cache = await caches.open(SHELL);
  const pages = [OFFLINE, OUTBOX, WRITE].map(async (path) => {
    const response = await fetch(`${path}?bahasa=${language}`, { credentials: "omit", cache: "no-store" });
    if (!response.ok) throw new Error(path);
    await cache.put(path, response);
  });
  await Promise.all([...pages, cache.addAll(FILES), cache.put(LANGUAGE, new Response(language))]);
}
const language = async () => (await (await caches.match(LANGUAGE))?.text()) ?? "id";

self.addEventListener("install", (event) => event.waitUntil(language().then(fill).then(() => self.skipWaiting())));

self.addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      // Whatever a worker before this one kept, however old it was.
      for (const name of await caches.keys()) if (name !== SHELL && name !== PAGES) await caches.delete(name);
      await self.clients.claim();
      // Not waited for: until a worker is active every request waits for it, and among them may be the very one that a
      // page is sending while it keeps the lock.
      begin();
    })(),
  ),
);

// When the browser starts this worker, and when a page has come over the network; after a try that had nothing left to do
// not more often than this, in milliseconds.
const SELDOM = 15000;
let started = false, isTrying = false, last = 0;
async function begin() {
  started = true;
  // A try under way may meet its end in the network of before this page: `send` tries once more for who asks meanwhile.
  if (!isTrying && Date.now() - last < SELDOM) return;
  isTrying = true;
  last = Date.now();
  const ended = await sendAll();
  isTrying = false;
  if (ended === "putus") last = 0;
}
async function sendAll() {
  const ended = await send();
  // The server speaks a newer agreement: what waits goes with the worker that knows it.
  if (ended === "perbarui") await self.registration.update().catch(() => {});
  return ended;
}
// A page has kept something: the next page that comes over the network is a reason to try.
onChange(() => { last = 0; });
self.addEventListener("sync", (event) =>
  event.waitUntil(
    sendAll().then((ended) => {
      // The browser tries again later only what has failed.
      if (ended === "putus") throw new Error("no network");
    }),
  ),
);

// Forms that the network did not take, in memory and nowhere else, until the page that asks for one by its token has it.
const held = new Map();
self.addEventListener("message", (event) => {
  const { apa, titipan, bahasa } = event.data ?? {};
  if (apa === "ambil") {
    event.ports[0].postMessage(held.get(titipan));
    held.delete(titipan);
  } else if (apa === "kirim") event.waitUntil(sendAll());
  else if (apa === "bahasa") event.waitUntil(language().then((now) => (now === bahasa ? undefined : fill(bahasa).catch(() => {}))));
});

self.addEventListener("fetch", (event) => {
  const { request } = event, { origin, pathname, search } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (!started) event.waitUntil(begin());
  if (request.method === "POST" && request.mode === "navigate") {
    if (isForm(pathname)) event.respondWith(sent(request));
    // What was read before somebody signed in or out is not for whoever comes next.
    if (pathname === "/keluar" || pathname.startsWith("/masuk")) event.waitUntil(caches.delete(PAGES));
    // Nor is what is told to whoever signs out.
    if (pathname === "/keluar" || pathname === "/keluar-cepat") event.waitUntil(tellNoMore().catch(() => {}));
    // Nor is anything of who leaves quickly, from whatever page.
    if (pathname === "/keluar-cepat") {
      held.clear();
      event.waitUntil(Promise.all([caches.delete(PAGES), forgetAll().catch(() => {})]));
    }
  } else if (request.method === "GET" && pathname.startsWith("/aset/")) event.respondWith(file(request, pathname));
  else if (request.method === "GET" && request.mode === "navigate") event.respondWith(page(event, request, pathname, search));
});

/** This browser asked to be told, as somebody who leaves it now. Its service says so to the portal at the next message. */
const tellNoMore = async () => (await self.registration.pushManager?.getSubscription())?.unsubscribe();

/** A file whose name holds its hash never changes: from here first. */
async function file(request, pathname) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && /\.[0-9a-f]{12}\.(css|js|wasm)$/.test(pathname)) {
    const copy = response.clone();
    caches.open(SHELL).then((cache) => cache.put(request, copy)).catch(() => {});
  }
  return response;
}

/** From the network; where there is none, as it was last read; else a page that says so. */
async function page(event, request, pathname, search) {
  let old = isPersonal(pathname) || search ? undefined : await (await caches.open(PAGES)).match(pathname, { ignoreVary: true });
  if (old && Date.now() - Number(old.headers.get("x-disimpan")) > OLDEST) old = undefined;
  const coming = fetch(request);
  try {
    const response = await (old ? Promise.race([coming, new Promise((_, late) => setTimeout(() => late(new Error("late")), PATIENCE))]) : coming);
    event.waitUntil(begin());
    if (isSent(pathname)) held.delete(pathname);
    if (!isPersonal(pathname) && !search) {
      if (isKeepable(response)) event.waitUntil(keep(pathname, response.clone()));
      // What was taken back is not shown from here either.
      else if (response.status < 500) event.waitUntil(caches.open(PAGES).then((cache) => cache.delete(pathname)));
    }
    return response;
  } catch {
    coming.catch(() => {});
    // Its report has arrived, and the page with the receipt has not: sent again, it is the same report.
    if (isSent(pathname) && held.has(pathname)) return shell(WRITE, "jawaban", pathname);
    if (old) return withNotice(old);
    if (isForm(pathname)) return shell(WRITE, "baru");
    return shell(pathname === OUTBOX || pathname === WRITE ? pathname : OFFLINE, "");
  }
}

const isKeepable = (response) =>
  response.status === 200 && response.type === "basic" && !response.redirected && /^text\/html/.test(response.headers.get("content-type") ?? "") && !/no-store/.test(response.headers.get("cache-control") ?? "");

async function keep(pathname, response) {
  const cache = await caches.open(PAGES);
  const headers = { "content-type": response.headers.get("content-type"), "content-security-policy": response.headers.get("content-security-policy") ?? "default-src 'none'", "x-disimpan": String(Date.now()) };
  // Put anew, it is the last of the list.
  await cache.delete(pathname);
  await cache.put(pathname, new Response(await response.blob(), { headers }));
  const all = await cache.keys();
  for (const old of all.slice(0, Math.max(0, all.length - PAGES_MOST))) await cache.delete(old);
}

/** A kept page says that it is one, and from when. The words stand in the page for no network. */
async function withNotice(kept) {
  const words = await (await caches.match(OFFLINE))?.text(), [, notice, locale] = words?.match(/data-salinan="([^"]*)" data-lokal="([^"]*)"/) ?? [];
  if (!notice) return kept;
  const when = new Date(Number(kept.headers.get("x-disimpan"))).toLocaleString(locale, { dateStyle: "long", timeStyle: "short" });
  const html = (await kept.text()).replace(/(<main[^>]*>)/, (main) => `${main}<p class="notice" role="status">${notice.replace("%", when)}</p>`);
  return new Response(html, { headers: kept.headers });
}

/** A page for when there is no network. `how` and `token` tell its script what happened to a form. */
async function shell(path, how, token = "") {
  const kept = await caches.match(path);
  if (!kept) return Response.error();
  const html = (await kept.text()).replace('data-keadaan=""', `data-keadaan="${how}" data-titipan="${token}"`);
  return new Response(html, { status: 503, headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": kept.headers.get("content-security-policy") ?? "default-src 'none'", "cache-control": "no-store" } });
}

/** A screen of the sending form on its way. Where the network does not take it, its page comes back with all of it. */
async function sent(request) {
  const copy = request.clone();
  try {
    const response = await fetch(request);
    // Its answer leads to another page, before which the network may end as well.
    const form = response.type === "opaqueredirect" ? await copy.formData().catch(() => undefined) : undefined;
    if (form?.get("aksi") === "kirim") held.set(`${new URL(request.url).pathname}/terkirim`, [...form]);
    return response;
  } catch {
    const form = await copy.formData().catch(() => undefined);
    if (!form) return shell(WRITE, "kosong");
    const token = fresh();
    held.set(token, [...form]);
    return shell(WRITE, form.get("aksi") === "kirim" ? "jawaban" : "putus", token);
  }
}
