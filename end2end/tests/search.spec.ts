// Finding something, with scripting and without.
import { expect, heading, press, test } from "./support.ts";

test("from the front page to the service, in everyday words", async ({ page }) => {
  await page.goto("/medan");
  await page.getByRole("searchbox").fill("ktp ilang");
  await press(page, "Cari");
  await expect(page).toHaveURL(/\/medan\/cari\?q=ktp/);
  const services = page.getByRole("region", { name: "Layanan", exact: true });
  await services.getByRole("link").first().click();
  await expect(heading(page, "Ganti KTP")).toBeVisible();
});

test("a mistyped word is corrected, and it is said", async ({ page }) => {
  await page.goto("/medan/cari?q=surat+pindh");
  await expect(page.getByText("Menampilkan hasil untuk “surat pindah”.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Layanan", exact: true }).getByRole("link").first()).toHaveText("Surat pindah");
});

test("who issues the birth certificate in Binjai, asked in the whole country's search", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("searchbox").fill("akta lahir binjai");
  await press(page, "Cari");
  await page.getByRole("region", { name: "Layanan", exact: true }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/binjai\/layanan\/akta-kelahiran$/);
});

test("where nothing is found, the page says where to go", async ({ page }) => {
  await page.goto("/medan/cari?q=xyzzyqwert");
  await expect(page.getByRole("heading", { name: "Belum ada yang ditemukan" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Lihat semua layanan" }).click();
  await expect(page).toHaveURL(/\/medan\/layanan$/);
});
