// What the stories of evaluation share: people who are not on the sign-in page, and a case that has become a card.
import { acceptCase, choose, expect, followByReceipt, goOn, heading, onScreen, press, readConfirmation, tellStory, type Page } from "./support.ts";

/** Signs in as anybody of the demonstration: the page offers only some of them. */
export async function enter(page: Page, email: string) {
  await page.goto("/masuk");
  const { origin } = new URL(page.url());
  const answer = await page.request.post("/masuk/contoh", { form: { surel: email }, headers: { origin } });
  expect(answer.ok(), `${email} belongs to the demonstration`).toBe(true);
  await page.goto("/petugas");
}

/** Sends a form that the page did not offer, as somebody would who wants to get around it; without following the answer. */
export async function crafted(page: Page, form: Record<string, string>) {
  const { origin, href } = new URL(page.url());
  return page.request.post(href, { form, headers: { origin }, maxRedirects: 0 });
}

/** The day before today, where the governments of the demonstration are, as a field of a date takes it. */
export function yesterday(): string {
  return new Date(Date.now() + (7 - 24) * 3600 * 1000).toISOString().slice(0, 10);
}

export type Told = {
  /** The page of the post that it is about. */
  post: string;
  kind: "Pengaduan" | "Apresiasi";
  story: string;
  headline: string;
  answer: string;
  /** A name, or nothing for a report without one. */
  name?: string;
};

/** A case about a post from its first screen to the reporter's "solved", in as few steps as there are. Returns its number. */
export async function becomesCard(told: Told, reporter: Page, verifier: Page, handler: Page): Promise<string> {
  await reporter.goto(told.post);
  await reporter.getByRole("main").getByRole("link", { name: "Sampaikan laporan" }).click();
  await onScreen(reporter, "protection");
  await choose(reporter, told.name ? "Dengan nama" : "Tanpa nama");
  if (told.name) await reporter.getByLabel("Nama Anda").fill(told.name);
  await goOn(reporter);
  await onScreen(reporter, "story");
  await tellStory(reporter, told.kind, told.story);
  await reporter.getByLabel("Tanggal kejadian").fill(yesterday());
  for (const screen of ["place", "contact", "check"] as const) {
    await goOn(reporter);
    await onScreen(reporter, screen);
  }
  await press(reporter, "Kirim laporan");
  const { reference, receipt } = await readConfirmation(reporter);

  await verifier.goto(`/petugas/laporan/${reference}`);
  await acceptCase(verifier, told.headline);
  await handler.goto(`/petugas/laporan/${reference}`);
  await choose(handler, "Terbukti");
  await handler.getByRole("textbox", { name: "Jawaban" }).fill(told.answer);
  await press(handler, "Kirim jawaban");
  await expect(handler.getByRole("status")).toContainText("Tersimpan");

  await followByReceipt(reporter, receipt);
  await press(reporter, "Ya, sudah selesai");
  await expect(reporter.getByText("Selesai, dikonfirmasi pelapor")).toBeVisible();
  return reference;
}

/** Opens a card from one of the lists of the desk. */
export async function openCard(page: Page, list: "siap" | "menunggu" | "selesai" | "milik", reference: string, headline: string) {
  await page.goto(`/petugas/penilaian?daftar=${list}`);
  await page.getByRole("listitem").filter({ hasText: reference }).getByRole("link").click();
  await expect(heading(page, `Kartu bukti: ${headline}`)).toBeVisible();
}

/** Nothing of the page is wider than the phone. */
export async function fitsPhone(page: Page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${page.url()} is wider than a phone, by pixels`).toBe(0);
  if (before) await page.setViewportSize(before);
}
