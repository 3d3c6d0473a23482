// A year of work on paper: the plan is written, sent back and agreed on; an evaluation is reported, handed over, read,
// objected to and decided; and its document leaves as files. Each run of this file needs a demonstration of its own: a
// quarter is evaluated once.
import { expect, heading, press, test, tick, type Page } from "./support.ts";
import { enter, fitsPhone } from "./evidence.ts";

/** The predicate as the document shows it. */
const predicate = (page: Page) => page.locator("dl.facts > div").filter({ has: page.getByText("Predikat kinerja", { exact: true }) }).locator("dd");

const rated = (page: Page, group: string, rating: string) => tick(page.getByRole("group", { name: group, exact: true }).getByRole("radio", { name: rating, exact: true }));

async function addsResult(page: Page, text: string) {
  await page.getByRole("link", { name: "Tambah hasil kerja" }).click();
  await expect(heading(page, "Tambah hasil kerja")).toBeVisible();
  await tick(page.getByRole("radio", { name: "Utama", exact: true }));
  await page.getByLabel("Rencana hasil kerja").fill(text);
  const quality = page.getByRole("group", { name: "Kualitas" });
  await quality.getByLabel("Indikator").fill("Surat selesai sesuai janji layanan");
  await quality.getByLabel("Target").fill("95");
  await quality.getByLabel("Satuan").fill("persen");
  await press(page, "Simpan");
  await expect(page.getByRole("status")).toContainText("Hasil kerja disimpan");
  await expect(page.getByRole("heading", { level: 3, name: text })).toBeVisible();
}

test("a plan is written, sent back with a note, and agreed on", async ({ signedIn, javaScriptEnabled }) => {
  const asn = await signedIn("irwan.simanjuntak@medan.example");
  const result = "Warga Belawan dilayani sesuai janji di kantor kecamatan";
  await test.step("the post holder begins, and an unfinished result comes back with all that was typed", async () => {
    await asn.goto("/petugas/penilaian/kinerja");
    // Two years are open: one for each run of this story.
    const begin = asn.getByRole("main").locator("form").filter({ has: asn.getByRole("heading", { name: /^Buat SKP/ }) });
    const years = await begin.getByRole("heading").allInnerTexts();
    const year = years.map((text) => text.replace(/\D/g, "")).toSorted()[javaScriptEnabled ? years.length - 1 : 0];
    await begin.filter({ hasText: `SKP ${year}` }).getByRole("button", { name: "Mulai menulis" }).click();
    await expect(asn.getByRole("status")).toContainText("Rencana dimulai");
    await expect(heading(asn, `SKP ${year}: Irwan Simanjuntak`)).toBeVisible();
    await asn.getByRole("link", { name: "Tambah hasil kerja" }).click();
    await asn.getByLabel("Rencana hasil kerja").fill(result);
    await press(asn, "Simpan");
    await expect(asn.getByRole("alert")).toBeVisible();
    await expect(asn.getByLabel("Rencana hasil kerja")).toHaveValue(result);
    await asn.goBack();
    await asn.goBack();
  });
  await test.step("a whole result is kept, and the plan is proposed", async () => {
    await addsResult(asn, result);
    await fitsPhone(asn);
    await press(asn, "Ajukan rencana");
    await expect(asn.getByRole("main")).toContainText("Menunggu persetujuan");
    await expect(asn.getByRole("link", { name: "Tambah hasil kerja" })).toHaveCount(0);
  });
  const address = new URL(asn.url()).pathname;
  const assessor = await signedIn("penilai@medan.example");
  await test.step("the assessor reads it and sends it back; without a note that is refused", async () => {
    await assessor.goto(address);
    await expect(assessor.getByRole("main")).toContainText(result);
    await press(assessor, "Kembalikan");
    await expect(assessor.getByRole("alert")).toBeVisible();
    await assessor.getByLabel("Catatan pengembalian").fill("Tambahkan hasil tentang tindak lanjut laporan warga.");
    await press(assessor, "Kembalikan");
    await expect(assessor.getByRole("main")).toContainText("Sedang disusun");
  });
  await test.step("the post holder reads the note, adds what was asked for and proposes again", async () => {
    await asn.goto(address);
    await expect(asn.getByRole("article")).toContainText("mengembalikan rencana ini:");
    await expect(asn.getByRole("article")).toContainText("Tambahkan hasil tentang tindak lanjut laporan warga.");
    await addsResult(asn, "Laporan warga Belawan dijawab dalam waktunya");
    await press(asn, "Ajukan rencana");
  });
  await test.step("it is agreed on, and both read every step", async () => {
    await assessor.goto(address);
    await press(assessor, "Setujui rencana");
    await asn.goto(address);
    await expect(asn.getByRole("main")).toContainText("Disepakati");
    for (const step of ["Mulai ditulis", "Diajukan", "Dikembalikan", "Disepakati"]) await expect(asn.getByRole("main").getByRole("complementary")).toContainText(step);
  });
  await test.step("who looked stands in the list of looks", async () => {
    await asn.goto("/petugas/penilaian/jejak");
    await expect(asn.getByRole("listitem").filter({ hasText: "Pejabat penilai kinerja" }).first()).toBeVisible();
    await fitsPhone(asn);
  });
});

test("an evaluation is reported, handed over, read, objected to and decided", async ({ page, signedIn, javaScriptEnabled }) => {
  const asn = await signedIn("kurnia.harahap@medan.example");
  const quarter = javaScriptEnabled ? 1 : 2;
  await test.step("the post holder writes what was reached, result by result", async () => {
    await asn.goto("/petugas/penilaian/kinerja");
    await asn.getByRole("listitem").filter({ hasText: /SKP \d{4}/ }).filter({ hasText: "Disepakati" }).getByRole("link").first().click();
    await asn.getByRole("button", { name: new RegExp(`^Triwulan ${quarter} tahun`) }).click();
    await expect(asn.getByRole("status")).toContainText("Evaluasi dimulai");
    for (let open = await asn.getByLabel("Realisasi berdasarkan bukti").count(); open > 0; open = await asn.getByLabel("Realisasi berdasarkan bukti").count()) {
      await asn.getByLabel("Realisasi berdasarkan bukti").fill("Surat terbit dalam dua jam; rekapnya ada pada buku register loket.");
      await press(asn, "Simpan");
      await expect(asn.getByRole("status")).toContainText("Tersimpan");
    }
    await fitsPhone(asn);
    await press(asn, "Ajukan kepada pejabat penilai");
    await expect(asn.getByRole("main")).toContainText("Menunggu pejabat penilai");
  });
  const address = new URL(asn.url()).pathname;

  const assessor = await signedIn("irwan.simanjuntak@medan.example");
  await test.step("the assessor finds it first, and a rating below expectation needs its reason", async () => {
    await assessor.goto("/petugas/penilaian/pegawai");
    await expect(assessor.getByRole("heading", { name: "Menunggu Anda" })).toBeVisible();
    await assessor.getByRole("main").locator(`a[href="${address}"]`).click();
    await expect(assessor.getByRole("main")).toContainText("rekapnya ada pada buku register loket");
    await expect(assessor.getByRole("main")).toContainText("Giliran Anda: baca realisasi dan bukti, lalu isi penilaian.");
    await assessor.getByRole("link", { name: "Ke formulir" }).click();
    await expect(assessor.getByRole("heading", { name: "Penilaian Anda" })).toBeInViewport();
    await fitsPhone(assessor);
    await rated(assessor, "Rating hasil kerja", "Sesuai ekspektasi");
    await rated(assessor, "Rating perilaku kerja", "Di bawah ekspektasi");
    for (const list of await assessor.getByLabel("Rating", { exact: true }).all()) await list.selectOption({ label: "Sesuai ekspektasi" });
    await assessor.getByLabel("Catatan", { exact: true }).fill("Pekerjaan selesai; loket dua kali kosong tanpa kabar.");
    await press(assessor, "Serahkan kepada pegawai");
    await expect(assessor.getByRole("alert")).toBeVisible();
    await expect(assessor.getByLabel("Catatan", { exact: true })).toHaveValue("Pekerjaan selesai; loket dua kali kosong tanpa kabar.");
    await assessor.getByLabel("Alasan rating perilaku").fill("Dua laporan warga tentang loket kosong terbukti dalam triwulan ini.");
    await press(assessor, "Serahkan kepada pegawai");
    await expect(assessor.getByRole("main")).toContainText("Sudah diserahkan");
    // Read from the matrix, and nowhere typed.
    await expect(predicate(assessor)).toContainText(/^Kurang/);
  });

  await test.step("the post holder reads it, sees until when one may object, and objects", async () => {
    await asn.goto(address);
    await expect(asn.getByRole("main")).toContainText(/Keberatan dapat diajukan sampai \S+, \d+ \S+ 20\d\d \(14 hari kerja/);
    await press(asn, "Saya sudah membaca");
    await asn.getByLabel("Alasan keberatan").fill("Loket kosong karena kegiatan lapangan yang ditugaskan kecamatan.");
    await press(asn, "Ajukan keberatan");
    await expect(asn.getByRole("main")).toContainText("Ada keberatan");
  });
  await test.step("the assessor explains", async () => {
    await assessor.goto(address);
    await expect(assessor.getByRole("main")).toContainText("kegiatan lapangan yang ditugaskan kecamatan");
    await assessor.getByLabel("Penjelasan", { exact: true }).fill("Penugasan itu benar, tetapi warga tidak diberi tahu sebelumnya.");
    await press(assessor, "Kirim penjelasan");
    await expect(assessor.getByRole("main")).toContainText("Menunggu atasan pejabat penilai");
  });
  await test.step("the superior hears both, changes the rating, and the old version stays", async () => {
    await enter(page, "atasan.penilai@medan.example");
    await page.goto(address);
    await page.getByLabel("Catatan pertemuan").fill("Keduanya didengar bersama di ruang rapat sekretariat.");
    await press(page, "Catat");
    await expect(page.getByRole("main")).toContainText("Kedua pihak didengar");
    await page.getByText("Ubah penilaian", { exact: true }).click();
    await rated(page, "Rating perilaku kerja", "Sesuai ekspektasi");
    await page.locator("form").filter({ has: page.getByRole("button", { name: "Putuskan dan ubah" }) }).getByLabel("Alasan", { exact: true }).fill("Penugasan lapangan di luar kendali lurah; pemberitahuan diperbaiki bersama.");
    await press(page, "Putuskan dan ubah");
    await expect(page.getByRole("main")).toContainText("Keberatan diterima; penilaian diubah.");
    await expect(predicate(page)).toContainText(/^Baik/);
    await fitsPhone(page);
  });
  await test.step("the post holder reads both versions, and the one before says that it is not the newest", async () => {
    await asn.goto(address);
    await expect(asn.getByRole("main")).toContainText("Penugasan lapangan di luar kendali lurah");
    await asn.getByRole("link", { name: "Versi 1", exact: true }).click();
    await expect(asn.getByRole("main")).toContainText("Anda membaca versi 1, bukan yang terbaru.");
    await expect(predicate(asn)).toContainText(/^Kurang/);
    await asn.getByRole("link", { name: "Buka versi terbaru" }).click();
  });
  await test.step("its document leaves as files", async () => {
    for (const [name, begins] of [["PDF", "%PDF-"], ["CSV", ""], ["JSON", "{"], ["ZIP lengkap", "PK"]] as const) {
      const [file] = await Promise.all([asn.waitForEvent("download"), asn.getByRole("button", { name, exact: true }).click()]);
      const chunks: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      expect(bytes.length, name).toBeGreaterThan(200);
      expect(bytes.subarray(0, begins.length).toString("latin1"), name).toBe(begins);
    }
  });
  await test.step("for a resident and for the desk of cases there is no such page", async () => {
    for (const email of ["sari@warga.example", "loket.dukcapil@medan.example"]) expect((await (await signedIn(email)).goto(address))?.status(), email).toBe(404);
  });
});

test("the performance team opens periods, sets what a unit reached, and leaves a trace where it looks", async ({ signedIn }) => {
  const team = await signedIn("kinerja@medan.example");
  await team.goto("/petugas/penilaian/periode");
  await expect(heading(team, "Periode evaluasi Kota Medan")).toBeVisible();
  await fitsPhone(team);
  await test.step("what a unit reached needs a word and a reason", async () => {
    await team.getByText("Tetapkan capaian unit").click();
    await press(team, "Simpan");
    await expect(team.getByRole("alert")).toBeVisible();
    await team.getByLabel("Unit", { exact: true }).selectOption({ label: "Kelurahan Bagan Deli" });
    await team.getByLabel("Masa", { exact: true }).selectOption({ index: 0 });
    await tick(team.getByRole("radio", { name: "Baik", exact: true }));
    await team.getByLabel("Dasar penetapan").fill("Rencana aksi kelurahan berjalan sesuai target yang disepakati.");
    await press(team, "Simpan");
    await expect(team.getByRole("listitem").filter({ hasText: "Rencana aksi kelurahan berjalan sesuai target" }).first()).toBeVisible();
  });
  await test.step("assessing is handed over for some days and taken back", async () => {
    await team.goto("/petugas/penilaian/pelimpahan");
    await team.getByText("Limpahkan", { exact: true }).first().click();
    await team.getByRole("button", { name: "Limpahkan", exact: true }).click();
    await expect(team.getByRole("alert")).toBeVisible();
    await fitsPhone(team);
  });
});
