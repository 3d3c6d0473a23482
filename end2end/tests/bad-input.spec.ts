// What goes wrong: every time a page that says what and where, and nothing typed is lost.
import { choose, expect, goOn, heading, onScreen, press, readConfirmation, sendFeedback, smallPhoto, test, unique, walkToCheck, walkToStory, type Page } from "./support.ts";

/** Presses, and gives the status of the page that answers. */
async function statusAfter(page: Page, act: () => Promise<void>): Promise<number> {
  const [answer] = await Promise.all([page.waitForResponse((r) => r.request().isNavigationRequest() && r.request().method() === "POST"), act()]);
  return answer.status();
}

test("an empty first screen comes back with a list that leads to the field", async ({ page }) => {
  await page.goto("/binjai/lapor");
  expect(await statusAfter(page, () => goOn(page))).toBe(422);
  await expect(page).toHaveTitle(/^Galat: /);
  const summary = page.getByRole("alert");
  await expect(summary).toContainText("Ada yang perlu diperbaiki");
  await summary.getByRole("link", { name: "Pilih bagaimana nama Anda ditampilkan." }).click();
  await expect(page.getByRole("radio", { name: "Tanpa nama" })).toBeFocused();
  await expect(page.getByRole("group", { name: "Bagaimana nama Anda ditampilkan?" })).toContainText("Pilih bagaimana nama Anda ditampilkan.");

  await choose(page, "Dengan nama");
  expect(await statusAfter(page, () => goOn(page))).toBe(422);
  await expect(page.getByRole("radio", { name: "Dengan nama" })).toBeChecked();
  await page.getByRole("alert").getByRole("link", { name: "Tulis nama yang boleh ditampilkan." }).click();
  await expect(page.getByLabel("Nama Anda")).toBeFocused();
  await expect(page.getByLabel("Nama Anda")).toHaveAccessibleDescription(/Tulis nama yang boleh ditampilkan\./);
});

test("a story that is too short keeps its words", async ({ page }) => {
  await walkToStory(page);
  await page.getByLabel("Ceritakan kejadiannya").fill("Lampu <mati> & g.");
  expect(await statusAfter(page, () => goOn(page))).toBe(422);
  const summary = page.getByRole("alert");
  await expect(summary).toContainText("Pilih jenis laporannya.");
  await expect(page.getByLabel("Ceritakan kejadiannya")).toHaveValue("Lampu <mati> & g.");
  await summary.getByRole("link", { name: "Ceritakan kejadiannya, paling sedikit 20 huruf." }).click();
  await expect(page.getByLabel("Ceritakan kejadiannya")).toBeFocused();
  await expect(page.getByLabel("Ceritakan kejadiannya")).toHaveAttribute("aria-invalid", "true");
  // What was right stays right.
  await choose(page, "Usulan");
  await goOn(page);
  await expect(page.getByRole("radio", { name: "Usulan" })).toBeChecked();
  await expect(page.getByRole("alert")).not.toContainText("Pilih jenis laporannya.");
});

test("files that are no photos are named for what they are, and good ones beside them are kept", async ({ page }) => {
  await walkToStory(page, "binjai", undefined, "Rahasia");
  await choose(page, "Pengaduan");
  await page.getByLabel("Ceritakan kejadiannya").fill(unique("Tempat sampah di depan puskesmas penuh."));
  await goOn(page);
  await onScreen(page, "place");
  const photos = page.getByLabel("Foto (boleh kosong)");
  await page.getByLabel("Tempat atau patokan").fill("Depan masjid");

  await photos.setInputFiles({ name: "surat.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\nbukan foto\n") });
  expect(await statusAfter(page, () => goOn(page))).toBe(422);
  await page.getByRole("alert").getByRole("link", { name: /^Salah satu berkas adalah PDF\. Potret halamannya/ }).click();
  await expect(photos).toBeFocused();
  await expect(page.getByLabel("Tempat atau patokan")).toHaveValue("Depan masjid");

  const broken = { ...smallPhoto("rusak.png"), buffer: smallPhoto().buffer.subarray(0, 60) };
  await photos.setInputFiles([smallPhoto(), broken]);
  expect(await statusAfter(page, () => goOn(page))).toBe(422);
  await expect(page.getByRole("alert")).toContainText("Salah satu foto tidak dapat dibuka.");
  await expect(page.getByRole("checkbox", { name: "Foto 1" })).toBeChecked();

  await photos.setInputFiles({ name: "kosong.png", mimeType: "image/png", buffer: Buffer.alloc(0) });
  expect(await statusAfter(page, () => goOn(page))).toBe(422);
  await expect(page.getByRole("alert")).toContainText("Salah satu berkas kosong.");

  await goOn(page);
  await onScreen(page, "contact");
  await page.getByLabel("Alamat surel").fill("bukan surel");
  expect(await statusAfter(page, () => goOn(page))).toBe(422);
  await expect(page.getByLabel("Alamat surel")).toHaveValue("bukan surel");
  await expect(page.getByRole("alert")).toContainText("Alamat surel itu belum lengkap.");
  await page.getByLabel("Alamat surel").fill("");
  await goOn(page);
  await onScreen(page, "check");
  await expect(page.getByRole("main")).toContainText("1 foto");
});

test("a wrong receipt opens nothing", async ({ page }) => {
  await page.goto("/lacak");
  const receipt = page.getByLabel("Tanda terima");
  for (const [typed, fault] of [
    ["", "Masukkan 20 angka tanda terima Anda."],
    ["1234 5678", "Tanda terima itu tidak kami temukan."],
    ["bukan angka sama sekali", "Tanda terima itu tidak kami temukan."],
    ["0000 1111 2222 3333 4444", "Tanda terima itu tidak kami temukan."],
  ]) {
    await receipt.fill(typed);
    expect(await statusAfter(page, () => press(page, "Lihat laporan"))).toBe(422);
    await expect(page).toHaveTitle(/^Galat: /);
    await expect(page.getByRole("alert")).toContainText(fault);
    await expect(receipt).toHaveValue(typed);
  }
  // A right one with its last digit changed.
  const { receipt: right } = await sendFeedback(page);
  await page.goto("/lacak");
  await receipt.fill(right.slice(0, -1) + ((Number(right.at(-1)) + 1) % 10));
  expect(await statusAfter(page, () => press(page, "Lihat laporan"))).toBe(422);
  await receipt.fill(right.replaceAll(" ", ""));
  await press(page, "Lihat laporan");
  await expect(page).toHaveURL(/\/lacak\/laporan$/);
  await press(page, "Tutup dan lupakan di ponsel ini");
  await page.goto("/lacak/laporan");
  await expect(page).toHaveURL(/\/lacak$/);
});

test("sending the same form twice makes one case", async ({ page }) => {
  await walkToCheck(page);
  const form = page.getByRole("main").locator("form");
  const fields: Record<string, string> = { aksi: "kirim" };
  for (const field of await form.locator("input[type=hidden]").all()) fields[(await field.getAttribute("name")) ?? ""] = await field.inputValue();
  const once = () => page.request.post("/binjai/lapor", { multipart: fields });
  const answers = [...(await Promise.all([once(), once()])), await once()];
  const references = await Promise.all(answers.map(async (answer) => (await answer.text()).match(/BNJ-\d{4}-[0-9A-Z]+/)?.[0]));
  expect(references[0]).toBeDefined();
  expect(new Set(references).size).toBe(1);
  // And pressing the button, as someone does who thinks that nothing happened.
  await page.getByRole("button", { name: "Kirim laporan", exact: true }).dblclick();
  expect((await readConfirmation(page)).reference).toBe(references[0]);
});

test("a form from another site is refused with a page", async ({ page }) => {
  const headers = { Origin: "https://jahat.example", "Sec-Fetch-Site": "cross-site" };
  for (const address of ["/binjai/lapor", "/lacak", "/masuk", "/masuk/contoh", "/keluar", "/bahasa"]) {
    const answer = await page.request.post(address, { headers, form: { bahasa: "en", surel: "sari@warga.example" } });
    expect(answer.status(), address).toBe(403);
    expect(await answer.text()).toContain("<h1>Kiriman ditolak</h1>");
  }
  await page.goto("/akun");
  await expect(page).toHaveURL(/\/masuk/);
});

test("a form that cannot be read is refused with a page", async ({ page }) => {
  for (const type of ["multipart/form-data", "application/json", "text/plain"]) {
    const answer = await page.request.post("/binjai/lapor", { headers: { "Content-Type": type }, data: Buffer.from("layar=perlindungan") });
    expect(answer.status(), type).toBe(400);
    expect(await answer.text()).toContain("<h1>Isian tidak dapat dibaca</h1>");
  }
});

test("addresses that are not there have a page that says so", async ({ page }) => {
  const addresses = ["/tidak-ada", "/medan/tidak-ada", "/medan/layanan/tidak-ada", "/medan/unit/tidak-ada", "/medan/jabatan/tidak-ada", "/medan/laporan/MDN-2611-AAAAA", "/medan/laporan?unit=tidak-ada", "/medan/forum/tidak-ada", "/medan/forum/topik/tidak-ada", "/kota-lain/lapor", "/medan/unit/%00", "/medan/unit/..%2f..%2fetc"];
  for (const address of addresses) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(heading(page, "Halaman ini tidak ada")).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "Ke halaman awal" })).toBeVisible();
  }
});
