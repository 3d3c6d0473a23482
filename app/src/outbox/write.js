// Keeping a report on this phone: from the page for writing without a network (`/kotak-keluar/tulis`, which the service
// worker also shows where a screen of the form was lost to the network), and from the check page.
import { Tried, find, fresh, keepWritten, remove } from "./store.js";
import { shrink } from "./shrink.js";

const $ = (id) => document.getElementById(id);
const DAY = 86400000;
// How long the worker is waited for before its words count as gone, in milliseconds.
const LONG = 15000;
const ASKED = ["perlindungan", "nama", "tentang", "jenis", "cerita", "tanggal", "wilayah", "tempat", "surel"];

const edge = () => Number($("foto")?.dataset.edge) || 1600;

/** Keeps the report that a form holds. Throws `Tried` where one of its key is on its way already. */
async function record(form, gov, name, days) {
  const data = new FormData(form), key = data.get("kunci");
  if (data.get("perlindungan") === "anonim") throw new Error("the anonymous channel leaves nothing on a phone");
  const kept = data.getAll("foto-tersimpan"), files = data.getAll("foto").filter((file) => file.size);
  const photos = [];
  for (const [i, file] of files.entries()) {
    const small = await shrink(file, edge());
    photos.push({ nomor: kept.length + i + 1, nama: file.name, jenis: small.type, isi: await small.arrayBuffer() });
  }
  await keepWritten({
    kunci: key,
    versi: 1,
    gov,
    nama: name,
    isian: Object.fromEntries(ASKED.map((field) => [field, data.get(field) ?? ""])),
    tersimpan: kept,
    foto: photos,
    dibuat: Date.now(),
    habis: Date.now() + days * DAY,
    bahasa: document.documentElement.lang,
    // After an answer that never came it may be there already.
    dicoba: form.dataset.dicoba === "1",
    keadaan: "menunggu",
  });
}

/** Keeps it and goes to the list. */
async function keep(form, gov, name, days) {
  await record(form, gov, name, days);
  // The browser then asks before it lets go of it for want of room. Some ask their reader, which is not waited for.
  navigator.storage?.persist?.().catch(() => {});
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.sync?.register("kirim").catch(() => {});
  try {
    localStorage.removeItem(`balai-draf-${gov}`);
  } catch {
    // A browser without that storage kept no draft.
  }
  free();
  location.href = "/kotak-keluar";
}

/** Why it was not kept, in its own words. */
function notKept(error) {
  const said = $("simpan-gagal");
  said.dataset.penuh ??= said.textContent;
  said.textContent = error instanceof Tried ? said.dataset.sudah : said.dataset.penuh;
  said.hidden = false;
  said.scrollIntoView({ block: "center" });
}

// While a kept report is being changed nothing of it is sent: until this page is left, or it is kept anew.
let free = () => {};
function hold(key) {
  navigator.locks?.request(`balai-ubah-${key}`, () => new Promise((left) => { free = left; })).catch(() => {});
}

/** On the check page: "keep here, send by itself". */
export function keepLater() {
  const button = $("simpan-nanti"), form = $("formulir");
  if (!button || !form || !window.indexedDB) return;
  $("simpan-nanti-tempat").hidden = false;
  button.addEventListener("click", () => keep(form, button.dataset.gov, button.dataset.nama, Number(button.dataset.hari)).catch(notKept));
}

/** What the worker holds of a form that the network did not take. */
function lost(token) {
  return new Promise((resolve) => {
    const worker = navigator.serviceWorker?.controller;
    if (!worker) return resolve(undefined);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => resolve(event.data);
    worker.postMessage({ apa: "ambil", titipan: token }, [port2]);
    // It answers at once, also that it has nothing. Waiting long on a busy phone is better than losing words.
    setTimeout(resolve, LONG);
  });
}

const hidden = (name, value) => Object.assign(document.createElement("input"), { type: "hidden", name, value });

/** Puts answers back where they belong: fields, choices, and the rest in hidden fields. */
function fillIn(form, entries) {
  const files = new DataTransfer(), carried = $("terbawa");
  carried.replaceChildren();
  let kept = 0;
  for (const [name, value] of entries) {
    if (value instanceof Blob) {
      if (value.size) files.items.add(value instanceof File ? value : new File([value], "foto.jpg", { type: value.type }));
    } else if (name === "foto-tersimpan") {
      carried.append(hidden(name, value));
      kept += 1;
    } else if (name === "wilayah" && value) carried.append(hidden(name, value));
    else if (name === "tentang" && value && value !== "tidak-tahu") {
      const select = form.elements.tentang;
      select.append(new Option(`${select.dataset.tadi} ${value.replace(/^\w+:/, "").replaceAll("-", " ")}`, value, false, true));
    } else if (["perlindungan", "jenis"].includes(name)) {
      const choice = form.querySelector(`input[name="${name}"][value="${CSS.escape(value)}"]`);
      if (choice) choice.checked = true;
    } else if (["kunci", "nama", "cerita", "tanggal", "tempat", "surel"].includes(name) && form.elements[name]) form.elements[name].value = value;
  }
  if (files.files.length) form.elements.foto.files = files.files;
  if (kept) {
    $("foto-sudah").textContent = $("foto-sudah").dataset.kalimat.replace("#", kept);
    $("foto-sudah").hidden = false;
  }
}

/** The first of each kind of thing that is missing, as the server would say it. */
function missing(form) {
  const value = (name) => new FormData(form).get(name)?.trim() ?? "";
  const wrong = [];
  if (!value("gov")) wrong.push("gov");
  if (!value("perlindungan")) wrong.push("perlindungan");
  if (value("perlindungan") === "publik" && value("nama").length < 2) wrong.push("nama");
  if (!value("jenis")) wrong.push("jenis");
  if (value("cerita").length < Number(form.dataset.paling)) wrong.push("cerita");
  if ($("terbawa").querySelectorAll('[name="foto-tersimpan"]').length + form.elements.foto.files.length > Number(form.elements.foto.dataset.most)) wrong.push("foto");
  return wrong;
}

/** Says what is wrong at the top and at each field, and whether nothing is. */
function isComplete(form) {
  const wrong = missing(form), box = $("galat");
  for (const old of form.querySelectorAll(".mistake")) old.remove();
  for (const field of form.querySelectorAll(".field.wrong")) field.classList.remove("wrong");
  box.hidden = wrong.length === 0;
  box.querySelector("ul").replaceChildren(
    ...wrong.map((name) => {
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { href: `#${name}`, textContent: box.dataset[name] }));
      return item;
    }),
  );
  for (const name of wrong) {
    const field = $(name).closest(".field"), said = Object.assign(document.createElement("p"), { className: "mistake", id: `${name}-galat`, textContent: box.dataset[name] });
    field.classList.add("wrong");
    (field.querySelector("legend, label") ?? field).after(said);
  }
  if (wrong.length) box.focus();
  return wrong.length === 0;
}

/** Takes away what nobody has tried to send; else it is there under a name, and cannot be made anonymous any more. */
async function takeAway(key) {
  const there = await find(key);
  if (there && there.dicoba && there.keadaan !== "salah") throw new Tried();
  await remove(key);
}

/** Photos as large as the server wants them: the rest would be paid for in vain. */
async function shrinkIn(input) {
  if (!input.files.length) return;
  const files = new DataTransfer();
  for (const file of input.files) {
    const small = await shrink(file, edge());
    files.items.add(small instanceof File ? small : new File([small], file.name, { type: small.type }));
  }
  input.files = files.files;
}

/** The page for writing without a network. */
export async function writeHere() {
  const form = $("tulis");
  if (!form) return;
  const page = $("luring"), { keadaan, titipan } = page.dataset, state = $("luring-kabar");
  const say = (what) => {
    state.textContent = page.dataset[what];
    state.hidden = !state.textContent;
  };
  form.hidden = false;
  $("perlu-skrip").hidden = true;
  const [, from] = location.pathname.match(/^\/([a-z0-9-]+)\/lapor(?:\/terkirim)?$/) ?? [];
  if (from) form.elements.gov.value = from;
  form.elements.kunci.value = fresh();
  // The page was kept on another day.
  const now = new Date();
  form.elements.tanggal.max = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  if (titipan) {
    const entries = await lost(titipan);
    if (entries) fillIn(form, entries);
    say(entries ? keadaan : "kosong");
    // The answer was lost: that report is perhaps there already, and is not kept as one that may still be changed.
    if (entries && keadaan === "jawaban") form.dataset.dicoba = "1";
  } else if (location.hash.length > 1) {
    hold(location.hash.slice(1));
    const report = await find(location.hash.slice(1)).catch(() => undefined);
    if (report?.isian && (report.keadaan === "salah" || !report.dicoba)) {
      form.elements.gov.value = report.gov;
      fillIn(form, [["kunci", report.kunci], ...Object.entries(report.isian), ...report.tersimpan.map((file) => ["foto-tersimpan", file]), ...report.foto.map((photo) => ["foto", new File([photo.isi], photo.nama, { type: photo.jenis ?? photo.isi.type })])]);
    }
  } else if (keadaan) {
    // From the page of a service or unit: what it is about is in the address.
    fillIn(form, [...new URLSearchParams(location.search)].filter(([name]) => name === "tentang"));
    say(keadaan);
  }

  const anonymous = () => form.elements.perlindungan.value === "anonim";
  const follow = () => {
    $("simpan").hidden = anonymous() || !window.indexedDB;
    $("simpan-arti").hidden = $("simpan").hidden;
    $("tidak-disimpan").hidden = !anonymous();
    // Of the anonymous channel nothing is told by mail.
    $("surel").closest(".field").hidden = anonymous();
    $("nama").closest(".field").hidden = form.elements.perlindungan.value !== "publik";
    form.action = form.elements.gov.value ? `/${form.elements.gov.value}/lapor` : "/kotak-keluar/tulis";
  };
  follow();
  form.addEventListener("change", follow);
  const chosen = () => form.elements.gov.selectedOptions[0];
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!isComplete(form)) return;
    try {
      // What is kept here of it becomes what is sent now, or leaves this phone.
      const key = form.elements.kunci.value;
      if (await find(key).catch(() => undefined)) {
        if (anonymous()) await takeAway(key);
        else await record(form, chosen().value, chosen().textContent, Number(form.dataset.hari));
      }
      await shrinkIn(form.elements.foto);
    } catch (error) {
      return notKept(error);
    }
    form.append(hidden("aksi", "kirim"));
    form.submit();
  });
  $("simpan").addEventListener("click", async () => {
    if (!isComplete(form) || anonymous()) return;
    $("simpan").disabled = true;
    try {
      await keep(form, chosen().value, chosen().textContent, Number(form.dataset.hari));
    } catch (error) {
      $("simpan").disabled = false;
      notKept(error);
    }
  });
}
