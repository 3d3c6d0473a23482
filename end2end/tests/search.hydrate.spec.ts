// Suggestions while one types: with the keyboard, with a finger, and for who listens instead of looking.
import { expect, heading, islandsListen, test, type Page } from "./support.ts";

const field = (page: Page) => page.getByRole("combobox", { name: /Cari layanan/ });
const options = (page: Page) => page.getByRole("listbox", { name: "Saran" }).getByRole("option");

async function open(page: Page, address = "/medan/cari") {
  await page.goto(address);
  await islandsListen(page);
}

test("typing suggests, the arrow keys choose, enter opens", async ({ page }) => {
  await open(page);
  await expect(field(page)).toHaveAttribute("aria-expanded", "false");
  await field(page).pressSequentially("ktp ilang", { delay: 20 });
  await expect(options(page).first()).toContainText("Ganti KTP");
  await expect(field(page)).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("search").getByRole("status")).toContainText(/\d+ saran/);

  await page.keyboard.press("ArrowDown");
  await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", (await options(page).first().getAttribute("id")) ?? "");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(field(page)).not.toHaveAttribute("aria-activedescendant", /./);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Ganti KTP")).toBeVisible();
});

test("escape closes the list and keeps the words; enter without a choice searches", async ({ page }) => {
  await open(page);
  await field(page).pressSequentially("surat pindh", { delay: 20 });
  await expect(options(page).first()).toContainText("Surat pindah");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(field(page)).toHaveValue("surat pindh");
  await expect(field(page)).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Menampilkan hasil untuk “surat pindah”.")).toBeVisible();
});

test("a press on a suggestion opens it, and one beside the list closes it", async ({ page }) => {
  await open(page, "/cari");
  await field(page).pressSequentially("akta lahir", { delay: 20 });
  await expect(options(page).first()).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await field(page).focus();
  await page.keyboard.press("End");
  await page.keyboard.type(" binjai", { delay: 20 });
  await expect(field(page)).toHaveValue("akta lahir binjai");
  await expect(options(page).first()).toContainText("Binjai");
  await options(page).first().click();
  await expect(page).toHaveURL(/\/binjai\/layanan\/akta-kelahiran$/);
});

test("the list fits a small phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await field(page).pressSequentially("surat", { delay: 20 });
  await expect(options(page).nth(3)).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(wide, "nothing sticks out").toBe(false);
  for (const box of await options(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))) expect(box).toBeGreaterThanOrEqual(47);
});
