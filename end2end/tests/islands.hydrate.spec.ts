// What pages do more with scripting: drafts that survive, photos shrunk before they are sent; and that all other pages
// load no script at all.
import { choose, expect, goOn, islandsListen, onScreen, press, readConfirmation, smallPhoto, tellStory, test, unique, walkToStory, type Page } from "./support.ts";

/** The story screen of somebody whose name only staff may see: the anonymous channel keeps no draft. */
const walkInConfidence = (page: Page, gov = "binjai") => walkToStory(page, gov, undefined, "Rahasia");
const story = (page: Page) => page.getByLabel("Ceritakan kejadiannya");
const restored = (page: Page) => page.getByText("Tulisan Anda yang belum terkirim di ponsel ini kami tampilkan kembali.");
const kept = (page: Page) => page.evaluate(() => localStorage.getItem("balai-draf-binjai"));

async function typeDraft(page: Page, text: string) {
  await islandsListen(page);
  await story(page).fill(text);
  expect(await kept(page)).toBe(text);
}

test("a draft comes back after the page was closed, and can be deleted", async ({ context }) => {
  const text = unique("Air PAM di gang kami mati setiap sore");
  await test.step("typed, then closed", async () => {
    const page = await context.newPage();
    await walkInConfidence(page);
    await expect(restored(page)).toBeHidden();
    await typeDraft(page, text);
    await page.close();
  });
  await test.step("in another city there is none of it", async () => {
    const page = await context.newPage();
    await walkInConfidence(page, "tebo");
    await islandsListen(page);
    await expect(story(page)).toHaveValue("");
    await page.close();
  });
  await test.step("opened again", async () => {
    const page = await context.newPage();
    await walkInConfidence(page);
    await expect(story(page)).toHaveValue(text);
    await expect(restored(page)).toBeVisible();
    await press(page, "Hapus tulisan ini");
    await expect(story(page)).toHaveValue("");
    await expect(story(page)).toBeFocused();
    expect(await kept(page)).toBeNull();
    await page.close();
  });
  await test.step("deleted is deleted", async () => {
    const page = await context.newPage();
    await walkInConfidence(page);
    await islandsListen(page);
    await expect(story(page)).toHaveValue("");
    await expect(restored(page)).toBeHidden();
  });
});

test("what the form brings back wins over the draft", async ({ page }) => {
  await walkInConfidence(page);
  await typeDraft(page, "pendek");
  await goOn(page);
  await expect(page.getByRole("alert")).toBeVisible();
  await islandsListen(page);
  await expect(story(page)).toHaveValue("pendek");
  await expect(restored(page)).toBeHidden();
});

test("after sending the draft is gone", async ({ page }) => {
  await walkInConfidence(page);
  await choose(page, "Pengaduan");
  await typeDraft(page, unique("Pohon tumbang menutup jalan ke puskesmas."));
  await goOn(page);
  await onScreen(page, "place");
  await goOn(page);
  await onScreen(page, "contact");
  await goOn(page);
  await onScreen(page, "check");
  expect(await kept(page)).toContain("Pohon tumbang");
  await press(page, "Kirim laporan");
  await readConfirmation(page);
  await expect.poll(() => kept(page)).toBeNull();
  await walkInConfidence(page);
  await islandsListen(page);
  await expect(story(page)).toHaveValue("");
});

test("without a name nothing of it stays on the phone, and what was typed before goes", async ({ page }) => {
  await walkInConfidence(page);
  await typeDraft(page, unique("Petugas loket meminta uang di luar tarif."));
  await walkToStory(page);
  await expect(page.getByText("Laporan tanpa nama: tulisan Anda tidak disimpan di HP ini")).toBeVisible();
  await islandsListen(page);
  await expect(story(page)).toHaveValue("");
  expect(await kept(page)).toBeNull();
  await choose(page, "Pengaduan");
  const secret = unique("Petugas loket meminta uang lagi.");
  await story(page).fill(secret);
  await page.reload();
  await expect(story(page)).toHaveValue("");
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain("loket");
});

async function walkToPlace(page: Page) {
  await walkToStory(page);
  await tellStory(page, "Pengaduan", unique("Saluran air di pasar tersumbat sampah."));
  await goOn(page);
  await onScreen(page, "place");
  await islandsListen(page);
}

/** The photos that the form would send now. */
const toBeSent = (page: Page) =>
  page.getByLabel("Foto (boleh kosong)").evaluate(async (input: HTMLInputElement) => {
    const files = Array.from(input.files ?? []);
    return Promise.all(files.map(async (file) => { const { width, height } = await createImageBitmap(file); return { name: file.name, type: file.type, size: file.size, width, height }; }));
  });

test("chosen photos are shown, only three are taken, and the choice can be cleared", async ({ page }) => {
  await walkToPlace(page);
  const preview = page.getByRole("main").getByRole("status").filter({ hasText: "Foto yang akan dikirim" });
  await expect(preview).toBeHidden();
  await page.getByLabel("Foto (boleh kosong)").setInputFiles([smallPhoto("satu.png"), smallPhoto("dua.png")]);
  await expect(preview.getByRole("img", { name: "satu.png" })).toBeVisible();
  await expect(preview.getByRole("img", { name: "dua.png" })).toBeVisible();
  await expect.poll(() => preview.getByRole("img").evaluateAll((all: HTMLImageElement[]) => all.map((one) => one.naturalWidth))).toEqual([48, 48]);
  await expect(preview.getByText("Hanya 3 foto pertama yang diambil.")).toBeHidden();

  await page.getByLabel("Foto (boleh kosong)").setInputFiles(["a", "b", "c", "d"].map((name) => smallPhoto(`${name}.png`)));
  await expect(preview.getByText("Hanya 3 foto pertama yang diambil.")).toBeVisible();
  await expect(preview.getByRole("img")).toHaveCount(3);
  expect((await toBeSent(page)).map((file) => file.name)).toEqual(["a.png", "b.png", "c.png"]);

  await press(page, "Kosongkan pilihan");
  await expect(preview).toBeHidden();
  expect(await toBeSent(page)).toEqual([]);
  await goOn(page);
  await onScreen(page, "contact");
  await goOn(page);
  await expect(page.getByRole("main")).toContainText("0 foto");
});

// Of a form that goes through the service worker the browser does not tell how long it is.
test.describe("without the service worker", () => {
  test.use({ serviceWorkers: "block" });
  test("big photos are shrunk before they are sent", async ({ page }) => {
    await walkToPlace(page);
    const field = page.getByLabel("Foto (boleh kosong)");
    // A landscape and a portrait as a phone takes them, drawn here and chosen as a person's would be.
    const drawn = await field.evaluate(async (input: HTMLInputElement) => {
      const files = new DataTransfer();
      for (const [name, type, width, height] of [["besar.jpg", "image/jpeg", 3000, 2000], ["tegak.png", "image/png", 1500, 2500]] as const) {
        const canvas = Object.assign(document.createElement("canvas"), { width, height });
        const draw = canvas.getContext("2d")!;
        // Grain, as photos have it: no two dots alike.
        const grain = draw.createImageData(width, 1200);
        for (let i = 0; i < grain.data.length; i += 1) grain.data[i] = i % 4 === 3 ? 255 : 90 + Math.random() * 60;
        draw.putImageData(grain, 0, 400);
        const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), type, 0.95));
        files.items.add(new File([blob], name, { type }));
      }
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      return Array.from(input.files, (file) => file.size);
    });
    await expect(page.getByRole("img", { name: "tegak.png" })).toBeVisible({ timeout: 60_000 });
    const sent = await toBeSent(page);
    expect(sent.map(({ width, height }) => [width, height])).toEqual([[1600, 1066], [960, 1600]]);
    for (const [i, file] of sent.entries()) {
      expect(file.type).toBe("image/jpeg");
      expect(file.size).toBeLessThan(drawn[i]);
    }
    const [request] = await Promise.all([page.waitForRequest((r) => r.method() === "POST" && r.isNavigationRequest()), goOn(page)]);
    const length = Number((await request.allHeaders())["content-length"]);
    expect(length).toBeLessThan(sent[0].size + sent[1].size + 10_000);
    await onScreen(page, "contact");
    await goOn(page);
    await expect(page.getByRole("main")).toContainText("2 foto");
  });
});

test("pages that are only read load no script at all", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (/\.(m?js|wasm)(\?|$)/.test(request.url()) || request.resourceType() === "script") scripts.push(request.url());
  });
  await page.goto("/medan/laporan");
  const published = (await page.getByRole("main").locator("ul.list").getByRole("link").first().getAttribute("href")) ?? "";
  for (const address of ["/", "/medan", "/medan/layanan", "/medan/layanan/akta-kelahiran", "/medan/unit/disdukcapil", "/medan/jabatan/camat-kecamatan-medan-belawan", published, "/medan/forum", "/medan/data", "/catatan", "/privasi", "/lacak"]) {
    expect((await page.goto(address, { waitUntil: "networkidle" }))?.status(), address).toBe(200);
    await expect(page.locator('script:not([type="application/ld+json"])'), address).toHaveCount(0);
  }
  expect(scripts).toEqual([]);
  // The listening works: a page with an island loads one.
  await walkToStory(page);
  await islandsListen(page);
  expect(scripts.some((address) => address.endsWith(".wasm"))).toBe(true);
});

test("pressing escape three times leaves, and forgets the draft", async ({ page }) => {
  await page.route("https://www.bmkg.go.id/**", (route) => route.fulfill({ body: "cuaca", contentType: "text/plain" }));
  await walkInConfidence(page);
  await typeDraft(page, unique("Lampu jalan mati sejak minggu lalu."));
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.keyboard.press("Escape");
  await onScreen(page, "story");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL("https://www.bmkg.go.id/");
  await page.goto("/binjai/lapor");
  expect(await kept(page)).toBeNull();
});
