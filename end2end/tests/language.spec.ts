import { expect, heading, press, test } from "./support.ts";

test("English in the footer turns the pages English, and they stay so", async ({ page, context }) => {
  await test.step("the same page in English", async () => {
    await page.goto("/medan/unit");
    await expect(page.locator("html")).toHaveAttribute("lang", "id");
    await press(page, "English");
    await expect(page).toHaveURL(/\/medan\/unit$/);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("link", { name: "Skip to the content" })).toBeAttached();
  });
  await test.step("every page after it", async () => {
    for (const address of ["/", "/medan", "/medan/layanan", "/medan/laporan", "/medan/forum", "/medan/data", "/medan/lapor", "/lacak", "/masuk", "/catatan", "/privasi", "/medan/tidak-ada"]) {
      await page.goto(address);
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      await expect(page.getByRole("button", { name: "Bahasa Indonesia" })).toBeVisible();
    }
  });
  await test.step("in another tab too, and errors as well", async () => {
    const tab = await context.newPage();
    await tab.goto("/medan/lapor");
    await press(tab, "Continue");
    await expect(tab).toHaveTitle(/^Error: /);
    await expect(tab.locator("html")).toHaveAttribute("lang", "en");
  });
  await test.step("and back", async () => {
    await page.goto("/medan/forum");
    await press(page, "Bahasa Indonesia");
    await expect(page).toHaveURL(/\/medan\/forum$/);
    await expect(page.locator("html")).toHaveAttribute("lang", "id");
    await expect(heading(page, "Forum")).toBeVisible();
  });
});

test("the language can be changed where addresses are not told, too", async ({ page }) => {
  await page.goto("/lacak");
  await press(page, "English");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});
