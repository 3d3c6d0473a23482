// The handlers' workspace with the keyboard alone, and with scripting off like every page of the desk.
import { acceptCase, expect, heading, sendFeedback, test, unique, type Page } from "./support.ts";
import type { Locator } from "@playwright/test";

/** Presses the tab key until the focus arrives; it is seen on the way. */
async function tabTo(page: Page, target: Locator) {
  for (let pressed = 0; pressed < 90; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error("the tab key does not lead there");
}

test("several cases get a note, from the queue to the result, with the keyboard alone", async ({ stranger, signedIn }) => {
  const reporter = await stranger();
  for (let sent = 0; sent < 2; sent += 1) await sendFeedback(reporter, { gov: "tebo" });
  const page = await signedIn("petugas@tebo.example");
  const note = unique("Dibahas dalam rapat pagi.");
  await page.goto("/petugas/laporan?antrean=verifikasi");
  await expect(heading(page, "Laporan")).toBeVisible();
  const boxes = page.getByRole("checkbox");
  const references = await boxes.evaluateAll((all) => all.slice(0, 2).map((box) => (box as HTMLInputElement).value.split(":")[0]));
  expect(references.length).toBe(2);
  await test.step("a link leads past the navigation to the list", async () => {
    await tabTo(page, page.getByRole("link", { name: "Langsung ke daftar laporan" }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/#daftar$/);
  });
  await test.step("two are ticked: a box, its title, the next box", async () => {
    await page.keyboard.press("Tab");
    await expect(boxes.first()).toBeFocused();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(boxes.nth(1)).toBeFocused();
    await page.keyboard.press("Space");
    await expect(boxes.first()).toBeChecked();
    await expect(boxes.nth(1)).toBeChecked();
  });
  await test.step("what is done, its preview, and its result", async () => {
    const act = page.getByLabel("Untuk laporan yang dipilih");
    await tabTo(page, act);
    await page.keyboard.type("Tambahkan");
    await expect(act.locator("option:checked")).toHaveText("Tambahkan catatan petugas");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByLabel("Catatan petugas"));
    await page.keyboard.type(note);
    await tabTo(page, page.getByRole("button", { name: "Lihat pratinjau" }));
    await page.keyboard.press("Enter");
    await expect(page.getByText("Siap dikerjakan: 2 dari 2 laporan.")).toBeVisible();
    await expect(page.getByRole("main")).toContainText(note);
    await tabTo(page, page.getByRole("button", { name: "Kerjakan untuk 2 laporan" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toContainText("Selesai untuk 2 dari 2 laporan.");
  });
  for (const reference of references) {
    await page.goto(`/petugas/laporan/${reference}`);
    await expect(page.getByText(note)).toBeVisible();
  }
});

test("a case is taken, a template fills the answer, and the case goes back", async ({ stranger, signedIn }) => {
  const { reference } = await sendFeedback(await stranger(), { gov: "medan", story: unique("Akta kelahiran anak saya belum jadi, sudah dua minggu.") });
  const verifier = await signedIn("verifikator@medan.example");
  await verifier.goto(`/petugas/laporan/${reference}`);
  const title = unique("Akta kelahiran belum jadi");
  await acceptCase(verifier, title, "Dinas Kependudukan dan Pencatatan Sipil");
  const page = await signedIn("loket.dukcapil@medan.example");
  await page.goto("/petugas/laporan?antrean=jawab&petugas=tanpa-petugas");
  await page.getByRole("link", { name: title }).click();
  await expect(heading(page, title)).toBeVisible();
  await page.getByRole("button", { name: "Ambil", exact: true }).click();
  await expect(page.getByText(/Anda memegang laporan ini sejak/)).toBeVisible();
  await page.getByLabel("Templat balasan").selectOption({ label: "Dokumen sudah dapat diambil" });
  await page.getByRole("button", { name: "Pakai" }).click();
  const answer = page.getByRole("textbox", { name: "Jawaban" });
  await expect(answer).toHaveValue(/laporan MDN-\d{4}-[0-9A-Z]+ sudah selesai/);
  await expect(answer).not.toHaveValue(/[{}]/);
  await page.getByRole("button", { name: "Kembalikan ke antrean" }).click();
  await expect(page.getByText("Belum ada petugas yang memegang laporan ini.")).toBeVisible();
});
