// The list of what is kept on this phone (`/kotak-keluar`). The words stand in `data-` attributes of the list.
import { all, asLastRead, onChange, remove, waits } from "./store.js";

const $ = (id) => document.getElementById(id);
const EXCERPT = 80;

const made = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text, ...more });

export function showList(sendNow) {
  const list = $("kiriman");
  if (!list) return;
  const words = list.dataset, day = (at) => new Date(at).toLocaleDateString(words.lokal, { dateStyle: "long" });

  /** What state it is in, in one sentence. Never "sent" before the server has said so. */
  const state = (report) => {
    const photos = report.foto?.filter((photo) => photo.ditolak === undefined).length ?? 0;
    if (report.keadaan === "habis" && report.dicoba) return words.habisdicoba;
    if (report.keadaan === "foto") return (photos ? words.foto : words.sebagian).replace("%", report.rujukan).replace("#", photos);
    return words[report.keadaan].replace("%", report.rujukan);
  };

  const row = (report) => {
    const item = made("li", "", { className: "stack-tight" });
    item.dataset.kunci = report.kunci;
    const story = report.isian?.cerita.trim(), title = story ? (story.length > EXCERPT ? `${story.slice(0, EXCERPT).replace(/\s+\S*$/, "")} …` : story) : (report.rujukan ?? words.tanpa);
    item.append(made("h2", title), made("p", state(report), { className: `keadaan ${report.keadaan}` }));
    const facts = [report.nama, `${words.dibuat} ${day(report.dibuat)}`];
    if (report.keadaan === "menunggu" && report.foto.length) facts.push(words.jumlah.replace("#", report.foto.length));
    if (waits(report) || report.keadaan === "salah") facts.push(words.habisnya.replace("%", day(report.habis)));
    item.append(made("p", facts.filter(Boolean).join(" · "), { className: "soft" }));
    const problems = [...(report.masalah ?? []).map((p) => p.kalimat), ...(report.foto ?? []).filter((p) => p.ditolak !== undefined).map((p) => `${p.nama}: ${p.ditolak || words.ditolak}`)];
    if (report.keadaan === "salah" && !problems.length) problems.push(words.ditolak);
    if (report.tinggal) problems.push(words.tinggal.replace("#", report.tinggal));
    if (report.hilang) problems.push(words.hilang.replace("#", report.hilang));
    if (problems.length) {
      const said = document.createElement("ul");
      said.append(...problems.map((text) => made("li", text)));
      item.append(said);
    }
    const acts = made("p", "", { className: "actions" });
    // What may be with the server already is not changed here: a change would never arrive.
    if (report.keadaan === "salah" || (report.keadaan === "menunggu" && !report.dicoba)) acts.append(made("a", words.ubah, { href: `/kotak-keluar/tulis#${report.kunci}` }));
    if (["terkirim", "foto"].includes(report.keadaan) || (report.keadaan === "habis" && report.dicoba)) {
      const form = made("form", "", { method: "post", action: `/${report.gov}/lapor/kiriman/tanda-terima` });
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "kunci", value: report.kunci }), made("button", words.tandaterima, { className: "button small" }));
      acts.append(form);
    }
    const button = made("button", words.hapus, { type: "button", className: "linklike" });
    button.addEventListener("click", async () => {
      if (button.textContent === words.hapus && report.keadaan !== "habis") button.textContent = report.dicoba && report.keadaan === "menunggu" ? words.yakindicoba : words.yakin;
      else await remove(report.kunci);
    });
    acts.append(button);
    item.append(acts);
    return item;
  };

  let drawn;
  const draw = asLastRead((reports) => {
    const now = JSON.stringify(reports);
    // A button that is about to be pressed a second time stays where it is.
    if (now === drawn) return;
    drawn = now;
    list.replaceChildren(...reports.map(row));
    $("kosong").hidden = reports.length > 0;
    $("kirim-semua").hidden = !reports.some(waits);
    const waiting = reports.filter(waits).length;
    $("berapa").textContent = waiting ? words.menungguada.replace("%", waiting) : "";
  });
  onChange(draw);
  $("kirim-semua").addEventListener("click", async () => {
    $("berapa").textContent = words.mengirim;
    await sendNow();
    drawn = undefined;
    await draw();
    if ((await all()).some(waits)) $("berapa").textContent = words.putus;
  });
  // A stored state that an older program wrote is shown as what it says, and put back in order by the next sending.
  draw().catch(() => {});
}


