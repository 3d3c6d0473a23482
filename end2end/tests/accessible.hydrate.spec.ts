// Every kind of page under axe, in both colour schemes.
import { isAccessible, pagesAreAccessible } from "./axe.ts";
import { acceptCase, choose, expect, followByReceipt, goOn, heading, islandsListen, onScreen, press, sendFeedback, signIn, smallPhoto, tellStory, test, unique, walkToCheck, walkToStory, type Page } from "./support.ts";

/** Follows the first link of the page's list. */
async function openFirst(page: Page, address: string) {
  await page.goto(address);
  await page.getByRole("main").locator("ul.list").getByRole("link").first().click();
  await expect(page).not.toHaveURL(new RegExp(`${address}$`));
}

test("the directory", async ({ page }) => {
  await pagesAreAccessible(page, ["/", "/medan", "/medan/unit", "/medan/unit/disdukcapil", "/medan/unit/pemerintah/bagan", "/medan/unit/disdukcapil/peta", "/medan/jabatan", "/medan/jabatan/camat-kecamatan-medan-belawan", "/medan/layanan", "/medan/layanan?cara=abjad", "/medan/layanan?cara=unit", "/medan/layanan?cara=wilayah", "/medan/layanan?wilayah=12.71.08.1006", "/medan/layanan/akta-kelahiran", "/medan/layanan/sktm", "/medan/layanan/sktm?wilayah=12.71.08.1006", "/medan/layanan/luar/paspor", "/medan/data", "/medan/perubahan", "/medan/unit/disdukcapil/riwayat", "/medan/unit/disdukcapil?per=2025-06-01"]);
});

test("without a network", async ({ page }) => {
  await pagesAreAccessible(page, ["/luring", "/kotak-keluar", "/kotak-keluar/tulis"]);
});

test("announcements, open posts and corrections", async ({ page, signedIn }) => {
  await pagesAreAccessible(page, ["/medan/pengumuman", "/medan/lowongan", "/medan/koreksi?tentang=unit:disdukcapil"]);
  await press(page, "Kirim");
  await isAccessible(page, "a correction with mistakes");
  await openFirst(page, "/medan/lowongan");
  await isAccessible(page, "an open post");
  const admin = await signedIn("admin@medan.example");
  await pagesAreAccessible(admin, ["/petugas/direktori/medan/pengumuman", "/petugas/direktori/medan/pengumuman/baru", "/petugas/direktori/medan/koreksi"]);
  await openFirst(admin, "/petugas/direktori/medan/koreksi");
  await isAccessible(admin, "answering a correction");
  await admin.goto("/petugas/direktori/medan/pengumuman/baru?jenis=seleksi&pola=jpt");
  await press(admin, "Simpan draf");
  await isAccessible(admin, "a selection with mistakes");
  await openFirst(admin, "/petugas/direktori/medan/pengumuman");
  await isAccessible(admin, "an announcement at the desk");
});

test("keeping the directory", async ({ page, signedIn }) => {
  const admin = await signedIn("admin@medan.example");
  await pagesAreAccessible(admin, ["/petugas/direktori/medan", "/petugas/direktori/medan/unit/disdukcapil", "/petugas/direktori/medan/unit/disdukcapil/ubah", "/petugas/direktori/medan/unit/disdukcapil/akhiri", "/petugas/direktori/medan/gabung", "/petugas/direktori/medan/perubahan", "/petugas/direktori/medan/jabatan/kepala-disdukcapil/ubah", "/petugas/direktori/medan/jabatan/kepala-disdukcapil/pejabat", "/petugas/direktori/medan/jabatan/operator-disdukcapil/abk", "/petugas/direktori/medan/standar/akta-kelahiran/ubah"]);
  await openFirst(admin, "/petugas/direktori/medan/perubahan");
  await isAccessible(admin, "a change");
  await admin.goto("/petugas/direktori/medan/unit/dishub/ubah");
  await press(admin, "Periksa perubahan");
  await isAccessible(admin, "a unit with mistakes");
});

test("searching, and what is open to everyone", async ({ page }) => {
  await pagesAreAccessible(page, ["/cari", "/cari?q=ktp", "/medan/cari?q=ktp", "/medan/cari?q=xyzzyqwert", "/catatan", "/privasi", "/medan/tidak-ada"]);
});

test("suggestions while one types", async ({ page }) => {
  await page.goto("/medan/cari");
  await islandsListen(page);
  await page.getByRole("combobox").pressSequentially("surat", { delay: 20 });
  await expect(page.getByRole("option").first()).toBeVisible();
  await isAccessible(page, "suggestions");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { selected: true })).toBeVisible();
  await isAccessible(page, "a suggestion that is chosen");
});

test("cases", async ({ page }) => {
  await pagesAreAccessible(page, ["/medan/laporan", "/medan/laporan?jenis=apresiasi&keadaan=assigned"]);
  await openFirst(page, "/medan/laporan?keadaan=closed");
  await isAccessible(page, "a case");
});

test("the forum", async ({ page, signedIn }) => {
  await pagesAreAccessible(page, ["/medan/forum", "/medan/forum/layanan"]);
  await openFirst(page, "/medan/forum");
  await isAccessible(page, "a topic");
  const topic = new URL(page.url()).pathname;
  const sari = await signedIn("sari@warga.example");
  await pagesAreAccessible(sari, [topic, `${topic}/tandai`, "/medan/forum/baru"]);
  await press(sari, "Terbitkan topik");
  await isAccessible(sari, "a new topic with mistakes");
});

test("every screen of sending", async ({ page }) => {
  await page.goto("/binjai/lapor");
  await isAccessible(page, "protection");
  await goOn(page);
  await isAccessible(page, "protection with a mistake");
  await choose(page, "Tanpa nama");
  await goOn(page);
  await onScreen(page, "about");
  await isAccessible(page, "about");
  await page.getByLabel("Layanan atau unit").selectOption({ label: "Saya tidak tahu" });
  await goOn(page);
  await onScreen(page, "story");
  await isAccessible(page, "story");
  await goOn(page);
  await expect(page.getByRole("alert")).toBeVisible();
  await isAccessible(page, "story with mistakes");
  await tellStory(page, "Dugaan penyimpangan", unique("Diminta uang untuk surat yang tidak berbayar."));
  await goOn(page);
  await onScreen(page, "place");
  await islandsListen(page);
  await page.getByLabel("Foto (boleh kosong)").setInputFiles(smallPhoto());
  await expect(page.getByRole("button", { name: "Kosongkan pilihan" })).toBeVisible();
  await isAccessible(page, "place with a photo");
  await goOn(page);
  await onScreen(page, "contact");
  await isAccessible(page, "contact");
  await press(page, /Kembali/);
  await onScreen(page, "place");
  await isAccessible(page, "place with a photo that is kept");
  await goOn(page);
  await goOn(page);
  await onScreen(page, "check");
  await isAccessible(page, "check");
  await press(page, "Kirim laporan");
  await onScreen(page, "sent");
  await isAccessible(page, "the confirmation");
});

test("a draft that came back", async ({ page, context }) => {
  await walkToStory(page, "binjai", undefined, "Rahasia");
  await islandsListen(page);
  await page.getByLabel("Ceritakan kejadiannya").fill("Air mati setiap sore");
  const again = await context.newPage();
  await walkToStory(again, "binjai", undefined, "Rahasia");
  await expect(again.getByRole("button", { name: "Hapus tulisan ini" })).toBeVisible();
  await isAccessible(again, "story with a draft");
});

test("following a case", async ({ page, stranger, signedIn }) => {
  const { reference, receipt } = await sendFeedback(page, { photos: [smallPhoto()] });
  const reporter = await stranger();
  await reporter.goto("/lacak");
  await isAccessible(reporter, "/lacak");
  await press(reporter, "Lihat laporan");
  await isAccessible(reporter, "/lacak with a mistake");
  await followByReceipt(reporter, receipt);
  await isAccessible(reporter, "a case that waits");

  const desk = await signedIn("petugas@binjai.example");
  await desk.goto(`/petugas/laporan/${reference}`);
  await isAccessible(desk, "verifying");
  await desk.getByRole("textbox", { name: "Judul" }).fill("");
  await press(desk, "Terima dan teruskan");
  await isAccessible(desk, "verifying with mistakes");
  await acceptCase(desk, unique("Lampu jalan mati"), "Dinas Perhubungan");
  await isAccessible(desk, "the desk after it");
  await desk.goto(`/petugas/laporan/${reference}`);
  await desk.locator("summary").filter({ hasText: "Kabarkan kemajuan" }).click();
  await isAccessible(desk, "handling");
  await press(desk, "Kirim jawaban");
  await isAccessible(desk, "handling with mistakes");
  await choose(desk, "Terbukti sebagian");
  await desk.getByRole("textbox", { name: "Jawaban" }).fill("Dua lampu diganti, satu menunggu tiang.");
  await press(desk, "Kirim jawaban");
  await reporter.reload();
  await isAccessible(reporter, "a case that was answered");
  await reporter.goto(`/binjai/laporan/${reference}`);
  await isAccessible(reporter, "a case with a photo");
});

test("accounts", async ({ page }) => {
  await pagesAreAccessible(page, ["/masuk", "/daftar", "/masuk/tautan"]);
  for (const [address, button] of [["/masuk", "Masuk"], ["/daftar", "Daftar"], ["/masuk/tautan", "Kirim tautan"]]) {
    await page.goto(address);
    await press(page, button);
    await expect(page.getByRole("alert")).toBeVisible();
    await isAccessible(page, `${address} with mistakes`);
  }
  await signIn(page, "sari@warga.example");
  await isAccessible(page, "/akun");
});

test("the desks", async ({ page }) => {
  for (const email of ["petugas@binjai.example", "penghubung@medan.example", "irwan.simanjuntak@medan.example"]) {
    await signIn(page, email);
    await pagesAreAccessible(page, ["/petugas", "/petugas/laporan", "/petugas/penilaian", "/petugas/moderasi"]);
    await page.goto("/akun");
    await press(page, "Keluar");
  }
});

test("cards", async ({ page }) => {
  await signIn(page, "penilai@medan.example");
  for (const list of ["siap", "menunggu", "milik", "selesai"]) {
    await page.goto(`/petugas/penilaian?daftar=${list}`);
    await isAccessible(page, `the record, ${list}`);
  }
  const cards = await page.locator("ul.queue").getByRole("link").evaluateAll((links: HTMLAnchorElement[]) => links.map((link) => link.pathname));
  expect(cards.length).toBeGreaterThan(0);
  await pagesAreAccessible(page, cards.slice(0, 6));
});

test("moderation", async ({ page, signedIn }) => {
  const sari = await signedIn("sari@warga.example");
  await openFirst(sari, "/binjai/forum");
  await sari.goto(`${new URL(sari.url()).pathname}/tandai`);
  await isAccessible(sari, "telling the moderators");
  await press(sari, "Kirim ke moderator");
  await isAccessible(sari, "telling the moderators without a reason");
  await choose(sari, "Di luar topik");
  await press(sari, "Kirim ke moderator");
  await signIn(page, "moderator@medan.example");
  await page.goto("/petugas/moderasi");
  await expect(heading(page, "Moderasi forum")).toBeVisible();
  await isAccessible(page, "moderation");
});

test("on a narrow screen", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await pagesAreAccessible(page, ["/medan", "/medan/lapor", "/medan/layanan/akta-kelahiran", "/catatan"]);
  await walkToCheck(page);
  await isAccessible(page, "check");
});
