// Screenshots of every kind of page for people to look at: node shots.mjs [base] [folder]. Not a test.
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
const [base = "http://127.0.0.1:3000", folder = "shots", only = ""] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-background-networking"] });
const sizes = [[360, 740], [1280, 900]];
async function shoot(name, path, { as = null, scheme = "light", scripting = true, before = null, sizes: which = sizes } = {}) {
  if (only && !name.includes(only)) return;
  for (const [width, height] of which) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, javaScriptEnabled: scripting, baseURL: base });
    const page = await context.newPage();
    page.on("console", (m) => m.type() === "error" && console.log(name, m.text()));
    if (as) await context.request.post("/masuk/contoh", { form: { surel: as } });
    await page.goto(path);
    if (before) await before(page);
    await page.waitForTimeout(200);
    await page.screenshot({ path: `${folder}/${name}-${width}${scheme === "dark" ? "-dark" : ""}.png`, fullPage: true });
    await context.close();
  }
}
await shoot("home", "/");
await shoot("front", "/medan");
await shoot("front", "/binjai", { scheme: "dark" });
await shoot("services", "/medan/layanan");
await shoot("service", "/medan/layanan/akta-kelahiran");
await shoot("unit", "/medan/unit/disdukcapil");
await shoot("units", "/tebo/unit");
await shoot("chart", "/medan/unit/pemerintah/bagan");
await shoot("job-map", "/medan/unit/disdukcapil/peta");
await shoot("positions", "/medan/jabatan");
await shoot("position", "/medan/jabatan/camat-kecamatan-medan-belawan");
await shoot("cases", "/binjai/laporan");
const first = async (page) => { await page.locator("main ul.list a").first().click(); };
await shoot("case", "/medan/laporan?keadaan=closed", { before: first });
await shoot("case", "/tebo/laporan", { before: first, scheme: "dark" });
await shoot("search", "/medan/cari?q=ktp+ilang");
await shoot("forum", "/medan/forum");
await shoot("topic", "/medan/forum", { before: first });
await shoot("send1", "/binjai/lapor?tentang=unit:disdukcapil");
await shoot("send1-wrong", "/binjai/lapor", { before: async (p) => { await p.getByRole("button", { name: "Lanjut" }).last().click(); } });
await shoot("track", "/lacak");
await shoot("sign-in", "/masuk");
await shoot("sign-up", "/daftar");
await shoot("desk", "/petugas", { as: "verifikator@medan.example" });
await shoot("queue", "/petugas/laporan", { as: "verifikator@medan.example" });
await shoot("verify", "/petugas/laporan?keadaan=submitted", { as: "verifikator@binjai.example", before: first });
await shoot("handle", "/petugas/laporan?keadaan=assigned", { as: "penghubung@medan.example", before: first });
await shoot("record", "/petugas/penilaian", { as: "penilai@medan.example" });
await shoot("card", "/petugas/penilaian", { as: "penilai@medan.example", before: async (p) => { await p.locator("main ul.queue a").first().click(); } });
await shoot("moderation", "/petugas/moderasi", { as: "moderator@medan.example" });
await shoot("account", "/akun", { as: "sari@warga.example" });
await shoot("ledger", "/catatan");
await shoot("privacy", "/privasi");
await shoot("missing", "/medan/layanan/tidak-ada");
await browser.close();
