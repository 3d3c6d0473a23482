// Every page of evaluation and of what follows from it: under axe in the light and in the dark, and no wider than a phone.
import { isAccessible } from "./axe.ts";
import { enter, fitsPhone } from "./evidence.ts";
import { press, test, type Page } from "./support.ts";

async function looksRight(page: Page, name: string) {
  await isAccessible(page, name);
  await fitsPhone(page);
}

async function pagesLookRight(page: Page, addresses: string[]) {
  for (const address of addresses) {
    await page.goto(address);
    await looksRight(page, address);
  }
}

/** Follows the link of the list that has these words in its row. */
async function openRow(page: Page, address: string, ...words: (string | RegExp)[]) {
  await page.goto(address);
  let row = page.getByRole("main").getByRole("listitem");
  for (const word of words) row = row.filter({ hasText: word });
  await row.getByRole("link").last().click();
}

const desk = "/petugas/penilaian";

test("what is kept about oneself", async ({ page }) => {
  await enter(page, "kurnia.harahap@medan.example");
  await pagesLookRight(page, [`${desk}/kinerja`, `${desk}/jejak`, "/petugas/pembinaan", "/petugas/pengembangan", "/petugas/gagasan", "/petugas/gagasan/baru"]);
  await openRow(page, `${desk}/kinerja`, /SKP \d{4}/, "Disepakati");
  await looksRight(page, "a plan that is agreed on");
  await openRow(page, `${desk}/kinerja`, "Menunggu atasan pejabat penilai");
  await looksRight(page, "an evaluation with an objection");
  await openRow(page, "/petugas/pembinaan", /tinjauan/);
  await looksRight(page, "one's own coaching");
});

test("what an assessor does", async ({ page }) => {
  await enter(page, "irwan.simanjuntak@medan.example");
  await pagesLookRight(page, [desk, `${desk}/pegawai`, `${desk}/pelimpahan`, "/petugas/pembinaan"]);
  await openRow(page, `${desk}/pegawai`, /SKP \d{4}/, "Menunggu persetujuan");
  await looksRight(page, "a plan to agree on");
  await press(page, "Kembalikan");
  await looksRight(page, "a plan that is sent back without a note");
  await openRow(page, `${desk}/pegawai`, "Fajar Simanjuntak", "Menunggu pejabat penilai");
  await looksRight(page, "an evaluation to rate");
  await press(page, "Serahkan kepada pegawai");
  await looksRight(page, "an evaluation with mistakes");
  await page.goto("/petugas/pembinaan");
  await page.getByText(/pegawai yang Anda nilai/).click();
  await page.getByRole("link", { name: "Fitri Damanik" }).click();
  await press(page, "Buka pembinaan");
  await looksRight(page, "a coaching with mistakes");
  await openRow(page, `${desk}?daftar=selesai`, /Diterima/);
  await looksRight(page, "a card that is decided");
  await page.getByText("Perbaiki keputusan ini").click();
  await looksRight(page, "a decision to correct");
});

test("what the performance team and the personnel office see", async ({ signedIn }) => {
  const team = await signedIn("kinerja@medan.example");
  await pagesLookRight(team, [`${desk}/periode/medan`, `${desk}/tertahan`, `${desk}/pelimpahan`]);
  await team.goto(`${desk}/periode/medan`);
  await team.getByText("Tetapkan capaian unit").click();
  await press(team, "Simpan");
  await looksRight(team, "what a unit reached, with mistakes");
  const office = await signedIn("kepegawaian@medan.example");
  await office.goto("/petugas/talenta");
  await press(office, "Tampilkan dan catat");
  await looksRight(office, "a search without a purpose");
  await office.getByLabel("Untuk keperluan apa").fill("Memeriksa halaman kotak talenta");
  await press(office, "Tampilkan dan catat");
  await looksRight(office, "the nine boxes");
  await office.getByRole("link", { name: "Ratna Pulungan" }).click();
  await press(office, "Simpan rencana");
  await looksRight(office, "somebody's development, with mistakes");
});

test("ideas, improvements and what is published", async ({ signedIn, stranger }) => {
  const handler = await signedIn("penghubung@medan.example");
  await handler.goto("/petugas/perbaikan");
  await press(handler, "Umumkan");
  await looksRight(handler, "an improvement with mistakes");
  await handler.goto("/petugas/gagasan");
  await handler.getByRole("link", { name: "Jadwal keliling perekaman KTP per kelurahan" }).click();
  await looksRight(handler, "an idea that became a commitment");
  await pagesLookRight(handler, ["/petugas/laporan/templat", "/petugas/laporan/serah-terima"]);
  await pagesLookRight(await stranger(), ["/medan/kinerja", "/medan/unit/kecamatan-medan-belawan"]);
});
