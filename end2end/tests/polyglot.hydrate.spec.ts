// A text that would run as a script wherever it is put as markup, an attribute, a script or a style: it stands in every
// column of text that people fill, and is typed into every form; then everyone looks at every kind of page. No dialog
// opens, the policy of the page has nothing to refuse, nothing is fetched from elsewhere, and no page breaks.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Browser, type Page } from "@playwright/test";

const POLYGLOT = `zqpoly'"--></title></textarea></style></script></select><img src=x onerror=alert(1)><svg onload=alert(2)><a href="javascript:alert(3)">\${alert(4)}{{alert(5)}} `;
const port = 3418;
const address = `http://127.0.0.1:${port}`;
const binary = process.env.BALAI_BIN ?? "../target/release/balai";
const site = process.env.BALAI_SITE_DIR ?? "../target/site";

/** Kinds of pages that are looked at twice each: addresses without what makes one different from its like. */
const shape = (path: string) =>
  path
    .replace(/\?.*$/, (query) => `?${[...new URLSearchParams(query).keys()].sort().join("&")}`)
    .replace(/[A-Z]{3}-\d{4}-[0-9A-Z]+/g, "REF")
    .replace(/[0-9a-f-]{36}/g, "ID")
    .replace(/^\/(medan|binjai|deli-serdang|[a-z-]+)(\/|$)/, (whole, gov) => (["petugas", "lacak", "masuk", "akun", "daftar", "cari", "catatan", "privasi", "api"].includes(gov) ? whole : "/GOV/"))
    .replace(/\/(unit|jabatan|layanan|topik|koreksi|pengumuman|berkas|gagasan|standar|perubahan|foto)\/[^/?]+/g, "/$1/ONE");

const PEOPLE: [string, string | null, string[]][] = [
  ["a stranger", null, ["/", "/medan", "/medan/laporan", "/medan/forum", "/medan/unit", "/medan/jabatan", "/medan/layanan", "/medan/pengumuman", "/medan/lowongan", "/medan/perubahan", "/medan/lapor", "/medan/koreksi?tentang=unit:disdukcapil", "/medan/cari?q=zqpoly", "/lacak", "/masuk", "/daftar", "/catatan", "/privasi", "/medan/data", "/medan/unit/pemerintah/bagan", "/medan/unit/disdukcapil/peta"]],
  ["a resident", "sari@warga.example", ["/akun", "/medan/forum/baru", "/medan/forum", "/medan/lapor"]],
  ["a verifier", "verifikator@medan.example", ["/petugas", "/petugas/laporan", "/akun"]],
  ["a handler", "penghubung@medan.example", ["/petugas", "/petugas/laporan"]],
  ["an inspector", "inspektorat@medan.example", ["/petugas", "/petugas/laporan"]],
  ["an assessor", "penilai@medan.example", ["/petugas", "/petugas/penilaian"]],
  ["the holder of a post", "irwan.simanjuntak@medan.example", ["/petugas", "/petugas/penilaian", "/akun"]],
  ["a moderator", "moderator@medan.example", ["/petugas", "/petugas/moderasi"]],
  ["an administrator", "admin@medan.example", ["/petugas", "/petugas/direktori", "/petugas/direktori/medan", "/petugas/direktori/medan/perubahan", "/petugas/direktori/medan/pengumuman", "/petugas/direktori/medan/koreksi", "/petugas/direktori/medan/berkas"]],
  ["a desk of another government", "petugas@binjai.example", ["/petugas", "/petugas/laporan"]],
];

let server: ChildProcess | undefined;
const folder = mkdtempSync(join(tmpdir(), "balai-polyglot-"));

async function serve() {
  server = spawn(binary, ["serve", "--demo", "--generous-limits", "--addr", `127.0.0.1:${port}`, "--data-dir", join(folder, "data"), "--site-dir", site], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, BALAI_LOG: "error" },
  });
  for (let tries = 0; tries < 600; tries += 1) {
    const ready = await fetch(`${address}/readyz`).then((r) => r.ok, () => false);
    if (ready) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("the portal does not start");
}

async function stop() {
  const stopped = new Promise((done) => server?.on("exit", done));
  server?.kill("SIGTERM");
  await stopped;
}

test.describe.configure({ mode: "serial", timeout: 900_000 });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  await serve();
  await stop();
  const written = execFileSync("python3", ["polyglot.py", join(folder, "data/balai.db"), POLYGLOT, "../server/tests/pages/canary.rs"], { encoding: "utf8" });
  console.log(`the text stands in ${written.trim().split("\n").length} columns`);
  await serve();
});

test.afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser in which nothing goes unnoticed. */
async function watched(browser: Browser, wrong: string[]): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.on("dialog", async (dialog) => {
    wrong.push(`${page.url()}: a dialog says ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to|Mixed Content/i.test(message.text())) wrong.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(address)) wrong.push(`${page.url()}: asks for ${request.url()}`);
  });
  return page;
}

/** What the page leads to, forms that only read included. */
const links = (page: Page) => page.locator("a[href]").evaluateAll((found) => found.map((a) => a.getAttribute("href") ?? ""));

async function look(page: Page, path: string, wrong: string[]): Promise<boolean> {
  const answer = await page.goto(address + path, { waitUntil: "load" }).catch((error: Error) => {
    // A file is no page.
    if (!/Download is starting|ERR_ABORTED/.test(error.message)) wrong.push(`${path}: ${error.message}`);
    return null;
  });
  if (!answer) return false;
  if (answer.status() >= 500) wrong.push(`${path}: ${answer.status()}`);
  return (answer.headers()["content-type"] ?? "").startsWith("text/html");
}

/** Types it into every field of a form and sends it, whatever else of the form is missing: the page with the mistakes shows
 *  it again. A form that a script keeps on the page is waited for a moment only. */
async function fillForms(page: Page, path: string, wrong: string[]): Promise<number> {
  const count = await page.locator("main form[method=post]").count();
  for (let index = 0; index < count; index += 1) {
    if (index > 0 && !(await look(page, path, wrong))) return index;
    const form = page.locator("main form[method=post]").nth(index);
    const button = form.locator("button:not([value=keluar]):not([formaction])").last();
    if (!(await button.count()) || /keluar/i.test((await form.getAttribute("action")) ?? "")) continue;
    for (const field of await form.locator("textarea, input[type=text], input[type=search], input[type=email], input[type=tel], input:not([type])").all()) {
      await field.evaluate((element: HTMLInputElement, text) => {
        element.removeAttribute("maxlength");
        element.value = text;
      }, POLYGLOT.repeat(2));
    }
    await form.evaluate((element: HTMLFormElement) => { element.noValidate = true; });
    const [answer] = await Promise.all([page.waitForNavigation({ timeout: 5_000 }).catch(() => null), button.evaluate((element: HTMLButtonElement) => element.click())]);
    if (answer && answer.status() >= 500) wrong.push(`a form of ${path}: ${answer.status()}`);
  }
  return count;
}

for (const [name, email, starts] of PEOPLE) {
  test(`${name} sees text, and nothing that runs`, async ({ browser }) => {
    const wrong: string[] = [];
    const page = await watched(browser, wrong);
    if (email) {
      await page.goto(`${address}/masuk`);
      // The name of one account may end like that of another.
      await page.getByRole("button", { name: new RegExp(`(^|\\s)${email.replaceAll(".", "\\.")}`) }).click();
      await expect(page).not.toHaveURL(/\/masuk/);
    }
    const waiting = [...starts];
    const seen = new Map<string, number>();
    let [pages, shown, forms] = [0, 0, 0];
    while (waiting.length > 0 && pages < 120) {
      const path = waiting.shift() as string;
      const times = seen.get(shape(path)) ?? 0;
      if (times >= 2) continue;
      seen.set(shape(path), times + 1);
      if (!(await look(page, path, wrong))) continue;
      pages += 1;
      if (await page.getByText("zqpoly").count()) shown += 1;
      for (const href of await links(page)) {
        // What everyone reads, the stranger reads; the others follow what is theirs.
        const theirs = !email || /^\/(petugas|akun)/.test(href);
        if (theirs && href.startsWith("/") && !href.startsWith("//") && !/\/(keluar|aset)/.test(href)) waiting.push(href.split("#")[0]);
      }
      if (times === 0) forms += await fillForms(page, path, wrong);
    }
    console.log(`${name}: ${pages} pages, the text on ${shown} of them, ${forms} forms`);
    expect(wrong).toEqual([]);
    expect(shown).toBeGreaterThan(2);
    await page.context().close();
  });
}
