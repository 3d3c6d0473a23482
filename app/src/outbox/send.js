// Sends what waits: the words first, then the photos one by one. The server knows a report by its key and a photo by its
// number, so everything here may be done again, from any page, the worker, or another phone: what arrived is not doubled.
import { all, ended, put, sweep, waits } from "./store.js";

// The agreement with the server (`app/src/feedback/outbox.rs`). A server that no longer knows it answers 426.
export const PROTOCOL = 1;
// How long an answer may take before the network counts as gone, in milliseconds. A photo goes slowly.
const PATIENCE = { kiriman: 60000, "kiriman/foto": 110000 };

/** There is no network, or nobody who speaks our language at its other end. */
class Cut extends Error {}

/** One question to the server; its answer, or `Cut`. Without cookies: what waits belongs to nobody's account. */
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
    // Told by its number alone: this is not ours to try again.
    if ([400, 403, 404, 413].includes(response.status)) return { keadaan: "salah", masalah: [] };
  } catch {
    // Told below.
  } finally {
    clearTimeout(clock);
  }
  throw new Cut();
}

/** Brings one report as far as it will go. Throws `Cut` where the network ended. */
async function bring(report) {
  if (report.keadaan === "menunggu") {
    // From now on it may be with the server although no answer came: it is not changed any more.
    if (!report.dicoba) await put(report = { ...report, dicoba: true });
    const answer = await ask(report, "kiriman", [...Object.entries(report.isian), ...report.tersimpan.map((file) => ["foto-tersimpan", file])]);
    if (answer.keadaan === "perbarui") return answer.keadaan;
    if (answer.keadaan === "salah") {
      await put({ ...report, keadaan: "salah", masalah: answer.masalah });
      return answer.keadaan;
    }
    if (answer.keadaan !== "diterima") throw new Cut();
    const left = report.foto.filter((photo) => !answer.foto.includes(photo.nomor));
    // The words have arrived: they are wiped here, whatever becomes of the photos.
    const { isian, tersimpan, ...rest } = report;
    report = { ...rest, rujukan: answer.rujukan, hilang: answer.hilang, foto: left, keadaan: "foto" };
    await put(report);
  }
  for (const photo of [...report.foto]) {
    if (photo.ditolak) continue;
    const answer = await ask(report, "kiriman/foto", [["nomor", photo.nomor], ["foto", photo.isi]]);
    if (answer.keadaan === "perbarui") return answer.keadaan;
    if (answer.keadaan === "salah") photo.ditolak = answer.masalah[0]?.kalimat ?? "";
    else if (answer.keadaan !== "diterima") throw new Cut();
    report = { ...report, foto: answer.keadaan === "diterima" ? report.foto.filter((other) => other.nomor !== photo.nomor) : report.foto };
    await put(report);
  }
  // What the server refused stays here, with why, until its days are over or its owner takes it away.
  if (report.foto.length === 0) await put({ ...ended(report, "terkirim"), hilang: report.hilang });
  return "terkirim";
}

async function sendEach() {
  await sweep();
  let outdated = false;
  for (const report of await all()) {
    if (!waits(report) || (report.keadaan === "foto" && report.foto.every((photo) => photo.ditolak !== undefined))) continue;
    try {
      outdated = (await bring(report)) === "perbarui" || outdated;
    } catch (error) {
      if (error instanceof Cut) return "putus";
      throw error;
    }
  }
  return outdated ? "perbarui" : "selesai";
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
