// Following: one press with an account, a confirmed address without one; one's own list, and the end of it. All of it without
// scripting, too.
import { expect, heading, press, test } from "./support.ts";

test("following with an account, from a unit's page to one's own list", async ({ signedIn }) => {
  const resident = await signedIn("sari@warga.example");
  await resident.goto("/binjai/unit/disdukcapil");
  const card = resident.getByRole("region", { name: "Kabar", exact: true });
  // The demonstration is shared: whoever was here before may have left it followed.
  if (await card.getByRole("button", { name: "Berhenti mengikuti" }).count()) await card.getByRole("button", { name: "Berhenti mengikuti" }).click();
  await card.getByRole("button", { name: "Ikuti kabarnya" }).click();
  await expect(card).toContainText("Anda mengikuti ini");
  await card.getByRole("link", { name: "Atur seberapa banyak dan seberapa sering" }).click();
  await resident.getByLabel("Seberapa banyak").selectOption("jawaban");
  await resident.getByLabel("Seberapa sering").selectOption("mingguan");
  await press(resident, "Simpan");
  await resident.goto("/akun/kabar");
  await expect(heading(resident, "Kabar yang saya ikuti")).toBeVisible();
  const item = resident.getByRole("listitem").filter({ has: resident.locator('a[href="/binjai/unit/disdukcapil"]') });
  await expect(item.getByLabel("Seberapa banyak")).toHaveValue("jawaban");
  await expect(item.getByLabel("Seberapa sering")).toHaveValue("mingguan");
  await item.getByRole("button", { name: "Berhenti mengikuti" }).click();
  await expect(resident.locator('main a[href="/binjai/unit/disdukcapil"]')).toHaveCount(0);
});

test("without an account the address is asked for, and what is wrong is said", async ({ stranger }) => {
  const page = await stranger();
  await page.goto("/binjai/unit/disdukcapil");
  await page.getByRole("region", { name: "Kabar", exact: true }).getByRole("link", { name: "Ikuti kabarnya" }).click();
  await page.getByLabel("Alamat surel").fill("bukan alamat");
  await press(page, "Kirim tautan ke surel saya");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Alamat surel")).toHaveValue("bukan alamat");
  await page.getByLabel("Alamat surel").fill("orang@surel.example");
  await press(page, "Kirim tautan ke surel saya");
  await expect(page.getByRole("main")).toContainText("Ya, ikuti");
  await page.goto(`/kabar/${"0".repeat(64)}`);
  await expect(heading(page, "Tautan ini tidak kami kenal")).toBeVisible();
});
