// A resident on a small phone finds what a service takes, and who does what the government does not.
import { expect, heading, test } from "./support.ts";

const phone = { width: 360, height: 800 };

test("from the front page to the birth certificate in two taps, the answer in the first screen", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto("/binjai");
  await page.getByRole("main").getByRole("link", { name: "Kelahiran anak", exact: true }).click();
  await page.getByRole("main").getByRole("link", { name: "Akta kelahiran", exact: true }).click();
  await expect(heading(page, "Akta kelahiran")).toBeVisible();
  const card = page.getByRole("region", { name: "Singkatnya" });
  for (const question of ["Yang dibawa", "Lamanya", "Biaya", "Penanggung jawab", "Tempat dan jam buka"]) {
    await expect(card.getByText(question, { exact: true })).toBeInViewport();
  }
  await expect(card.getByRole("link", { name: "Sampaikan laporan tentang layanan ini" })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
});

test("a service of every ward leads to the resident's ward", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto("/medan/layanan/sktm");
  await page.getByRole("link", { name: "Pilih kelurahan Anda" }).click();
  await page.getByRole("link", { name: "Medan Belawan", exact: true }).click();
  await page.getByRole("link", { name: "Bagan Deli", exact: true }).click();
  const card = page.getByRole("region", { name: "Singkatnya" });
  await expect(card).toContainText("Lurah Bagan Deli");
  await card.getByRole("link", { name: "Sampaikan laporan tentang layanan ini" }).click();
  await expect(page).toHaveURL(/wilayah=12\.71\.08\.1006$/);
});

test("what others do is no dead end", async ({ page }) => {
  await page.goto("/medan/layanan");
  await page.getByRole("link", { name: "Paspor", exact: true }).click();
  await expect(heading(page, "Paspor")).toBeVisible();
  await expect(page.getByRole("link", { name: "Buka imigrasi.go.id" })).toHaveAttribute("href", "https://www.imigrasi.go.id");
  await expect(page.getByRole("main")).toContainText("Yang dapat Anda urus di Kota Medan");
});

test("letters and areas are addresses", async ({ page }) => {
  await page.goto("/medan/layanan?cara=abjad");
  await page.getByRole("link", { name: "Layanan berawalan K" }).click();
  await expect(page).toHaveURL(/huruf=K$/);
  await expect(page.getByRole("main")).toContainText("Kartu Keluarga");
  await page.getByRole("navigation", { name: "Cara menelusuri layanan" }).getByRole("link", { name: "Unit" }).click();
  await page.getByRole("link", { name: "Dinas Kependudukan dan Pencatatan Sipil" }).click();
  await expect(page).toHaveURL(/unit=disdukcapil$/);
  await expect(page.getByRole("main")).toContainText("Akta kelahiran");
});
