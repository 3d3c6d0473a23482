// Sending with a network that breaks: before anything, during the words, between the photos, before the answer. Nothing
// is lost, nothing is doubled, and at each moment the page says what is true.
// Long because every moment at which a network breaks stands beside the others.
import { AxeBuilder } from "@axe-core/playwright";
import { bigPhoto, choose, expect, goOn, heading, onScreen, press, readConfirmation, smallPhoto, tellStory, test as base, unique, type Page } from "./support.ts";
import { Network, ancientWorker, workerOff } from "./network.ts";

const test = base.extend<{ network: Network }>({
  network: async ({ baseURL }, use) => {
    const network = await Network.to(baseURL!);
    await use(network);
    network.close();
  },
});

const KEPT = "Tersimpan di HP, belum terkirim.";
const rows = (page: Page) => page.locator("#kiriman > li");
const state = (page: Page) => page.locator("#kiriman .keadaan");
const controlled = (page: Page) => expect.poll(() => page.evaluate(() => !!navigator.serviceWorker.controller), { message: "the worker has come" }).toBe(true);
const online = (page: Page) => page.evaluate(() => dispatchEvent(new Event("online")));
const kept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<any[]>((done) => {
        const opening = indexedDB.open("balai-kotak-keluar", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("kiriman", { keyPath: "kunci" });
        opening.onsuccess = () => {
          const all = opening.result.transaction("kiriman").objectStore("kiriman").getAll();
          // Of a photo its bytes.
          all.onsuccess = () => { opening.result.close(); done(all.result.map((r: any) => ({ ...r, foto: r.foto?.map((p: any) => ({ ...p, isi: p.isi.byteLength })) }))); };
        };
      }),
  );
/** Changes what is kept, while nothing of it is being sent. */
const change = (page: Page, to: Record<string, unknown>) =>
  page.evaluate(
    (to) =>
      navigator.locks.request("balai-kotak-keluar", async () => {
        const opening = indexedDB.open("balai-kotak-keluar", 1);
        await new Promise((done) => { opening.onsuccess = done; });
        const at = opening.result.transaction("kiriman", "readwrite"), store = at.objectStore("kiriman"), all = store.getAll();
        all.onsuccess = () => all.result.forEach((report) => store.put({ ...report, ...to }));
        await new Promise((done) => { at.oncomplete = done; });
        opening.result.close();
      }),
    to,
  );
/** Until nothing of this phone is on its way: what a try shows is true before the try has met its end. */
const quiet = (page: Page) =>
  expect
    .poll(() => page.evaluate(async () => { const { held, pending } = await navigator.locks.query(); return [...held!, ...pending!].filter((lock) => lock.name === "balai-kotak-keluar").length; }), { message: "no try is under way" })
    .toBe(0);
const sentHere = (network: Network, ending: string) => network.arrived.filter((r) => r === `POST /binjai/lapor/${ending}`).length;

/** A phone on which the portal was opened once. */
async function opened(page: Page, network: Network) {
  await page.goto(`${network.address}/binjai/lapor`);
  await controlled(page);
}

/** Fills in the page for writing without a network. */
async function write(page: Page, story: string, { protection = "Rahasia", photos = 0 } = {}) {
  await choose(page, protection);
  await choose(page, "Pengaduan");
  await page.getByLabel("Ceritakan kejadiannya").fill(story);
  if (photos) await page.getByLabel("Foto (boleh kosong)").setInputFiles(Array.from({ length: photos }, (_, i) => smallPhoto(`foto-${i + 1}.png`)));
}

/** Opened, cut, written and kept. */
async function waiting(page: Page, network: Network, story: string, photos = 0) {
  await opened(page, network);
  network.cut();
  await page.goto(`${network.address}/binjai/lapor`);
  await write(page, story, { photos });
  await press(page, "Simpan di HP, kirim otomatis");
  await expect(state(page)).toHaveText(KEPT);
  await quiet(page);
}

async function receiptOf(page: Page) {
  await press(page, "Lihat tanda terima");
  return readConfirmation(page);
}

test("before anything: written without a network, kept when asked, sent when it returns, then wiped", async ({ page, network }) => {
  const story = unique("Lampu jalan di depan pasar mati sejak minggu lalu.");
  await opened(page, network);
  network.cut();
  await page.goto(`${network.address}/binjai/lapor`);
  await expect(heading(page, "Tulis laporan tanpa jaringan")).toBeVisible();
  await expect(page.getByText("Tidak ada jaringan. Anda dapat menulis laporan di halaman ini sekarang.")).toBeVisible();
  await expect(page.getByLabel("Ditujukan kepada")).toHaveValue("binjai");
  await press(page, "Simpan di HP, kirim otomatis");
  await expect(page.getByRole("alert").filter({ hasText: "Ada yang perlu diperbaiki" })).toContainText("Pilih jenis laporannya.");
  await write(page, story, { photos: 2 });
  expect(await kept(page), "nothing is kept before somebody asks for it").toEqual([]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await press(page, "Simpan di HP, kirim otomatis");
  await expect(heading(page, "Kotak keluar di HP ini")).toBeVisible();
  await expect(state(page)).toHaveText(KEPT);
  await expect(rows(page)).toContainText("2 foto");
  await expect(rows(page)).toContainText(/dihapus dari HP \d+ \w+ \d{4} bila belum terkirim/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await press(page, "Kirim sekarang");
  await expect(page.getByText("Belum berhasil: tidak ada jaringan")).toBeVisible();
  await expect(state(page)).toHaveText(KEPT);

  network.mend();
  await online(page);
  await expect(state(page)).toHaveText(/^Terkirim\. Nomor laporan BNJ-/);
  const [left] = await kept(page);
  expect([left.isian, left.foto, left.keadaan], "words and photos are wiped").toEqual([undefined, undefined, "terkirim"]);
  expect([sentHere(network, "kiriman"), sentHere(network, "kiriman/foto")]).toEqual([1, 2]);
  const number = (await state(page).innerText()).match(/BNJ-\S+?(?=\.$)/)![0];
  const { reference } = await receiptOf(page);
  expect(reference).toBe(number);
  await expect.poll(() => kept(page), { message: "with the receipt in hand the phone forgets the rest" }).toEqual([]);
  await page.goto(`${network.address}/lacak/laporan`);
  await expect(page.getByRole("main")).toContainText(story);
  await expect(page.locator(".photos img")).toHaveCount(2);
  await page.goto(`${network.address}/kotak-keluar`);
  await expect(page.getByText("Tidak ada laporan yang tersimpan di HP ini.")).toBeVisible();
});

test("during the words: the screen comes back whole, and is kept only when asked", async ({ page, network, context }) => {
  const story = unique("Air PAM di gang kami mati setiap sore.");
  await opened(page, network);
  await choose(page, "Rahasia");
  await goOn(page);
  await page.getByLabel("Layanan atau unit").selectOption({ index: 3 });
  const about = await page.getByLabel("Layanan atau unit").inputValue();
  await goOn(page);
  await onScreen(page, "story");
  await tellStory(page, "Pengaduan", story);
  network.cut();
  await goOn(page);
  await expect(page.getByText("Jaringan putus. Isian Anda utuh di halaman ini; belum tersimpan di HP dan belum terkirim.")).toBeVisible();
  await expect(page.getByLabel("Ceritakan kejadiannya")).toHaveValue(story);
  await expect(page.getByRole("radio", { name: "Pengaduan" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Rahasia" })).toBeChecked();
  await expect(page.getByLabel("Layanan atau unit")).toHaveValue(about);
  expect(await kept(page)).toEqual([]);
  await press(page, "Simpan di HP, kirim otomatis");
  await expect(state(page)).toHaveText(KEPT);
  // What the page tried is over before it closes: days pass until the next.
  await quiet(page);
  await page.close();

  // Days later, another page of the portal is opened; it has no script, the worker has.
  network.mend();
  const later = await context.newPage();
  await later.goto(`${network.address}/binjai`);
  await expect.poll(() => sentHere(network, "kiriman")).toBe(1);
  await later.goto(`${network.address}/binjai/lapor`);
  await expect(later.getByText("Sudah terkirim dari HP ini: 1 laporan. Ambil tanda terimanya.")).toBeVisible();
});

test("a try that hangs in the network of before is followed by one for the page that came meanwhile", async ({ page, network, context }) => {
  await waiting(page, network, unique("Lampu penyeberangan di depan sekolah mati."));
  await page.close();
  network.mend();
  network.stall(/kiriman$/);
  const later = await context.newPage();
  await later.goto(`${network.address}/binjai`);
  // Twice: the first that hangs may be one that was asked for before.
  for (const address of ["/binjai/unit", "/binjai/layanan"]) {
    await expect.poll(() => network.waiting).toBe(1);
    await later.goto(`${network.address}${address}`);
    if (address === "/binjai/layanan") network.mend();
    network.drop();
  }
  await expect.poll(() => sentHere(network, "kiriman")).toBe(1);
});

test("a screen with photos that the network did not take keeps them", async ({ page, network }) => {
  await opened(page, network);
  await choose(page, "Rahasia");
  await goOn(page);
  await page.getByLabel("Layanan atau unit").selectOption({ label: "Saya tidak tahu" });
  await goOn(page);
  await tellStory(page, "Pengaduan", unique("Saluran air di pasar tersumbat sampah."));
  await goOn(page);
  await onScreen(page, "place");
  await page.getByLabel("Tempat atau patokan (boleh kosong)").fill("Depan masjid");
  await page.getByLabel("Foto (boleh kosong)").setInputFiles([smallPhoto("a.png"), smallPhoto("b.png")]);
  network.cut();
  await goOn(page);
  await expect(page.getByText("Jaringan putus. Isian Anda utuh")).toBeVisible();
  expect(await page.getByLabel("Foto (boleh kosong)").evaluate((input: HTMLInputElement) => input.files!.length)).toBe(2);
  await expect(page.getByLabel(/^Tempat atau patokan/)).toHaveValue("Depan masjid");
  await press(page, "Simpan di HP, kirim otomatis");
  await expect(rows(page)).toContainText("2 foto");
  network.mend();
  await online(page);
  await expect(state(page)).toHaveText(/^Terkirim\./);
  expect(sentHere(network, "kiriman/foto")).toBe(2);
});

test("between the photos: words sent, photos follow, each once", async ({ page, network }) => {
  await waiting(page, network, unique("Pohon tumbang menutup jalan ke puskesmas."), 3);
  network.mend();
  network.cutAfter("kiriman/foto", 1);
  await online(page);
  await expect(state(page)).toHaveText(/^Laporan terkirim dengan nomor BNJ-.*Masih tersimpan di HP dan menyusul: 2 foto\.$/);
  await quiet(page);
  expect((await kept(page))[0].isian, "the words that arrived are wiped already").toBeUndefined();
  // A photo that was begun asks first how far it was. The second breaks off half-way, the third reaches the portal and its answer does not reach the phone.
  network.mend();
  network.break(/kiriman\/foto$/, "during the sending", 1);
  await press(page, "Kirim sekarang");
  await expect(page.getByText("Belum berhasil")).toBeVisible();
  await expect(state(page)).toContainText("menyusul: 2 foto");
  await quiet(page);
  network.mend();
  network.cutAfter("kiriman/foto", 2);
  await online(page);
  await expect(state(page)).toContainText("menyusul: 1 foto");
  await quiet(page);
  network.mend();
  network.break(/kiriman\/foto$/, "before the answer", 1);
  await press(page, "Kirim sekarang");
  await expect.poll(() => network.lost.length).toBe(1);
  await expect(page.getByText("Belum berhasil")).toBeVisible();
  await expect(state(page)).toContainText("menyusul: 1 foto");
  await quiet(page);
  network.mend();
  await online(page);
  await expect(state(page)).toHaveText(/^Terkirim\./);
  expect([sentHere(network, "kiriman"), sentHere(network, "kiriman/foto")], "the words once; three photos, and four questions how far one was").toEqual([1, 7]);
  await receiptOf(page);
  await page.goto(`${network.address}/lacak/laporan`);
  await expect(page.locator(".photos img")).toHaveCount(3);
});

test("within a photo: it goes on where it broke off, and is whole", async ({ page, network }) => {
  await opened(page, network);
  network.cut();
  await page.goto(`${network.address}/binjai/lapor`);
  await write(page, unique("Gorong-gorong di depan balai desa ambles."));
  await page.getByLabel("Foto (boleh kosong)").setInputFiles([bigPhoto()]);
  await press(page, "Simpan di HP, kirim otomatis");
  await expect(state(page)).toHaveText(KEPT);
  const [report] = await kept(page), size = report.foto[0].isi;
  const pieces = Math.ceil(size / 65536);
  expect(pieces).toBeGreaterThan(2);
  network.mend();
  network.cutAfter("kiriman/foto", 2);
  await online(page);
  await expect(state(page)).toContainText("menyusul: 1 foto");
  await expect.poll(() => network.turnedAway, { message: "the third piece found no network" }).toContain("POST /binjai/lapor/kiriman/foto");
  await quiet(page);
  expect(sentHere(network, "kiriman/foto")).toBe(2);
  network.mend();
  await online(page);
  await expect(state(page)).toHaveText(/^Terkirim\./);
  expect(sentHere(network, "kiriman/foto"), "every piece once, and one question how far it was").toBe(pieces + 1);
  await receiptOf(page);
  await page.goto(`${network.address}/lacak/laporan`);
  await expect(page.locator(".photos img")).toHaveCount(1);
  expect(await page.locator(".photos img").evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(640);
});

test("before the answer: not called sent, and sent again it is the same report", async ({ page, network }) => {
  await waiting(page, network, unique("Sampah menumpuk di belakang terminal."));
  network.mend();
  network.break(/kiriman$/, "before the answer");
  await press(page, "Kirim sekarang");
  await expect.poll(() => network.lost.length).toBe(1);
  await expect(page.getByText("Belum berhasil")).toBeVisible();
  await expect(state(page)).toHaveText(KEPT);
  await expect(page.getByRole("link", { name: "Ubah" }), "what may be there already is not changed here").toHaveCount(0);
  await press(page, "Hapus dari HP");
  await expect(page.getByRole("button", { name: /^Mungkin sudah sampai pada kami/ })).toBeVisible();
  network.mend();
  await online(page);
  const first = JSON.parse(network.lost[0].body).rujukan;
  await expect(state(page)).toHaveText(`Terkirim. Nomor laporan ${first}.`);
  expect([sentHere(network, "kiriman"), network.numbers.size], "said twice, recorded once").toEqual([2, 1]);
});

test("the ordinary form loses its answer: said so, and sent again it is the same report", async ({ page, network }) => {
  await opened(page, network);
  await choose(page, "Tanpa nama");
  await goOn(page);
  await page.getByLabel("Layanan atau unit").selectOption({ label: "Saya tidak tahu" });
  await goOn(page);
  const story = unique("Jembatan bambu di RT 04 miring.");
  await tellStory(page, "Pengaduan", story);
  for (let i = 0; i < 3; i += 1) await goOn(page);
  await onScreen(page, "check");
  await expect(page.getByRole("button", { name: "Simpan di HP, kirim otomatis" }), "never of the anonymous channel").toHaveCount(0);
  network.break(/POST \/binjai\/lapor$/, "before the answer");
  await press(page, "Kirim laporan");
  await expect(page.getByText("Jaringan putus sebelum jawaban kami sampai. Mungkin laporan sudah kami terima, mungkin belum.")).toBeVisible();
  await expect(page.getByLabel("Ceritakan kejadiannya")).toHaveValue(story);
  await expect(page.getByRole("button", { name: "Simpan di HP, kirim otomatis" })).toBeHidden();
  await expect(page.getByText("Laporan tanpa nama tidak pernah disimpan di HP.")).toBeVisible();
  // Once more without a network: still all here, still nothing on the phone.
  const before = network.turnedAway.length;
  await press(page, "Kirim sekarang");
  await expect.poll(() => network.turnedAway.slice(before)).toContain("POST /binjai/lapor");
  await expect(page.getByLabel("Ceritakan kejadiannya")).toHaveValue(story);
  expect(await kept(page)).toEqual([]);
  network.mend();
  await press(page, "Kirim sekarang");
  const { receipt } = await readConfirmation(page);
  const digits = network.lost[0].cookies.join().match(/tanda-terima=(\d{20})/)![1];
  expect(receipt.replaceAll(" ", ""), "the receipt that was lost").toBe(digits);
});

test("the report arrives and the page after it does not: the same report comes back, and its receipt", async ({ page, network }) => {
  await opened(page, network);
  await choose(page, "Tanpa nama");
  await goOn(page);
  await page.getByLabel("Layanan atau unit").selectOption({ label: "Saya tidak tahu" });
  await goOn(page);
  const story = unique("Lampu taman mati.");
  await tellStory(page, "Pengaduan", story);
  for (let i = 0; i < 3; i += 1) await goOn(page);
  await onScreen(page, "check");
  network.break(/GET \/binjai\/lapor\/terkirim$/, "before the answer");
  await press(page, "Kirim laporan");
  await expect(page.getByText("Jaringan putus sebelum jawaban kami sampai.")).toBeVisible();
  await expect(page.getByLabel("Ceritakan kejadiannya")).toHaveValue(story);
  await expect(page.getByLabel("Ditujukan kepada")).toHaveValue("binjai");
  network.mend();
  await press(page, "Kirim sekarang");
  const { receipt } = await readConfirmation(page);
  expect(network.arrived.filter((r) => r === "POST /binjai/lapor").length, "the screens, and sent twice").toBeGreaterThan(1);
  expect(receipt.replaceAll(" ", "")).toMatch(/^\d{20}$/);
});

test("a report that is being changed waits for its change, and what was sent meanwhile is not called changed", async ({ page, network, context }) => {
  const first = unique("Selokan meluap."), second = unique("Selokan meluap sampai ke jalan.");
  await opened(page, network);
  network.cut();
  await page.goto(`${network.address}/binjai/lapor`);
  await write(page, first, { protection: "Dengan nama" });
  await page.locator("#nama").fill("Sari Dewi");
  // Kept and never tried: the network of this phone says that it is away.
  network.block(/kiriman/);
  await press(page, "Simpan di HP, kirim otomatis");
  await expect(state(page)).toHaveText(KEPT);
  await change(page, { dicoba: false });
  const [{ kunci }] = await kept(page);
  await page.goto(`${network.address}/kotak-keluar/tulis#${kunci}`);
  await expect(page.getByLabel("Ceritakan kejadiannya")).toHaveValue(first);
  network.mend();
  const other = await context.newPage();
  await other.goto(`${network.address}/kotak-keluar`);
  await press(other, "Kirim sekarang");
  await expect(other.getByText("Belum berhasil")).toBeVisible();
  expect(sentHere(network, "kiriman"), "nothing of what is being changed").toBe(0);
  await choose(page, "Rahasia");
  await page.getByLabel("Ceritakan kejadiannya").fill(second);
  await press(page, "Simpan di HP, kirim otomatis");
  await expect(state(page)).toHaveText(/^Terkirim\./, { timeout: 60_000 });
  await receiptOf(page);
  await page.goto(`${network.address}/lacak/laporan`);
  await expect(page.getByRole("main")).toContainText(second);
  await expect(page.getByRole("main")).toContainText("Rahasia");
});

test("a photo that the server refuses does not call the report unsent", async ({ page, network }) => {
  await opened(page, network);
  network.cut();
  await page.goto(`${network.address}/binjai/lapor`);
  await write(page, unique("Atap halte bocor."));
  await page.getByLabel("Foto (boleh kosong)").setInputFiles([{ name: "foto.heic", mimeType: "image/heic", buffer: Buffer.from("no picture at all") }]);
  await press(page, "Simpan di HP, kirim otomatis");
  await expect(state(page)).toHaveText(KEPT);
  network.mend();
  await online(page);
  await expect(state(page)).toHaveText(/^Laporan terkirim dengan nomor BNJ-.*tetapi tidak semua foto dapat diterima\.$/);
  await expect(page.getByRole("button", { name: "Kirim sekarang" })).toBeHidden();
  await page.goto(`${network.address}/binjai/lapor`);
  await expect(page.getByText("Sudah terkirim dari HP ini: 1 laporan.")).toBeVisible();
  await expect(page.locator("#kotak-keluar")).not.toContainText("belum terkirim");
  // Its days are over: the way to the receipt is still there.
  await change(page, { habis: 1 });
  await page.goto(`${network.address}/kotak-keluar`);
  await expect(state(page)).toHaveText(/^Terkirim\./);
  await expect(rows(page)).toContainText("1 foto tidak sampai sebelum batas harinya");
  await receiptOf(page);
});

test("what somebody in between answers for the portal ends nothing", async ({ page, network }) => {
  await waiting(page, network, unique("Tiang listrik miring di tikungan."), 1);
  network.mend();
  for (const status of [404, 403, 413, 400]) {
    network.gate = { at: /kiriman$/, status };
    await press(page, "Kirim sekarang");
    await expect(page.getByText("Belum berhasil")).toBeVisible();
    await expect(state(page)).toHaveText(KEPT);
  }
  network.gate = { at: /kiriman\/foto$/, status: 404 };
  await press(page, "Kirim sekarang");
  await expect(state(page)).toHaveText(/menyusul: 1 foto\.$/);
  await quiet(page);
  network.gate = undefined;
  await online(page);
  await expect(state(page)).toHaveText(/^Terkirim\./);
  expect(network.numbers.size, "one report").toBe(1);
});

test("what is deleted while it is on its way does not come back", async ({ page, network }) => {
  await waiting(page, network, unique("Rambu penyeberangan roboh."), 2);
  network.mend();
  network.stall(/kiriman\/foto$/);
  await online(page);
  await expect.poll(() => network.waiting).toBe(1);
  await press(page, "Hapus dari HP");
  await press(page, "Tekan sekali lagi untuk menghapus");
  await expect(page.getByText("Tidak ada laporan yang tersimpan di HP ini.")).toBeVisible();
  network.drop();
  network.mend();
  await online(page);
  await page.goto(`${network.address}/kotak-keluar`);
  expect(await kept(page)).toEqual([]);
  expect(sentHere(network, "kiriman/foto")).toBe(0);
});

test("sent at once from the page for no network, a photo that is none is said to be none", async ({ page, network }) => {
  await opened(page, network);
  network.cut();
  await page.goto(`${network.address}/binjai/lapor`);
  const story = unique("Pagar taman rusak.");
  await write(page, story);
  await page.getByLabel("Foto (boleh kosong)").setInputFiles([smallPhoto("a.png"), { name: "catatan.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture at all") }]);
  network.mend();
  await press(page, "Kirim sekarang");
  await onScreen(page, "place");
  await expect(page.getByRole("alert").filter({ hasText: "Ada yang perlu diperbaiki" })).toBeVisible();
  await goOn(page);
  await onScreen(page, "check");
  await expect(page.getByRole("main")).toContainText(story);
  await press(page, "Kirim laporan");
  await readConfirmation(page);
});

test("a page that was taken back is not shown from the phone", async ({ page, network }) => {
  await opened(page, network);
  await page.goto(`${network.address}/binjai/unit`);
  const isKept = () => page.evaluate(async () => { for (const name of await caches.keys()) if (name.startsWith("balai-halaman-") && (await (await caches.open(name)).match("/binjai/unit"))) return true; return false; });
  await expect.poll(isKept).toBe(true);
  network.gone = "/binjai/unit";
  await page.goto(`${network.address}/binjai/unit`);
  await expect.poll(isKept).toBe(false);
});

test("the check page keeps it on the phone instead, where the network is bad", async ({ page, network }) => {
  await opened(page, network);
  await choose(page, "Rahasia");
  await goOn(page);
  await page.getByLabel("Layanan atau unit").selectOption({ label: "Saya tidak tahu" });
  await goOn(page);
  await tellStory(page, "Pengaduan", unique("Trotoar di depan sekolah rusak."));
  await goOn(page);
  await page.getByLabel("Foto (boleh kosong)").setInputFiles([smallPhoto("a.png")]);
  await goOn(page);
  await goOn(page);
  await onScreen(page, "check");
  network.cut();
  await press(page, "Simpan di HP, kirim otomatis");
  await expect(state(page)).toHaveText(KEPT);
  network.mend();
  await online(page);
  await expect(state(page)).toHaveText(/^Terkirim\./);
  await receiptOf(page);
  await page.goto(`${network.address}/lacak/laporan`);
  await expect(page.locator(".photos img"), "the photo that was uploaded before").toHaveCount(1);
});

test("two phones with the same report make one", async ({ page, network, browser }) => {
  await waiting(page, network, unique("Lubang di jalan depan pasar."), 2);
  const other = await browser.newContext();
  const second = await other.newPage();
  network.mend();
  await second.goto(`${network.address}/luring`);
  // As a phone's backup does it: the same record on both.
  const [record] = await page.evaluate(async () => {
    const opening = indexedDB.open("balai-kotak-keluar", 1);
    await new Promise((done) => { opening.onsuccess = done; });
    const all = opening.result.transaction("kiriman").objectStore("kiriman").getAll();
    await new Promise((done) => { all.onsuccess = done; });
    opening.result.close();
    return Promise.all(all.result.map(async (r: any) => ({ ...r, foto: await Promise.all(r.foto.map(async (p: any) => ({ ...p, isi: Array.from(new Uint8Array(p.isi)) }))) })));
  });
  await second.evaluate(async (r: any) => {
    const opening = indexedDB.open("balai-kotak-keluar", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("kiriman", { keyPath: "kunci" });
    await new Promise((done) => { opening.onsuccess = done; });
    const at = opening.result.transaction("kiriman", "readwrite");
    at.objectStore("kiriman").put({ ...r, foto: r.foto.map((p: any) => ({ ...p, isi: new Uint8Array(p.isi).buffer })) });
    await new Promise((done) => { at.oncomplete = done; });
    opening.result.close();
  }, record);
  await Promise.all([online(page), second.goto(`${network.address}/kotak-keluar`)]);
  await expect(state(page)).toHaveText(/^Terkirim\./);
  await expect(state(second)).toHaveText(/^Terkirim\./);
  expect(await state(second).innerText()).toBe(await state(page).innerText());
  await receiptOf(second);
  await second.goto(`${network.address}/lacak/laporan`);
  await expect(second.locator(".photos img")).toHaveCount(2);
  await other.close();
});

test("what the server refuses is mended and sent", async ({ page, network }) => {
  await opened(page, network);
  network.cut();
  await page.goto(`${network.address}/binjai/lapor`);
  const story = unique("Loket tutup sebelum waktunya.");
  await write(page, story);
  await page.getByLabel("Alamat surel (boleh kosong)").fill("bukan surel");
  await press(page, "Simpan di HP, kirim otomatis");
  await expect(state(page)).toHaveText(KEPT);
  network.mend();
  await online(page);
  await expect(state(page)).toHaveText("Tersimpan di HP, belum terkirim: ada yang perlu diperbaiki.");
  await expect(rows(page)).toContainText("Alamat surel itu belum lengkap.");
  await page.getByRole("link", { name: "Ubah" }).click();
  await expect(page.getByLabel("Ceritakan kejadiannya")).toHaveValue(story);
  await page.getByLabel("Alamat surel (boleh kosong)").fill("");
  await press(page, "Simpan di HP, kirim otomatis");
  await expect(state(page)).toHaveText(/^Terkirim\./);
  await expect(rows(page)).toHaveCount(1);
});

test("its days over, a report is wiped and that is said", async ({ page, network }) => {
  await waiting(page, network, unique("Halte tanpa atap."), 1);
  await change(page, { habis: 1 });
  network.mend();
  await page.reload();
  await expect(state(page)).toHaveText(/^Batas hari penyimpanannya lewat, jadi isinya sudah dihapus dari HP ini\. Mungkin sudah sampai pada kami/);
  const [left] = await kept(page);
  expect([left.isian, left.foto]).toEqual([undefined, undefined]);
  expect(sentHere(network, "kiriman")).toBe(0);
  await press(page, "Hapus dari HP");
  await expect(page.getByText("Tidak ada laporan yang tersimpan di HP ini.")).toBeVisible();
});

const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

test("a worker two versions old gives way, with what it kept; what waits is sent once", async ({ page, network }) => {
  network.instead.set("/sw.js", ancientWorker);
  await opened(page, network);
  await page.goto(`${network.address}/binjai`);
  expect(await cacheNames(page)).toEqual(["balai-lama-1"]);
  // It speaks an agreement that is no longer known: refused, and nothing is made.
  const status = await page.evaluate(
    () =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = (event) => done(event.data);
        navigator.serviceWorker.controller!.postMessage({ kirimLama: { kunci: "0".repeat(32), perlindungan: "rahasia", jenis: "pengaduan", tentang: "tidak-tahu", cerita: "Parit di gang kami tersumbat lumpur." } }, [port2]);
      }),
  );
  expect(status).toBe(426);
  await page.goto(`${network.address}/kotak-keluar/tulis`);
  await page.getByLabel("Ditujukan kepada").selectOption("binjai");
  await write(page, unique("Parit di gang kami tersumbat lumpur."));
  network.block(/kiriman$/);
  await press(page, "Simpan di HP, kirim otomatis");
  await expect(state(page)).toHaveText(KEPT);

  network.mend();
  network.instead.clear();
  await page.goto(`${network.address}/kotak-keluar`);
  // A phone puts a worker to sleep that does nothing; a browser under test never does, so that is done here. Then the new one,
  // which waits for nothing else, takes its place.
  const browser = await page.context().newCDPSession(page);
  await browser.send("ServiceWorker.enable");
  const asleep = async () => {
    if (await page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())?.waiting)) await browser.send("ServiceWorker.stopAllWorkers");
    return cacheNames(page);
  };
  await expect.poll(asleep, { timeout: 90_000 }).not.toContain("balai-lama-1");
  await expect.poll(async () => (await cacheNames(page)).some((name) => /^balai-[0-9a-f]{12}$/.test(name))).toBe(true);
  await page.reload();
  await expect(state(page)).toHaveText(/^Terkirim\./);
  expect(network.numbers.size, "one report, however often it was said").toBe(1);
});

test("the kill switch takes worker and caches away, and what waits is sent all the same", async ({ page, network }) => {
  await waiting(page, network, unique("Rambu lalu lintas tertutup pohon."));
  network.instead.set("/sw.js", workerOff());
  network.mend();
  network.block(/kiriman$/);
  await page.goto(`${network.address}/kotak-keluar`);
  await expect.poll(() => cacheNames(page), { timeout: 90_000 }).toEqual([]);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  network.mend();
  await page.reload();
  await expect(state(page)).toHaveText(/^Terkirim\./);
});

test("public pages stay readable, as copies that say so; personal ones are in no cache", async ({ page, network }) => {
  await opened(page, network);
  await page.goto(`${network.address}/binjai/layanan`);
  await expect.poll(() => page.evaluate(async () => !!(await caches.match("/binjai/layanan")))).toBe(true);
  network.cut();
  await page.goto(`${network.address}/binjai/layanan`);
  await expect(page.getByRole("status")).toContainText(/^Tidak ada jaringan\. Ini salinan dari \d+ \w+ \d{4}.*; mungkin sudah berubah\.$/);
  await page.goto(`${network.address}/binjai/forum`);
  await expect(heading(page, "Tidak ada jaringan")).toBeVisible();
  await page.goto(`${network.address}/kotak-keluar`);
  await expect(heading(page, "Kotak keluar di HP ini")).toBeVisible();
  network.mend();

  // A report sent and followed, an account and a desk.
  await page.goto(`${network.address}/kotak-keluar/tulis`);
  await page.getByLabel("Ditujukan kepada").selectOption("binjai");
  await write(page, unique("Lampu taman mati semua."));
  await press(page, "Kirim sekarang");
  const { receipt, reference } = await readConfirmation(page);
  await page.goto(`${network.address}/lacak/laporan`);
  await page.goto(`${network.address}/masuk`);
  await page.getByRole("button", { name: "petugas@binjai.example" }).click();
  await expect(page).not.toHaveURL(/\/masuk$/);
  for (const path of ["/akun", "/petugas", "/petugas/laporan", "/binjai/unit", "/binjai/laporan"]) await page.goto(`${network.address}${path}`);
  const inCaches = () =>
    page.evaluate(async () => {
      const found: { path: string; text: string }[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) found.push({ path: new URL(request.url).pathname, text: await (await cache.match(request))!.text() });
      }
      return found;
    });
  const found = await inCaches();
  expect(found.length).toBeGreaterThan(4);
  for (const { path, text } of found) {
    expect(path, "no address of somebody's own").not.toMatch(/^\/(akun|petugas|lacak|masuk)|lapor(\/|$)/);
    expect(text.replaceAll(" ", ""), path).not.toContain(receipt.replaceAll(" ", ""));
    expect(text, path).not.toContain(reference);
    expect(text, `${path} was drawn for somebody`).not.toContain('href="/akun"');
  }
  await page.goto(`${network.address}/akun`);
  await page.getByRole("button", { name: "Keluar", exact: true }).click();
  await expect(page.getByRole("link", { name: "Masuk" }).first()).toBeVisible();
  await expect.poll(() => page.evaluate(async () => !!(await caches.match("/binjai/layanan"))), { message: "what was read before signing out is not for whoever comes next" }).toBe(false);
});

test("leaving quickly forgets what waits", async ({ page, network }) => {
  await waiting(page, network, unique("Ada pungutan di loket."));
  network.mend();
  network.block(/kiriman$/);
  await Promise.all([page.waitForRequest("https://www.bmkg.go.id/"), press(page, "Keluar cepat")]);
  // Where that other site cannot be reached either, its place is taken by the browser's own page.
  await expect(async () => { await page.goto(`${network.address}/luring`); }).toPass();
  expect(await kept(page)).toEqual([]);
});

test("the portal can be put on the home screen", async ({ page, network }) => {
  await opened(page, network);
  await page.goto(network.address);
  const browser = await page.context().newCDPSession(page);
  const { errors, data } = await browser.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data!);
  expect([manifest.id, manifest.start_url, manifest.scope, manifest.display]).toEqual(["/", "/", "/", "minimal-ui"]);
  for (const purpose of ["any", "maskable"]) {
    for (const size of [192, 512]) {
      const icon = manifest.icons.find((i: any) => i.purpose === purpose && i.sizes === `${size}x${size}`);
      const real = await page.evaluate(async (src) => { const picture = await createImageBitmap(await (await fetch(src)).blob()); return [picture.width, picture.height]; }, icon.src);
      expect(real).toEqual([size, size]);
    }
  }
  for (const shortcut of manifest.shortcuts) expect((await page.request.get(`${network.address}${shortcut.url}`)).status()).toBe(200);
  // A window of a test counts as a private one; nothing else may stand in the way.
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.map((e) => e.errorId).filter((id) => id !== "in-incognito")).toEqual([]);
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toBe(`${network.address}/sw.js`);
});

test("nothing in the console, and nothing that the policy forbids", async ({ page, network }) => {
  const said: string[] = [];
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) said.push(message.text()); });
  page.on("pageerror", (error) => said.push(String(error)));
  await opened(page, network);
  for (const path of ["/kotak-keluar", "/kotak-keluar/tulis", "/luring", "/binjai/lapor"]) await page.goto(`${network.address}${path}`);
  await choose(page, "Rahasia");
  await goOn(page);
  await onScreen(page, "about");
  expect(said).toEqual([]);
});
