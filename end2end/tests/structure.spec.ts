// The organisation chart and the job map: reached and read with the keyboard, and on a narrow screen the list first.
import { expect, heading, test, type Page } from "./support.ts";
import type { Locator } from "@playwright/test";

/** Presses the tab key until the focus arrives. */
async function tabTo(page: Page, target: Locator, most = 90) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error("the tab key does not lead there");
}

const region = (page: Page) => page.getByRole("region", { name: "Gambar yang dapat digeser ke samping" });

test("the job map is reached from a unit and read with the keyboard", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/medan/unit/disdukcapil");
  await tabTo(page, page.getByRole("link", { name: "Peta jabatan", exact: true }));
  await page.keyboard.press("Enter");
  await expect(heading(page, "Peta jabatan Dinas Kependudukan dan Pencatatan Sipil")).toBeVisible();
  const picture = region(page);
  await tabTo(page, picture);
  const first = picture.getByRole("link").first();
  await tabTo(page, first, 1);
  const border = await first.locator("rect").evaluate((box) => parseFloat(getComputedStyle(box).strokeWidth));
  expect(border, "the box with the focus shows it").toBeGreaterThanOrEqual(3);
  await page.keyboard.press("Enter");
  await expect(heading(page, "Kepala Dinas Kependudukan dan Pencatatan Sipil")).toBeVisible();
});

test("every box of the chart stands in the list too", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/medan/unit");
  await page.getByRole("link", { name: "Bagan organisasi" }).click();
  await expect(heading(page, "Bagan organisasi Pemerintah Kota Medan")).toBeVisible();
  await expect(region(page)).toBeVisible();
  const hrefs = (inside: Locator) => inside.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const boxes = await hrefs(region(page));
  expect(boxes.length).toBeGreaterThan(45);
  const listed = await hrefs(page.locator(".chart-list"));
  expect(boxes.filter((box) => !listed.includes(box))).toEqual([]);
});

test("no words leave their box", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const address of ["/medan/unit/pemerintah/bagan", "/medan/unit/disdukcapil/peta", "/medan/unit/kecamatan-medan-belawan/peta"]) {
    await page.goto(address);
    const outside = await region(page).locator("a").evaluateAll((boxes) =>
      boxes.flatMap((box) => {
        const edge = box.querySelector("rect")!.getBoundingClientRect();
        return Array.from(box.querySelectorAll("text"))
          .filter((text) => text.getBoundingClientRect().right > edge.right || text.getBoundingClientRect().bottom > edge.bottom)
          .map((text) => text.textContent);
      }),
    );
    expect(outside, address).toEqual([]);
  }
});

test("on a narrow screen the list comes first and the picture is folded", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const address of ["/medan/unit/pemerintah/bagan", "/medan/unit/disdukcapil/peta"]) {
    await page.goto(address);
    await expect(region(page)).toBeHidden();
    const fold = page.locator("summary").filter({ hasText: "Lihat gambarnya" });
    await fold.focus();
    await page.keyboard.press("Enter");
    await expect(region(page)).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(region(page)).toBeFocused();
    // The picture moves sideways inside its region, and the page does not.
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => region(page).evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
});
