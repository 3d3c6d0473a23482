// The whole sending flow with the keyboard alone, and where the focus is at every step.
import { expect, heading, onScreen, readConfirmation, test, unique, type Page } from "./support.ts";
import type { Locator } from "@playwright/test";

/** The outline is on what has the focus, or on the box around it. The parts of a date field show theirs in their own way. */
async function focusShows(page: Page) {
  const outlined = await page.evaluate(() => {
    const focused = document.activeElement;
    if (focused instanceof HTMLInputElement && focused.type === "date") return true;
    return [focused, focused?.closest(".choice")].some((one) => {
      if (!one || one === document.body) return false;
      const style = getComputedStyle(one);
      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    });
  });
  expect(outlined, "what has the focus shows it").toBe(true);
}

/** Presses the tab key until the focus arrives; everything on the way must show the focus. */
async function tabTo(page: Page, target: Locator) {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press("Tab");
    await focusShows(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error("the tab key does not lead there");
}

async function pressWithKeyboard(page: Page, name: string) {
  await tabTo(page, page.getByRole("button", { name, exact: true }));
  await page.keyboard.press("Enter");
}

test("a report can be sent with the keyboard alone", async ({ page }) => {
  const story = unique("Jalan berlubang di depan sekolah sudah sebulan.");
  await page.goto("/binjai/lapor");
  await test.step("protection, with the arrow keys", async () => {
    await tabTo(page, page.getByRole("radio", { name: "Tanpa nama" }));
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: "Rahasia" })).toBeChecked();
    await focusShows(page);
    await page.keyboard.press("ArrowUp");
    await expect(page.getByRole("radio", { name: "Tanpa nama" })).toBeChecked();
    await pressWithKeyboard(page, "Lanjut");
  });
  await test.step("what it is about, by its first letters", async () => {
    await onScreen(page, "about");
    const about = page.getByLabel("Layanan atau unit");
    await tabTo(page, about);
    await page.keyboard.type("Saya tidak");
    await expect(about.locator("option:checked")).toHaveText("Saya tidak tahu");
    await pressWithKeyboard(page, "Lanjut");
  });
  await test.step("the story", async () => {
    await onScreen(page, "story");
    await tabTo(page, page.getByRole("radio", { name: "Pengaduan" }));
    await page.keyboard.press("Space");
    await tabTo(page, page.getByLabel("Ceritakan kejadiannya"));
    await page.keyboard.type(story);
    await pressWithKeyboard(page, "Lanjut");
  });
  await test.step("the place; enter in a field goes on, not back", async () => {
    await onScreen(page, "place");
    await tabTo(page, page.getByLabel("Tempat atau patokan"));
    await page.keyboard.type("Gang dua");
    await page.keyboard.press("Enter");
    await onScreen(page, "contact");
  });
  await test.step("back and forward again", async () => {
    await tabTo(page, page.getByRole("button", { name: "Kembali" }));
    await page.keyboard.press("Enter");
    await onScreen(page, "place");
    await expect(page.getByLabel("Tempat atau patokan")).toHaveValue("Gang dua");
    await pressWithKeyboard(page, "Lanjut");
    await onScreen(page, "contact");
    await expect(page.getByLabel("Alamat surel"), "of an anonymous report nothing is told by mail").toHaveCount(0);
    await pressWithKeyboard(page, "Lanjut");
  });
  await test.step("changing an answer, and sending", async () => {
    await onScreen(page, "check");
    await expect(page.getByRole("main")).toContainText(story);
    await tabTo(page, page.getByRole("button", { name: "Ubah Jenis laporan" }));
    await page.keyboard.press("Enter");
    await onScreen(page, "story");
    await tabTo(page, page.getByRole("radio", { name: "Pengaduan" }));
    await page.keyboard.press("ArrowDown");
    await pressWithKeyboard(page, "Lanjut");
    await onScreen(page, "check");
    await expect(page.getByRole("main")).toContainText("Usulan");
    await pressWithKeyboard(page, "Kirim laporan");
    expect((await readConfirmation(page)).reference).toMatch(/^BNJ-/);
  });
});

test("the first press of the tab key offers to skip to the content", async ({ page }) => {
  for (const address of ["/", "/medan", "/medan/lapor", "/lacak", "/medan/forum/baru", "/medan/tidak-ada"]) {
    await page.goto(address);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Langsung ke isi" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await focusShows(page);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/#isi$/);
    await expect(page.getByRole("main")).toBeFocused();
    // The next press is past the header.
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").evaluate((element) => document.querySelector("header.top")?.contains(element))).toBe(false);
  }
});

test("what is wrong is reached with the keyboard", async ({ page }) => {
  await page.goto("/lacak");
  await tabTo(page, page.getByLabel("Tanda terima"));
  await page.keyboard.press("Enter");
  const link = page.getByRole("alert").getByRole("link", { name: "Masukkan 20 angka tanda terima Anda." });
  await expect(link).toBeVisible();
  await tabTo(page, link);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Tanda terima")).toBeFocused();
});

test("the menu of a narrow screen opens with the keyboard", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/medan");
  await tabTo(page, page.locator("summary").filter({ hasText: "Menu" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("banner").getByRole("link", { name: "Laporan warga" }));
  await page.keyboard.press("Enter");
  await expect(heading(page, "Laporan warga")).toBeVisible();
});
