// What follows from evaluation: coaching, competencies and training, and ideas that become commitments.
import { choose, expect, heading, press, test, tick, unique, type Page } from "./support.ts";
import { crafted, fitsPhone } from "./evidence.ts";

/** A day so many days from now, as a field of a date takes it. */
const inDays = (days: number) => new Date(Date.now() + (7 + 24 * days) * 3600 * 1000).toISOString().slice(0, 10);

test("a coaching is opened with two checks to come; the second waits for another day", async ({ signedIn }) => {
  const assessor = await signedIn("irwan.simanjuntak@medan.example");
  await assessor.goto("/petugas/pembinaan");
  await assessor.getByText(/pegawai yang Anda nilai/).click();
  await fitsPhone(assessor);
  await assessor.getByRole("listitem").filter({ hasText: "Kurnia Harahap" }).filter({ hasText: "Lurah Bagan Deli" }).getByRole("link").last().click();
  await expect(heading(assessor, "Pembinaan untuk Kurnia Harahap")).toBeVisible();
  const reason = unique("Papan jam buka tidak diperbarui dua minggu. Yang diharapkan: papan sesuai jam yang berlaku setiap hari.");
  await test.step("what is missing is said at once, and nothing typed is lost", async () => {
    await assessor.getByLabel("Alasan", { exact: true }).fill(reason);
    await press(assessor, "Buka pembinaan");
    await expect(assessor.getByRole("alert")).toBeVisible();
    await expect(assessor.getByLabel("Alasan", { exact: true })).toHaveValue(reason);
    await fitsPhone(assessor);
  });
  await test.step("it is opened", async () => {
    await assessor.getByLabel("Langkah 1", { exact: true }).fill("Memperbarui papan jam buka setiap Senin pagi");
    await assessor.getByLabel("Selesai paling lambat, langkah 1").fill(inDays(7));
    await assessor.getByLabel("Tanggal tinjauan pertama").fill(inDays(14));
    await assessor.getByLabel("Tanggal tinjauan kedua").fill(inDays(28));
    await press(assessor, "Buka pembinaan");
    await expect(assessor.getByRole("status")).toContainText("Pembinaan dibuka");
    await expect(assessor.getByRole("main")).toContainText("Menunggu tinjauan pertama");
  });
  const address = new URL(assessor.url()).pathname;
  const asn = await signedIn("kurnia.harahap@medan.example");
  await test.step("the person reads all of it, writes their view, and reads who looked", async () => {
    await asn.goto("/petugas/pembinaan");
    await expect(asn.getByRole("heading", { name: "Untuk Anda" })).toBeVisible();
    await asn.goto(address);
    await expect(asn.getByRole("main")).toContainText(reason);
    await asn.getByLabel("Pandangan Anda").fill("Setuju. Papan akan diganti petugas piket, dan saya periksa sendiri.");
    await press(asn, "Simpan pandangan");
    await expect(asn.getByRole("main")).toContainText("saya periksa sendiri");
    await expect(asn.getByRole("main").getByRole("complementary")).toContainText("Irwan Simanjuntak");
    await expect(asn.getByRole("button", { name: "Simpan", exact: true })).toHaveCount(0);
    await fitsPhone(asn);
  });
  await test.step("the first check is written; the second is refused on the same day", async () => {
    await assessor.goto(address);
    await assessor.getByLabel("Yang terlihat").fill("Papan sudah diperbarui pada dua Senin berturut-turut.");
    await press(assessor, "Simpan");
    await expect(assessor.getByRole("main")).toContainText("Menunggu tinjauan kedua");
    const early = await crafted(assessor, { langkah: "tinjauan_2", catatan: "Papan sudah diperbarui pada semua hari yang diperiksa." });
    expect(early.status()).toBe(409);
  });
  await test.step("nobody else finds it", async () => {
    for (const email of ["kepegawaian@medan.example", "penghubung@medan.example", "admin@medan.example"]) expect((await (await signedIn(email)).goto(address))?.status(), email).toBe(404);
  });
});

test("a coaching that was checked once is checked again and ends", async ({ signedIn, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === true, "the told coaching ends once, and its page has no script");
  const assessor = await signedIn("irwan.simanjuntak@medan.example");
  await assessor.goto("/petugas/pembinaan");
  await assessor.getByRole("listitem").filter({ hasText: "Kurnia Harahap" }).filter({ hasText: "Menunggu tinjauan kedua" }).getByRole("link").last().click();
  await expect(assessor.getByRole("main")).toContainText("Jadwal jaga sudah dipasang");
  await assessor.getByLabel("Yang terlihat").fill("Loket dijaga penuh pada semua hari yang diperiksa.");
  await press(assessor, "Simpan");
  await expect(assessor.getByRole("main")).toContainText("Menunggu hasil");
  await choose(assessor, "Membaik");
  await assessor.getByLabel("Yang terlihat").fill("Harapan terpenuhi; jadwal jaga dipakai seterusnya.");
  await press(assessor, "Simpan");
  await expect(assessor.getByRole("main")).toContainText("jadwal jaga dipakai seterusnya");
  await expect(assessor.getByRole("button", { name: "Simpan", exact: true })).toHaveCount(0);
});

test("training is planned for a gap, marked as done, and the person reads who looked and why", async ({ signedIn }) => {
  const office = await signedIn("kepegawaian@medan.example");
  const purpose = unique("Menyusun rencana pelatihan");
  const topic = unique("Berbicara jelas di loket");
  await test.step("nobody is shown without a purpose", async () => {
    await office.goto("/petugas/talenta");
    await fitsPhone(office);
    await press(office, "Tampilkan dan catat");
    await expect(office.getByRole("alert")).toBeVisible();
    await office.getByLabel("Untuk keperluan apa").fill(purpose);
    await press(office, "Tampilkan dan catat");
    await expect(office.getByRole("main")).toContainText(`Keperluan: ${purpose}`);
    await fitsPhone(office);
    await office.getByRole("link", { name: "Kurnia Harahap" }).click();
    await expect(heading(office, "Pengembangan Kurnia Harahap")).toBeVisible();
    await fitsPhone(office);
  });
  await test.step("a training is planned and marked as done with its proof", async () => {
    await office.getByLabel("Topik").fill(topic);
    await office.getByLabel("Jam pelajaran (JP)").fill("8");
    await office.getByLabel("Penyelenggara").fill("BKPSDM Kota Medan");
    await office.getByLabel("Tanggal rencana").fill(inDays(-1));
    await press(office, "Simpan rencana");
    const item = office.getByRole("listitem").filter({ hasText: topic });
    await expect(item).toContainText("Direncanakan");
    await item.getByRole("link", { name: /Catat selesai/ }).click();
    await item.getByLabel("JP yang selesai").fill("8");
    await item.getByLabel("Selesai pada").fill(inDays(-1));
    await item.getByLabel("Bukti").fill("Sertifikat contoh 12");
    await item.getByRole("button", { name: "Simpan" }).click();
    await expect(item).toContainText(/Selesai .*8 JP/);
  });
  await test.step("the person reads the training, and who looked for what", async () => {
    const asn = await signedIn("kurnia.harahap@medan.example");
    await asn.goto("/petugas/pengembangan");
    await expect(asn.getByRole("main")).toContainText(topic);
    await expect(asn.getByRole("main").getByRole("complementary")).toContainText(purpose);
    await expect(asn.getByRole("button", { name: "Simpan rencana" })).toHaveCount(0);
    await fitsPhone(asn);
  });
  await test.step("the overview is the office's, and a wrong amount is said", async () => {
    await office.goto("/petugas/pelatihan");
    await expect(heading(office, "Pelatihan dan anggaran")).toBeVisible();
    await office.getByLabel("Anggaran", { exact: true }).fill("banyak");
    await press(office, "Simpan");
    await expect(office.getByRole("alert")).toBeVisible();
    const other = await signedIn("penghubung@medan.example");
    for (const address of ["/petugas/pelatihan", "/petugas/talenta"]) expect((await other.goto(address))?.status(), address).toBe(404);
  });
});

async function proposes(page: Page, title: string) {
  await page.goto("/petugas/gagasan/baru");
  await page.getByLabel("Gagasan dalam satu kalimat").fill(title);
  await press(page, "Kirim gagasan");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Gagasan dalam satu kalimat")).toHaveValue(title);
  await fitsPhone(page);
  await page.getByLabel("Uraian").fill("Warga sering pulang karena berkasnya kurang. Daftar syarat ditempel di pagar, huruf besar.");
  await page.getByLabel("Unit yang dituju").selectOption({ label: "Kecamatan Medan Belawan" });
  await press(page, "Kirim gagasan");
  await expect(page.getByRole("status")).toContainText("Gagasan terkirim");
}

test("an idea is supported, answered, and becomes a commitment that everyone can hold the unit to", async ({ stranger, signedIn }) => {
  const title = unique("Daftar syarat besar di pagar kantor");
  const asn = await signedIn("kurnia.harahap@medan.example");
  await proposes(asn, title);
  const address = new URL(asn.url()).pathname;
  await test.step("a colleague supports it and comments", async () => {
    const colleague = await signedIn("penghubung@medan.example");
    await colleague.goto("/petugas/gagasan");
    await fitsPhone(colleague);
    await colleague.getByRole("link", { name: title }).click();
    await colleague.getByRole("button", { name: /^Dukung/ }).click();
    await colleague.getByLabel("Komentar Anda").fill("Setuju, dan sebaiknya ada juga di halaman layanan.");
    await press(colleague, "Kirim komentar");
    await expect(colleague.getByRole("main")).toContainText("sebaiknya ada juga di halaman layanan");
    await fitsPhone(colleague);
  });
  const promise = unique("Daftar syarat dipasang di pagar kantor kecamatan");
  const head = await signedIn("irwan.simanjuntak@medan.example");
  await test.step("the head of the unit accepts; without a day it is no commitment", async () => {
    await head.goto("/petugas/gagasan");
    await expect(head.getByRole("region", { name: "Menunggu jawaban Anda" })).toContainText(title);
    await head.goto(address);
    await choose(head, "Diterima, menjadi komitmen");
    await head.getByLabel("Penjelasan").fill("Gagasan yang baik dan murah. Kami kerjakan bulan depan.");
    await head.getByLabel("Yang akan dikerjakan").fill(promise);
    await press(head, "Kirim jawaban");
    await expect(head.getByRole("alert")).toBeVisible();
    await expect(head.getByLabel("Yang akan dikerjakan")).toHaveValue(promise);
    await head.getByLabel("Selesai paling lambat").fill(inDays(30));
    await head.getByLabel("Jabatan penanggung jawab").selectOption({ index: 1 });
    await tick(head.getByRole("checkbox", { name: /Tampilkan di halaman umum/ }));
    await press(head, "Kirim jawaban");
    await expect(head.getByRole("heading", { name: "Komitmen unit" })).toBeVisible();
    await fitsPhone(head);
  });
  const reader = await stranger();
  await test.step("everyone reads the promise with its day, and not who had the idea", async () => {
    await reader.goto("/medan/unit/kecamatan-medan-belawan");
    const item = reader.getByRole("listitem").filter({ hasText: promise });
    await expect(item).toContainText("Berjalan");
    await expect(reader.getByRole("main")).not.toContainText("Kurnia Harahap");
    await expect(reader.getByRole("main")).not.toContainText(title);
  });
  await test.step("the head tells of it until it is done", async () => {
    for (const [step, news] of [["Kemajuan", "Bahan sudah dicetak dan diperiksa bersama pengusul."], ["Selesai", "Daftar terpasang di pagar dan dapat dibaca dari jalan."]] as const) {
      await choose(head, step);
      await head.getByLabel("Isi kabar").fill(news);
      await press(head, "Simpan kabar");
      await expect(head.getByRole("main")).toContainText(news);
    }
    await expect(head.getByRole("button", { name: "Simpan kabar" })).toHaveCount(0);
    await reader.reload();
    await expect(reader.getByRole("listitem").filter({ hasText: promise })).toContainText("Selesai");
  });
});
