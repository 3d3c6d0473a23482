// What waits on this phone: reports that their writer chose to keep here until there is a network. A database of the
// browser, shared by pages and the service worker. Nothing of the anonymous channel ever comes here.
//
// A report: { kunci, versi, gov, nama, isian, tersimpan, foto: [{ nomor, nama, isi }], dibuat, habis, dicoba, keadaan, … }.
// Its `keadaan` is one of
//   menunggu  kept here, and the server has not said that it has it
//   foto      the server has the words; photos are still here
//   salah     the server has read it and says what must be mended
//   terkirim  the server has all of it; only key and number are left, for the way to the receipt
//   habis     its days were over before it could be sent; nothing of it is left but that
const NAME = "balai-kotak-keluar", TABLE = "kiriman";
// Of the record, not of the program: raised when older ones could not be read any more, with a step in `open`.
const VERSION = 1;
// How long this phone remembers that something was sent or is gone, in milliseconds.
const REMEMBERED = 14 * 86400000;

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function table(mode) {
  const opening = indexedDB.open(NAME, VERSION);
  opening.onupgradeneeded = () => {
    if (!opening.result.objectStoreNames.contains(TABLE)) opening.result.createObjectStore(TABLE, { keyPath: "kunci" });
  };
  const database = await done(opening);
  // Deleting all ("Keluar cepat") must not wait for a page that is still open.
  database.onversionchange = () => database.close();
  return database.transaction(TABLE, mode).objectStore(TABLE);
}

/** Every report, the oldest first; none where the browser keeps nothing. */
export async function all() {
  try {
    return (await done((await table("readonly")).getAll())).sort((a, b) => a.dibuat - b.dibuat);
  } catch {
    return [];
  }
}

export async function find(key) {
  return done((await table("readonly")).get(key));
}

/** Done when the disk has it: what is called kept is kept. */
export async function put(report) {
  const at = await table("readwrite");
  await new Promise((resolve, reject) => {
    at.put(report);
    at.transaction.oncomplete = resolve;
    at.transaction.onerror = at.transaction.onabort = () => reject(at.transaction.error);
  });
  tell();
}

export async function remove(key) {
  await done((await table("readwrite")).delete(key));
  tell();
}

export const waits = (report) => report.keadaan === "menunggu" || report.keadaan === "foto";

/** What is left of a report that has nothing more to send. */
export const ended = ({ kunci, versi, gov, nama, dibuat, rujukan }, keadaan) => ({ kunci, versi, gov, nama, dibuat, rujukan, keadaan, habis: Date.now() + REMEMBERED });

/** Takes away what has had its days. */
export async function sweep() {
  for (const report of await all()) {
    if (report.habis > Date.now()) continue;
    // Words that have arrived are no loss; their photos are, and that is told too.
    if (waits(report) || report.keadaan === "salah") await put(ended(report, "habis"));
    else await remove(report.kunci);
  }
}

// Pages and worker tell each other that something changed.
const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(NAME) : undefined;
const listeners = [];
function tell() {
  channel?.postMessage("berubah");
  for (const listener of listeners) listener();
}
export function onChange(listener) {
  listeners.push(listener);
  channel?.addEventListener("message", listener);
}
