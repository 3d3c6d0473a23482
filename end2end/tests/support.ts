// What several tests do: signing in, walking the sending flow, making photos.
import { randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";
import { test as base, expect, type Browser, type Locator, type Page } from "@playwright/test";

export { expect, type Page };

/** A person with a browser of their own. */
type People = {
  /** Someone without an account. */
  stranger: () => Promise<Page>;
  /** One of the demonstration's people, signed in through the sign-in page. */
  signedIn: (email: string) => Promise<Page>;
};

export const test = base.extend<People>({
  stranger: async ({ browser }, use) => withBrowsers(browser, (open) => use(open)),
  signedIn: async ({ browser }, use) =>
    withBrowsers(browser, (open) =>
      use(async (email) => {
        const page = await open();
        await signIn(page, email);
        return page;
      }),
    ),
});

async function withBrowsers(browser: Browser, use: (open: () => Promise<Page>) => Promise<void>) {
  const contexts: { close(): Promise<void> }[] = [];
  await use(async () => {
    const context = await browser.newContext();
    contexts.push(context);
    return context.newPage();
  });
  for (const context of contexts) await context.close();
}

export async function signIn(page: Page, email: string) {
  await page.goto("/masuk");
  await page.getByRole("button", { name: email }).click();
  await expect(page.getByRole("heading", { name: "Kabar untuk Anda" })).toBeVisible();
}

/** The words, made unlike those of any other test or run. */
export function unique(words: string): string {
  const letters = Array.from(randomBytes(8), (byte) => String.fromCharCode(97 + (byte % 26))).join("");
  return `${words} ${letters}`;
}

export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole("heading", { level: 1, name });
export const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" }).click();

/** Presses on a radio button or a box to tick. Its label lies over it, so what is pressed is the label, as by a finger. */
export const tick = (button: Locator) => button.check({ force: true });
export const choose = (page: Page, name: string) => tick(page.getByRole("radio", { name, exact: true }));

// The sending flow.

export const screens = {
  protection: "Siapa yang boleh tahu?",
  about: "Laporan ini tentang apa?",
  story: "Apa yang terjadi?",
  place: "Di mana terjadinya?",
  contact: "Ingin dikabari lewat surel?",
  check: "Periksa sebelum dikirim",
  sent: "Laporan Anda sudah kami terima",
};

export const goOn = (page: Page) => press(page, "Lanjut");
export const onScreen = (page: Page, screen: keyof typeof screens) => expect(heading(page, screens[screen])).toBeVisible();

export type File = { name: string; mimeType: string; buffer: Buffer };
export type Feedback = { gov?: string; kind?: string; story?: string; name?: string; photos?: File[] };

/** From the first screen to "Apa yang terjadi?", about nothing in particular. */
export async function walkToStory(page: Page, gov = "binjai", name?: string, protection = name ? "Dengan nama" : "Tanpa nama") {
  await page.goto(`/${gov}/lapor`);
  await onScreen(page, "protection");
  await choose(page, protection);
  if (name) await page.getByLabel("Nama Anda").fill(name);
  await goOn(page);
  await onScreen(page, "about");
  await page.getByLabel("Layanan atau unit").selectOption({ label: "Saya tidak tahu" });
  await goOn(page);
  await onScreen(page, "story");
}

export async function tellStory(page: Page, kind: string, story: string) {
  await choose(page, kind);
  await page.getByLabel("Ceritakan kejadiannya").fill(story);
}

/** Every screen up to the check page. */
export async function walkToCheck(page: Page, feedback: Feedback = {}) {
  await walkToStory(page, feedback.gov, feedback.name);
  await tellStory(page, feedback.kind ?? "Pengaduan", feedback.story ?? unique("Lampu jalan di depan pasar mati sejak minggu lalu."));
  await goOn(page);
  await onScreen(page, "place");
  if (feedback.photos) await page.getByLabel("Foto (boleh kosong)").setInputFiles(feedback.photos);
  await goOn(page);
  await onScreen(page, "contact");
  await goOn(page);
  await onScreen(page, "check");
}

/** What the confirmation says; the receipt as it is printed, in groups. */
export async function readConfirmation(page: Page): Promise<{ reference: string; receipt: string }> {
  await onScreen(page, "sent");
  const lead = await page.getByText(/Nomor laporan: /).innerText();
  const receipt = await page.locator(".receipt").innerText();
  return { reference: lead.replace(/^.*: /, "").trim(), receipt: receipt.trim().replace(/\s+/g, " ") };
}

export async function sendFeedback(page: Page, feedback: Feedback = {}) {
  await walkToCheck(page, feedback);
  await press(page, "Kirim laporan");
  return readConfirmation(page);
}

export async function followByReceipt(page: Page, receipt: string) {
  await page.goto("/lacak");
  await page.getByLabel("Tanda terima").fill(receipt);
  await press(page, "Lihat laporan");
  await expect(page).toHaveURL(/\/lacak\/laporan$/);
}

/** Accepts a new case as its verifier, from the page of the case; the suggested unit stays, or the given one is chosen. */
export async function acceptCase(page: Page, headline: string, unit?: string) {
  await page.getByRole("textbox", { name: "Judul" }).fill(headline);
  if (unit) await page.getByLabel("Unit yang menjawab").selectOption({ label: unit });
  await press(page, "Terima dan teruskan");
  await expect(page.getByRole("status")).toContainText("Tersimpan");
}

/** The script of the page has come, and its islands listen. */
export const islandsListen = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-islands", "ready");

// Photos.

/** A small PNG of one colour, with noise in its last row so that no two are the same file. */
export const smallPhoto = (name = "foto.png"): File => photo(name, 48, 32, 24);

/** Noise: even shrunk as the page does it, some hundred kilobytes. */
export const bigPhoto = (name = "foto.png"): File => photo(name, 640, 480, 640 * 480 * 3);

function photo(name: string, width: number, height: number, noise: number): File {
  const rows = Buffer.alloc(height * (1 + width * 3), 90);
  randomBytes(noise).copy(rows, rows.length - noise);
  for (let y = 0; y < height; y += 1) rows[y * (1 + width * 3)] = 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const parts = [Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return { name, mimeType: "image/png", buffer: Buffer.concat(parts) };
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
