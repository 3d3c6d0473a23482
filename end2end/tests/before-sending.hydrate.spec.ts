// With scripting: what tells who somebody is is pointed out while one types and goes nowhere; a photo is cropped and
// blurred before it is sent, with keys as with a finger.
import { choose, expect, goOn, islandsListen, onScreen, press, smallPhoto, tellStory, test, unique, walkToStory, type Page } from "./support.ts";

const story = (page: Page) => page.getByLabel("Ceritakan kejadiannya");
const pointedOut = (page: Page) => page.locator("#temuan");

test("a number and a name are pointed out after a pause, politely, and nothing is sent", async ({ page }) => {
  await walkToStory(page);
  await islandsListen(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await expect(pointedOut(page)).toHaveAttribute("role", "status");
  await expect(pointedOut(page).locator("#temuan-isi")).toBeHidden();
  await story(page).pressSequentially("Petugas Rina marah, hubungi saya di 0812-3456-7890.");
  await expect(pointedOut(page)).toContainText("Nomor telepon: 0812-3456-7890");
  await expect(pointedOut(page)).toContainText("Rina");
  await expect(story(page)).toBeFocused();
  await story(page).fill("Petugas marah tanpa sebab di loket tiga.");
  await expect(pointedOut(page).locator("#temuan-isi")).toBeHidden();
  expect(asked, "the text stays on the phone").toEqual([]);
  // It never holds anybody up.
  await story(page).fill("NIK saya 9971 0812 0101 0001 dipakai orang lain.");
  await choose(page, "Pengaduan");
  await goOn(page);
  await onScreen(page, "place");
});

async function walkToPlace(page: Page) {
  await walkToStory(page);
  await tellStory(page, "Pengaduan", unique("Saluran air di pasar tersumbat sampah."));
  await goOn(page);
  await onScreen(page, "place");
  await islandsListen(page);
}

/** Size of the photo that the form would send, and the colours at two places of it. */
const toBeSent = (page: Page) =>
  page.locator("#foto").evaluate(async (input: HTMLInputElement) => {
    const picture = await createImageBitmap(input.files![0]);
    const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
    const draw = canvas.getContext("2d")!;
    draw.drawImage(picture, 0, 0);
    const spread = (x: number, y: number) => {
      const dots = draw.getImageData(x, y, 40, 40).data;
      const reds = Array.from({ length: 1600 }, (_, i) => dots[i * 4]);
      return Math.max(...reds) - Math.min(...reds);
    };
    return { name: input.files![0].name, width: picture.width, height: picture.height, spread: [spread(20, 20), spread(picture.width - 60, picture.height - 60)] };
  });

test("a photo is blurred and cropped by keys alone, undone, and used", async ({ page }) => {
  await walkToPlace(page);
  // Stripes two dots wide: what is blurred loses them.
  await page.locator("#foto").evaluate(async (input: HTMLInputElement) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 800, height: 600 });
    const draw = canvas.getContext("2d")!;
    for (let x = 0; x < 800; x += 4) { draw.fillStyle = "#fff"; draw.fillRect(x, 0, 2, 600); draw.fillStyle = "#000"; draw.fillRect(x + 2, 0, 2, 600); }
    const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), "image/png"));
    const files = new DataTransfer();
    files.items.add(new File([blob], "garis.png", { type: "image/png" }));
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  const open = page.getByRole("button", { name: /^Potong atau buramkan garis/ });
  await open.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Potong atau buramkan foto" })).toBeFocused();
  for (const [field, value] of [["Dari kiri", "0"], ["Dari atas", "0"], ["Lebar", "50"], ["Tinggi", "50"]]) await page.getByLabel(field, { exact: true }).fill(value);
  await page.getByLabel("Tinggi", { exact: true }).press("Enter");
  await onScreen(page, "place");
  await page.getByRole("button", { name: "Potong", exact: true }).press("Enter");
  await expect(page.locator("#foto-kabar")).toHaveText("Foto dipotong.");
  await page.getByRole("button", { name: "Urungkan" }).press("Enter");
  for (const [field, value] of [["Dari kiri", "0"], ["Dari atas", "0"], ["Lebar", "50"], ["Tinggi", "50"]]) await page.getByLabel(field, { exact: true }).fill(value);
  await page.getByRole("button", { name: "Buramkan", exact: true }).press("Enter");
  await page.getByRole("button", { name: "Pakai foto ini" }).press("Enter");
  await expect(page.locator("#foto-sunting")).toBeHidden();
  await expect(open).toBeFocused();
  const sent = await toBeSent(page);
  expect([sent.name, sent.width, sent.height]).toEqual(["garis.jpg", 800, 600]);
  expect(sent.spread[0], "the blurred corner has no stripes").toBeLessThan(40);
  expect(sent.spread[1], "the other still has").toBeGreaterThan(120);
  await goOn(page);
  await onScreen(page, "contact");
});

test("a part is marked by drawing over the photo, and cropped", async ({ page }) => {
  await walkToPlace(page);
  await page.locator("#foto").setInputFiles([smallPhoto("satu.png")]);
  await press(page, /^Potong atau buramkan satu/);
  await expect(page.getByRole("heading", { name: "Potong atau buramkan foto" })).toBeFocused();
  const canvas = page.locator("#foto-kanvas");
  await canvas.scrollIntoViewIfNeeded();
  const box = (await canvas.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, box.y + box.height - 1, { steps: 4 });
  await page.mouse.up();
  expect(Number(await page.getByLabel("Lebar", { exact: true }).inputValue())).toBeGreaterThan(40);
  await press(page, "Potong");
  await expect(page.locator("#foto-kabar")).toHaveText("Foto dipotong.");
  await press(page, "Pakai foto ini");
  await expect(page.locator("#foto-sunting")).toBeHidden();
  const size = await page.locator("#foto").evaluate(async (input: HTMLInputElement) => { const made = await createImageBitmap(input.files![0]); return [made.width, made.height]; });
  expect(size[0]).toBeLessThanOrEqual(26);
  expect(size[1]).toBeLessThanOrEqual(18);
  await press(page, /^Potong atau buramkan satu/);
  await expect(page.getByRole("heading", { name: "Potong atau buramkan foto" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("#foto-sunting")).toBeHidden();
});
