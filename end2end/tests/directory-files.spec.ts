// An administrator brings the directory as a file in a real browser: what it would do is shown first, then it is done.
import { readFile } from "node:fs/promises";
import { expect, heading, press, test, unique, type File, type Page } from "./support.ts";

const desk = "/petugas/direktori/medan/berkas";
const csv = (name: string, text: string): File => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

async function bring(page: Page, file: File, reason: string) {
  await page.goto(desk);
  await page.getByLabel("Isi berkas").selectOption({ label: "Unit" });
  await page.getByLabel("Berkas CSV atau XLSX").setInputFiles(file);
  await page.getByLabel("Alasan").fill(reason);
  await press(page, "Uji coba");
}

/** How many rows the dry run counts under a name. */
const counted = (page: Page, name: string) => page.locator("dl.facts > div").filter({ has: page.getByText(name, { exact: true }) }).locator("dd");

test("a CSV file is tried, corrected, tried again and applied", async ({ signedIn, stranger }) => {
  const admin = await signedIn("admin@medan.example");
  const name = unique("Pos Layanan");
  const address = name.toLowerCase().replaceAll(" ", "-");
  const head = "alamat_halaman,nama,jenis,induk,jam,berakhir\n";
  const added = `${address},${name},dinas,pemerintah,08.00–14.00,\n`;
  const reason = unique("Pos layanan dibuka di pasar");

  await test.step("a row that cannot be is named with its line, and nothing is applied", async () => {
    await bring(admin, csv("unit.csv", `${head}${added}disdukcapil,,gedung,pemerintah,,\n`), reason);
    await expect(heading(admin, "Uji coba: Unit")).toBeVisible();
    await expect(counted(admin, "Ditolak")).toHaveText("1");
    await expect(admin.getByRole("region", { name: "Ditolak" }).getByRole("rowheader").first()).toHaveText("3");
    await expect(admin.getByRole("button", { name: "Terapkan" })).toHaveCount(0);
  });
  await test.step("the corrected file says what it would add", async () => {
    await bring(admin, csv("unit.csv", `${head}${added}`), reason);
    await expect(counted(admin, "Ditambah")).toHaveText("1");
    await expect(counted(admin, "Ditolak")).toHaveText("0");
    await expect(admin.getByRole("main")).toContainText(name);
    const public_page = await (await stranger()).goto(`/medan/unit/${address}`);
    expect(public_page?.status(), "nothing has changed yet").toBe(404);
  });
  await test.step("it is applied, and everyone finds it", async () => {
    await press(admin, "Terapkan");
    await expect(admin.getByRole("status")).toContainText("Berkas diterapkan");
    const anyone = await stranger();
    await anyone.goto(`/medan/unit/${address}`);
    await expect(heading(anyone, name)).toBeVisible();
    await expect(anyone.getByRole("main")).toContainText("08.00–14.00");
  });
  await test.step("another file changes it", async () => {
    await bring(admin, csv("unit.csv", `alamat_halaman,jam\n${address},07.30–12.00\n`), reason);
    await expect(counted(admin, "Diubah")).toHaveText("1");
    await expect(counted(admin, "Ditambah")).toHaveText("0");
    await press(admin, "Terapkan");
    await expect(admin.getByRole("status")).toContainText("Berkas diterapkan");
    await admin.goto(`/medan/unit/${address}`);
    await expect(admin.getByRole("main")).toContainText("07.30–12.00");
  });
  await test.step("and a last one ends it", async () => {
    const inMonth = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    await bring(admin, csv("unit.csv", `alamat_halaman,berakhir\n${address},${inMonth}\n`), reason);
    await expect(counted(admin, "Diakhiri")).toHaveText("1");
    await press(admin, "Terapkan");
    await expect(admin.getByRole("status")).toContainText("Berkas diterapkan");
  });
});

test("the workbook that was taken home comes back unchanged", async ({ signedIn }) => {
  const admin = await signedIn("admin@medan.example");
  // Somebody else may change a unit between the two: then it is taken home once more.
  await expect(async () => {
    await admin.goto(desk);
    const [download] = await Promise.all([admin.waitForEvent("download"), admin.getByRole("link", { name: "XLSX Unit" }).click()]);
    const buffer = await readFile(await download.path());
    expect(buffer.subarray(0, 2).toString(), "a workbook is a ZIP file").toBe("PK");
    await bring(admin, { name: download.suggestedFilename(), mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer }, "Dibawa pulang dan kembali");
    await expect(heading(admin, "Uji coba: Unit")).toBeVisible();
    await expect(admin.getByRole("main")).toContainText("Berkas ini sama dengan keadaan yang tercatat", { timeout: 1000 });
  }).toPass({ timeout: 90_000 });
  await expect(counted(admin, "Diubah")).toHaveText("0");
  expect(Number(await counted(admin, "Tetap").innerText())).toBeGreaterThan(40);
});

test("what is no table is refused by name, and what was typed stays", async ({ signedIn }) => {
  const admin = await signedIn("admin@medan.example");
  await bring(admin, { name: "unit.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: Buffer.from("PK\u0003\u0004bukan lembar kerja") }, "Berkas yang rusak");
  await expect(admin.getByRole("alert")).toContainText("Berkas ini belum dapat dibaca");
  await expect(admin.getByLabel("Alasan")).toHaveValue("Berkas yang rusak");
  await expect(admin.getByRole("region", { name: "Ditolak" })).toContainText("bukan tabel CSV atau XLSX");
});
