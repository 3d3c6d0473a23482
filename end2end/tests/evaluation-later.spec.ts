// What comes after the end: an evaluation that is final is corrected, and an assessor leaves while a card waits for them.
import { expect, heading, press, test, tick, unique, choose, type Page } from "./support.ts";
import { crafted, enter, fitsPhone, yesterday } from "./evidence.ts";

const subject = { email: "ratna.pulungan@medan.example", name: "Ratna Pulungan" };

/** The predicate as the document shows it. */
const predicate = (page: Page) => page.locator("dl.facts > div").filter({ has: page.getByText("Predikat kinerja", { exact: true }) }).locator("dd");

const rating = (page: Page, group: string, name: string) => page.getByRole("group", { name: group, exact: true }).getByRole("radio", { name, exact: true });

/** What opens the form of a correction, where one is offered. */
const correction = (page: Page) => page.locator("summary").filter({ hasText: /^Koreksi$/ });

/** Everything as it was expected, which the matrix calls "Baik". */
async function rateAll(page: Page) {
  await tick(rating(page, "Rating hasil kerja", "Sesuai ekspektasi"));
  await tick(rating(page, "Rating perilaku kerja", "Sesuai ekspektasi"));
  for (const list of await page.getByLabel("Rating", { exact: true }).all()) await list.selectOption({ label: "Sesuai ekspektasi" });
  await page.getByLabel("Catatan", { exact: true }).fill("Loket tertib; rekap layanan lengkap setiap bulan.");
}

/** Another version: without a reason it is refused and all that was typed is kept, with one it is there. */
async function corrects(page: Page, to: "Sesuai ekspektasi" | "Di atas ekspektasi", reason: string, version: number) {
  const notes = unique("Dua rekap bulanan belum terbaca pada penilaian sebelumnya.");
  await correction(page).click();
  await expect(page.getByText("Evaluasi yang selesai tidak diubah.")).toBeVisible();
  for (const group of ["Rating hasil kerja", "Rating perilaku kerja"]) await tick(rating(page, group, to));
  await page.getByLabel("Catatan", { exact: true }).fill(notes);
  await fitsPhone(page);
  await press(page, "Terbitkan koreksi");
  await expect(page.getByRole("alert")).toContainText("Tulis alasan keputusannya.");
  await expect(page.getByLabel("Catatan", { exact: true })).toHaveValue(notes);
  for (const group of ["Rating hasil kerja", "Rating perilaku kerja"]) await expect(rating(page, group, to)).toBeChecked();
  await fitsPhone(page);
  await page.getByLabel("Alasan", { exact: true }).fill(reason);
  await press(page, "Terbitkan koreksi");
  await expect(page.getByRole("status")).toContainText("Tersimpan");
  await expect(page.getByRole("article")).toContainText(`Versi ${version} menggantikan versi sebelumnya karena:`);
  await expect(page.getByRole("article")).toContainText(reason);
  await expect(page.getByRole("article")).toContainText(notes);
  await expect(page.getByRole("main").getByRole("complementary")).toContainText("Dikoreksi dengan versi baru");
}

/** A quarter of the year from its beginning to the superior's word on an objection; it is final then. Returns its address. */
async function decidedQuarter(asn: Page, assessor: Page, superior: Page, year: string, which: "first" | "last"): Promise<string> {
  await asn.goto("/petugas/penilaian/kinerja");
  await asn.getByRole("link", { name: `SKP ${year}: ${subject.name}` }).click();
  await asn.getByRole("button", { name: new RegExp(`^Triwulan \\d tahun ${year}`) })[which]().click();
  await expect(asn.getByRole("status")).toContainText("Evaluasi dimulai");
  const address = new URL(asn.url()).pathname;
  for (let open = await asn.getByLabel("Realisasi berdasarkan bukti").count(); open > 0; open = await asn.getByLabel("Realisasi berdasarkan bukti").count()) {
    await asn.getByLabel("Realisasi berdasarkan bukti").fill("Permohonan selesai sesuai janji; rekapnya ada di bagian umum.");
    await press(asn, "Simpan");
    await expect(asn.getByRole("status")).toContainText("Tersimpan");
  }
  await press(asn, "Ajukan kepada pejabat penilai");
  await expect(asn.getByRole("article")).toContainText("Menunggu pejabat penilai");

  await assessor.goto(address);
  await rateAll(assessor);
  await press(assessor, "Serahkan kepada pegawai");
  await expect(assessor.getByRole("article")).toContainText("Sudah diserahkan");
  await asn.goto(address);
  await press(asn, "Saya sudah membaca");
  await asn.getByLabel("Alasan keberatan").fill("Dua rekap bulanan saya tidak disebut dalam penilaian.");
  await press(asn, "Ajukan keberatan");
  await expect(asn.getByRole("article")).toContainText("Ada keberatan");
  await assessor.goto(address);
  await assessor.getByLabel("Penjelasan", { exact: true }).fill("Rekap itu belum saya terima ketika menilai.");
  await press(assessor, "Kirim penjelasan");
  await expect(assessor.getByRole("article")).toContainText("Menunggu atasan pejabat penilai");

  await superior.goto(address);
  await superior.getByLabel("Catatan pertemuan").fill("Keduanya didengar di ruang rapat sekretariat.");
  await press(superior, "Catat");
  await expect(superior.getByRole("article")).toContainText("Kedua pihak didengar");
  await superior.locator("form").filter({ has: superior.getByRole("button", { name: "Kuatkan penilaian", exact: true }) }).getByLabel("Alasan keputusan").fill("Menurut rekap yang ada hari ini penilaiannya tetap.");
  await press(superior, "Kuatkan penilaian");
  await expect(superior.getByRole("article")).toContainText("Selesai");
  return address;
}

test("what is final is corrected by a new version with its reason, and the old one stays", async ({ page: asn, signedIn, javaScriptEnabled }) => {
  const [assessor, superior] = [await signedIn("irwan.simanjuntak@medan.example"), await signedIn("penilai@medan.example")];
  await enter(asn, subject.email);
  const reason = unique("Rekap Oktober dan November menyusul dan mengubah gambarannya.");

  await asn.goto("/petugas/penilaian/kinerja");
  const whole = asn.getByRole("listitem").filter({ hasText: `: ${subject.name}` }).getByRole("link", { name: /^Tahun \d{4}: / });
  const year = (await whole.innerText()).replace(/\D/g, "");
  await whole.click();
  await expect(heading(asn, `Evaluasi kinerja Tahun ${year}: ${subject.name}`)).toBeVisible();
  let address = new URL(asn.url()).pathname;

  // With its correction the year is handed over anew, and is not final for some weeks: one run corrects the year, every
  // other a quarter that the superior has decided on, and which only the superior corrects.
  await assessor.goto(`/petugas/penilaian/pegawai?tahun=${year}`);
  await assessor.getByRole("main").locator(`a[href="${address}"]`).click();
  await expect(heading(assessor, `Evaluasi kinerja Tahun ${year}: ${subject.name}`)).toBeVisible();
  const ofAssessor = javaScriptEnabled && (await correction(assessor).count()) > 0;
  if (!ofAssessor) address = await test.step("a quarter is objected to, and upheld by the superior", () => decidedQuarter(asn, assessor, superior, year, javaScriptEnabled ? "first" : "last"));
  const corrector = ofAssessor ? assessor : superior;

  await test.step("whom it is about is offered no correction, and a crafted one is refused", async () => {
    await asn.goto(address);
    await expect(asn.getByRole("article")).toContainText("Selesai");
    const values = ["berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif"].map((value) => [value, "di_atas_ekspektasi"]);
    const form = { aksi: "koreksi", suntingan: "0", hasil_kerja: "di_atas_ekspektasi", perilaku: "di_atas_ekspektasi", catatan: "Semua tercapai.", alasan_keputusan: "Saya menilai diri saya sendiri." };
    for (const other of ofAssessor ? [asn] : [asn, assessor]) {
      await other.goto(address);
      await expect(correction(other)).toHaveCount(0);
      expect((await crafted(other, { ...form, ...Object.fromEntries(values) })).status()).toBe(404);
    }
    await expect(predicate(asn)).toContainText(/^Baik/);
  });
  await test.step("without a reason it is refused and nothing typed is lost; with one there is a new version", async () => {
    await corrector.goto(address);
    await corrects(corrector, "Di atas ekspektasi", reason, 2);
    await expect(predicate(corrector)).toContainText(/^Sangat baik/);
    // Handed over by the assessor it may be objected to again; the superior's word is the last.
    await expect(corrector.getByRole("article")).toContainText(ofAssessor ? "Sudah diserahkan" : "Selesai");
  });
  await test.step("whom it is about reads the new version and its reason, and finds the old one marked as such", async () => {
    await asn.goto(address);
    await expect(predicate(asn)).toContainText(/^Sangat baik/);
    await expect(asn.getByRole("article")).toContainText("Versi 2 menggantikan versi sebelumnya karena:");
    await expect(asn.getByRole("article")).toContainText(reason);
    await expect(asn.getByRole("article")).not.toContainText("bukan yang terbaru");
    await fitsPhone(asn);
    await asn.getByRole("link", { name: "Versi 1", exact: true }).click();
    await expect(asn.getByRole("article")).toContainText("Anda membaca versi 1, bukan yang terbaru.");
    await expect(predicate(asn)).toContainText(/^Baik/);
    await expect(asn.getByRole("article")).not.toContainText(reason);
    await fitsPhone(asn);
    await asn.getByRole("link", { name: "Buka versi terbaru" }).click();
    await expect(asn.getByRole("article")).toContainText(reason);
  });
  if (ofAssessor) {
    await test.step("the days to object run anew, and it is read anew", async () => {
      await expect(asn.getByRole("article")).toContainText(/Keberatan dapat diajukan sampai \S+, \d+ \S+ 20\d\d \(14 hari kerja/);
      await press(asn, "Saya sudah membaca");
      await expect(asn.getByRole("article")).toContainText("Sudah dibaca pegawai");
      await assessor.goto(address);
      await expect(correction(assessor)).toHaveCount(0);
    });
  } else {
    await test.step("a second correction makes a third version", async () => {
      const again = unique("Rekap November ternyata milik seksi lain.");
      await superior.goto(address);
      await corrects(superior, "Sesuai ekspektasi", again, 3);
      await asn.goto(address);
      await expect(predicate(asn)).toContainText(/^Baik/);
      await expect(asn.getByRole("article")).toContainText(again);
      await expect(asn.getByRole("article")).not.toContainText(reason);
      for (const [version, read] of [["1", /^Baik/], ["2", /^Sangat baik/]] as const) {
        await asn.getByRole("link", { name: `Versi ${version}`, exact: true }).click();
        await expect(asn.getByRole("article")).toContainText(`Anda membaca versi ${version}, bukan yang terbaru.`);
        await expect(predicate(asn)).toContainText(read);
      }
    });
  }
  await test.step("nobody else finds it, in any version", async () => {
    for (const email of ["verifikator@medan.example", "loket.dukcapil@medan.example", "kurnia.harahap@medan.example", "admin@medan.example", "sari@warga.example", "petugas@binjai.example"]) {
      const other = await signedIn(email);
      for (const version of ["", "?versi=1", "?versi=2"]) expect((await other.goto(address + version))?.status(), `${email} ${version}`).toBe(404);
    }
  });
});

test("what waited for an assessor who leaves is on the desk of the next in line", async ({ page: next, signedIn, javaScriptEnabled }) => {
  // A tenure ends once: each run has a government of its own.
  const place = javaScriptEnabled
    ? { gov: "medan", admin: "admin@medan.example", post: "kepala-bapenda", holder: "Yusnita Hasibuan", next: "penilai@medan.example", headline: "Tagihan PBB naik tiga kali lipat" }
    : { gov: "binjai", admin: "petugas@binjai.example", post: "kepala-dinkes", holder: "Taufik Pinem", next: "penilai@binjai.example", headline: "Surat rujukan tidak diberikan karena sistem terganggu" };
  const admin = await signedIn(place.admin);
  await enter(next, place.next);
  const card = next.getByRole("main").getByRole("link", { name: place.headline });

  await test.step("as long as the assessor is there, nobody above them has the card", async () => {
    for (const list of ["siap", "menunggu", "selesai"]) {
      await next.goto(`/petugas/penilaian?daftar=${list}`);
      await expect(heading(next, "Kartu bukti")).toBeVisible();
      await expect(card).toHaveCount(0);
    }
  });
  await test.step("the assessor's tenure ends; without a reason that is refused and the day is kept", async () => {
    await admin.goto(`/petugas/direktori/${place.gov}/jabatan/${place.post}/pejabat`);
    const held = admin.getByRole("listitem").filter({ hasText: place.holder });
    await held.locator("summary").filter({ hasText: "Akhiri masa jabatan" }).click();
    await fitsPhone(admin);
    await held.getByLabel("Hari terakhir").fill(yesterday());
    await held.getByRole("button", { name: "Akhiri masa jabatan" }).click();
    await expect(admin.getByRole("alert")).toBeVisible();
    await expect(held.getByLabel("Hari terakhir")).toHaveValue(yesterday());
    await held.getByLabel("Alasan").fill("Mengundurkan diri di tengah masa jabatan.");
    await held.getByRole("button", { name: "Akhiri masa jabatan" }).click();
    await expect(admin.getByRole("status")).toContainText("Perubahan sudah diterbitkan.");
    await expect(held).toContainText(/ sampai \d/);
    await admin.goto(`/${place.gov}/jabatan/${place.post}`);
    await expect(admin.getByRole("main")).toContainText(/0 dari \d+ terisi/);
  });
  await test.step("the card comes to the next in line", async () => {
    // Desks are looked through once a minute.
    await expect(async () => {
      await next.goto("/petugas/penilaian?daftar=siap");
      await expect(card).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 100_000, intervals: [2000] });
    await card.click();
    await expect(heading(next, `Kartu bukti: ${place.headline}`)).toBeVisible();
    await expect(next.getByRole("main")).toContainText("Menunggu keputusan Anda");
    await fitsPhone(next);
  });
  const address = new URL(next.url()).pathname;
  await test.step("it is for no other desk", async () => {
    for (const email of [place.admin, "irwan.simanjuntak@medan.example", "sari@warga.example"]) expect((await (await signedIn(email)).goto(address))?.status(), email).toBe(404);
  });
  await test.step("and they decide on it; without a reason that is refused", async () => {
    await choose(next, "Diterima dengan catatan");
    await press(next, "Simpan keputusan");
    await expect(next.getByRole("alert")).toBeVisible();
    await expect(next.getByRole("radio", { name: "Diterima dengan catatan", exact: true })).toBeChecked();
    const reason = unique("Faktanya terbukti; sebabnya sebagian di luar kendali jabatan.");
    await next.getByLabel("Alasan", { exact: true }).fill(reason);
    await press(next, "Simpan keputusan");
    await expect(next.getByRole("main")).toContainText(reason);
    await next.goto("/petugas/penilaian?daftar=siap");
    await expect(card).toHaveCount(0);
    await next.goto("/petugas/penilaian?daftar=selesai");
    await expect(card).toBeVisible();
  });
});
