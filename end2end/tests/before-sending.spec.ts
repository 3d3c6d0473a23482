// With scripting on and off: the check page points out what tells who somebody is, and a case that is there already can
// be joined instead of being sent again.
import { acceptCase, expect, onScreen, press, readConfirmation, sendFeedback, test, unique, walkToCheck } from "./support.ts";

test("the check page points out a number and sends all the same", async ({ page }) => {
  await walkToCheck(page, { story: unique("Loket tutup, hubungi saya di 0812-3456-7890.") });
  await expect(page.getByRole("heading", { name: "Yang dapat menunjukkan seseorang" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Nomor telepon: 0812-3456-7890");
  await press(page, "Kirim laporan");
  await readConfirmation(page);
});

test("a case like it is offered, and joined", async ({ page, signedIn, stranger }) => {
  const matter = unique("Jembatan bambu kampung Sukaramai ambruk diterjang arus");
  const { reference } = await sendFeedback(page, { story: `${matter}.` });
  const verifier = await signedIn("petugas@binjai.example");
  await verifier.goto(`/petugas/laporan/${reference}`);
  await acceptCase(verifier, "Jembatan bambu ambruk", "Dinas Pekerjaan Umum dan Penataan Ruang");
  const other = await stranger();
  await walkToCheck(other, { story: `Tolong segera diperbaiki, ${matter}!` });
  await expect(other.getByRole("heading", { name: "Mungkin sudah ada yang melaporkan" })).toBeVisible();
  await other.getByRole("listitem").filter({ hasText: reference }).getByRole("button", { name: /Ikut mengalami.*Jembatan bambu ambruk/ }).click();
  await expect(other).toHaveURL(new RegExp(`/binjai/laporan/${reference}`));
  await expect(other.getByRole("main")).toContainText("1 orang ikut mengalami");
  await expect(other.getByRole("main")).toContainText("Anda sudah dihitung");
});
