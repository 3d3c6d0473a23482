// Sends what waits: the words first, then the photos one by one. The server knows a report by its key and a photo by its
// number, so everything here may be done again, from any page, the worker, or another phone: what arrived is not doubled.
import { Gone, all, ended, find, sweep, update, waits } from "./store.js";

// The agreement with the server (`app/src/feedback/outbox.rs`). A server that no longer knows it answers 426.
export const PROTOCOL = 2;
// How much of a photo is sent at once, in bytes: some seconds of a slow network, which is all that a break can cost.
const PIECE = 65536;
// How long an answer may take before the network counts as gone, in milliseconds. A photo goes slowly.
const PATIENCE = { kiriman: 60000, "kiriman/foto": 110000 };

/** There is no network, or nobody who speaks our language at its other end. */
class Cut extends Error {}
/** The server has trouble with this one; others need not wait for it. */
class Later extends Error {}

/** One question to the server; its answer, or `Cut` or `Later`. Without cookies: what waits belongs to nobody's account. */
async function ask(report, path, fields) {
  const body = new FormData();
  for (const [name, value] of [["versi", PROTOCOL], ["kunci", report.kunci], ["bahasa", report.bahasa ?? "id"], ...fields]) {
    if (value instanceof Blob) body.append(name, value, "foto.jpg");
    else body.append(name, String(value));
  }
  const stop = new AbortController(), clock = setTimeout(() => stop.abort(), PATIENCE[path]);
  try {
    const response = await fetch(`/${report.gov}/lapor/${path}`, { method: "POST", body, credentials: "omit", redirect: "error", cache: "no-store", signal: stop.signal });
    // A hotel's sign-in page answers 200 too: only our own words count.
    const answer = await response.json().catch(() => undefined);
    if (answer?.versi && answer.keadaan) return answer;
    // Whatever stands between us and the portal answers like this too, or the portal is in trouble: what waits stays.
    if (response.status >= 400 && response.status !== 429) throw new Later();
  } catch (error) {
    if (error instanceof Later) throw error;
  } finally {
    clearTimeout(clock);
  }
  throw new Cut();
}

/** Notes what sending can do without, on a phone that is full. */
const note = (report) =>
  update(report).catch((error) => {
    if (error instanceof Gone) throw error;
  });

/** Brings one photo, from where it broke off the last time; the answer to its last piece. */
async function bringPhoto(report, photo) {
  const size = photo.isi.size ?? photo.isi.byteLength, bring = (from, piece) => ask(report, "kiriman/foto", [["nomor", photo.nomor], ["ukuran", size], ["dari", from], ...piece]);
  let from = 0, answer;
  if (photo.mulai) {
    answer = await bring(0, []);
    from = answer.sampai;
  } else {
    photo.mulai = true;
    await note(report);
  }
  while (!answer || answer.keadaan === "lanjut") {
    answer = await bring(from, [["foto", new Blob([photo.isi.slice(from, from + PIECE)])]]);
    // A server that does not get on has its reasons: later.
    if (answer.keadaan === "lanjut" && !(answer.sampai > from)) throw new Later();
    from = answer.sampai;
  }
  return answer;
}

/** What this phone still has to know of a report: with nothing left to bring it is a sent one, at once and in one step. */
const rest = (report) => (report.foto.length ? report : { ...ended(report, "terkirim"), hilang: report.hilang });

/** Brings one report as far as it will go. Throws `Cut` where the network ended. */
async function bring(report) {
  if (report.keadaan === "menunggu") {
    // From now on it may be with the server although no answer came: it is not changed any more.
    if (!report.dicoba) await note(report = { ...report, dicoba: true });
    const answer = await ask(report, "kiriman", [...Object.entries(report.isian), ...report.tersimpan.map((file) => ["foto-tersimpan", file])]);
    if (answer.keadaan === "perbarui") return answer.keadaan;
    if (answer.keadaan === "salah") {
      await update({ ...report, keadaan: "salah", masalah: answer.masalah });
      return answer.keadaan;
    }
    if (answer.keadaan !== "diterima") throw new Later();
    const left = report.foto.filter((photo) => !answer.foto.includes(photo.nomor));
    // The words have arrived: they are wiped here, whatever becomes of the photos.
    const { isian, tersimpan, ...known } = report;
    report = { ...known, rujukan: answer.rujukan, hilang: answer.hilang, foto: left, keadaan: "foto", habis: Date.now() + report.habis - report.dibuat };
    await update(rest(report));
  }
  for (const photo of [...report.foto]) {
    if (photo.ditolak !== undefined) continue;
    const answer = await bringPhoto(report, photo);
    if (answer.keadaan === "perbarui") return answer.keadaan;
    if (answer.keadaan === "salah") photo.ditolak = answer.masalah[0]?.kalimat ?? "";
    else if (answer.keadaan !== "diterima") throw new Later();
    report = { ...report, foto: answer.keadaan === "diterima" ? report.foto.filter((other) => other.nomor !== photo.nomor) : report.foto };
    // What the server refused stays here, with why, until its days are over or its owner takes it away.
    await update(rest(report));
  }
  return "terkirim";
}

/** Nothing is sent of what its owner is changing: the page for that holds a lock (`write.js`). */
async function unlessChanged(key, work) {
  if (!globalThis.navigator?.locks) return work();
  return navigator.locks.request(`balai-ubah-${key}`, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

async function sendEach() {
  await sweep();
  let outdated = false, stuck = false;
  for (const { kunci } of (await all()).filter(waits)) {
    try {
      const ended = await unlessChanged(kunci, async () => {
        // As it is by now: what came before it may have taken long.
        const report = await find(kunci);
        return report && waits(report) ? bring(report) : undefined;
      });
      outdated ||= ended === "perbarui";
    } catch (error) {
      if (error instanceof Cut) return "putus";
      stuck ||= !(error instanceof Gone);
    }
  }
  return outdated ? "perbarui" : stuck ? "putus" : "selesai";
}

let running, again;
async function sendWhileAsked() {
  const alone = () => (globalThis.navigator?.locks ? navigator.locks.request("balai-kotak-keluar", sendEach) : sendEach());
  let ended;
  do {
    again = false;
    ended = await alone().catch(() => "putus");
    // Whoever asked meanwhile may have seen the network return after this try had met its end.
  } while (again);
  running = undefined;
  return ended;
}
/** Sends everything that waits. One at a time on this phone, so that no photo is paid for twice. Says how it ended. */
export function send() {
  again = true;
  return (running ??= sendWhileAsked());
}
