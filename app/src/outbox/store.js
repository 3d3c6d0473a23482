// What waits on this phone: reports that their writer chose to keep here until there is a network. A database of the
// browser, shared by pages and the service worker. Nothing of the anonymous channel ever comes here.
//
// A report: { kunci, versi, gov, nama, isian, tersimpan, foto: [{ nomor, nama, jenis, isi }], dibuat, habis, dicoba, keadaan, … }.
// Of a photo the bytes themselves: some browsers lose what a kept file points to.
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

/** Its owner took it away, or changed it, meanwhile. */
export class Gone extends Error {}
/** It is on its way already, or there: nothing about it can be changed here any more. */
export class Tried extends Error {}

/** Puts a report if what is here of it allows that; else nothing is changed. Done when the disk has it: what is called kept
 *  is kept. */
async function putIf(report, allows, refused) {
  const at = await table("readwrite");
  let isRefused = false;
  await new Promise((resolve, reject) => {
    const there = at.get(report.kunci);
    there.onsuccess = () => {
      if (allows(there.result)) at.put(report);
      else isRefused = true;
    };
    at.transaction.oncomplete = resolve;
    at.transaction.onerror = at.transaction.onabort = () => reject(at.transaction.error);
  });
  if (isRefused) throw refused;
  tell();
}
/** Puts a report anew. What was taken away does not come back. */
export const update = (report) => putIf(report, (there) => there !== undefined, new Gone());
/** Puts what its owner wrote or changed. */
export const keepWritten = (report) => putIf(report, isOwners, new Tried());
const isOwners = (there) => !there || there.keadaan === "salah" || (there.keadaan === "menunggu" && !there.dicoba);

/** Leaves nothing. */
export const forgetAll = () => done(indexedDB.deleteDatabase(NAME));

/** A key that nobody guesses: 32 hexadecimal digits. */
export const fresh = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

export async function remove(key) {
  await done((await table("readwrite")).delete(key));
  tell();
}

/** Whether something of it is still to be sent; photos that the server refused are not. */
export const waits = (report) => report.keadaan === "menunggu" || (report.keadaan === "foto" && report.foto.some((photo) => photo.ditolak === undefined));

/** What is left of a report that has nothing more to send. */
export const ended = ({ kunci, versi, gov, nama, dibuat, rujukan }, keadaan) => ({ kunci, versi, gov, nama, dibuat, rujukan, keadaan, habis: Date.now() + REMEMBERED });

/** Takes away what has had its days. */
export async function sweep() {
  for (const report of await all()) {
    if (report.habis > Date.now()) continue;
    // Words that have arrived are no loss; their photos are, and that is told too. Of what was tried nobody here knows.
    let left;
    if (report.keadaan === "foto") left = { ...ended(report, "terkirim"), tinggal: report.foto.length };
    else if (report.keadaan === "menunggu") left = { ...ended(report, "habis"), dicoba: report.dicoba };
    else if (report.keadaan === "salah") left = ended(report, "habis");
    await (left ? update(left) : remove(report.kunci)).catch(() => {});
  }
}

// Pages and worker tell each other that something changed.
const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(NAME) : undefined;
const listeners = [];
function tell() {
  channel?.postMessage("berubah");
  for (const listener of listeners) listener();
}
/** Draws what is here, as it was read last: an older reading that takes longer is not drawn over a newer one. */
export function asLastRead(draw) {
  let newest = 0;
  return async () => {
    const reading = ++newest, reports = await all();
    if (reading === newest) draw(reports);
  };
}
export function onChange(listener) {
  listeners.push(listener);
  channel?.addEventListener("message", listener);
}
