// Bytes a page: node size.mjs BINARY SITE. Fails over the bars: 40 KB of HTML and style, 6 requests, no script on pages
// that only read, 60 KB of script and WebAssembly on pages with an island. The outbox has bars of its own: 6 KB for its
// script and 5 KB for the service worker, compressed, and 60 KB for all that the worker fetches when it comes.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [binary, site] = process.argv.slice(2);
const port = 3471;
const data = mkdtempSync(join(tmpdir(), "balai-size-"));
const server = spawn(binary, ["serve", "--demo", "--generous-limits", "--addr", `127.0.0.1:${port}`, "--data-dir", data, "--site-dir", site], { stdio: ["ignore", "pipe", "ignore"] });
await new Promise((resolve, reject) => {
  server.stdout.on("data", (text) => String(text).includes("ready at") && resolve());
  server.on("exit", () => reject(new Error("the server did not start")));
});

const get = (path, { method = "GET", body = null, type = "application/x-www-form-urlencoded" } = {}) =>
  new Promise((resolve, reject) => {
    const headers = { "accept-encoding": "gzip", ...(body ? { "content-type": type } : {}) };
    const sent = request({ port, path, method, headers }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode, bytes: Buffer.concat(chunks) }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
const { gunzipSync } = await import("node:zlib");
const first = async (list, pattern) => gunzipSync((await get(list)).bytes).toString().match(pattern)[1];
const story = "layar=perlindungan&aksi=lanjut&perlindungan=anonim&tentang=tidak-tahu&asal=1";
const pages = [
  ["home", "/"],
  ["front page", "/medan"],
  ["services", "/medan/layanan"],
  ["one service", "/medan/layanan/akta-kelahiran"],
  ["units", "/medan/unit"],
  ["one unit", "/medan/unit/disdukcapil"],
  ["posts", "/medan/jabatan"],
  ["one post", "/medan/jabatan/camat-kecamatan-medan-belawan"],
  ["cases", "/medan/laporan"],
  ["one case", await first("/medan/laporan", /href="(\/medan\/laporan\/MDN-[^"]+)"/)],
  ["forum", "/medan/forum"],
  ["one topic", await first("/medan/forum", /href="(\/medan\/forum\/topik\/[^"]+)"/)],
  ["search (island)", "/medan/cari?q=ktp"],
  ["follow", "/lacak"],
  ["send: first (outbox)", "/medan/lapor"],
  ["send: story (island, outbox)", "/medan/lapor", { method: "POST", body: story }],
];
const names = JSON.parse(readFileSync(join(site, "assets.json"), "utf8"));
const compressed = (name) => statSync(join(site, "aset", `${name}.br`)).size;
const style = compressed(names.style);
const wasm = readFileSync(join(site, "aset", names.islands), "utf8").match(/balai\.[0-9a-f]+\.wasm/)[0];
const kb = (bytes) => (bytes / 1024).toFixed(1).padStart(7);
const failures = [];
console.log("page                          html KB  style KB  script+wasm KB  outbox KB  requests");
for (const [name, path, options] of pages) {
  const { status, bytes } = await get(path, options);
  const html = gunzipSync(bytes).toString();
  const script = html.includes(names.islands) ? compressed(names.islands) + compressed(wasm) : 0;
  const outbox = html.includes(names.outbox) ? compressed(names.outbox) : 0;
  const pictures = (html.match(/<img /g) ?? []).length;
  const requests = 3 + (script ? 2 : 0) + (outbox ? 1 : 0) + pictures;
  console.log(`${name.padEnd(29)} ${kb(bytes.length)}   ${kb(style)}         ${kb(script)}    ${kb(outbox)}  ${String(requests).padStart(8)}`);
  if (status !== 200) failures.push(`${name}: status ${status}`);
  if (bytes.length + style > 40 * 1024) failures.push(`${name}: HTML and style over 40 KB`);
  if (requests > 6) failures.push(`${name}: ${requests} requests`);
  if (script > 60 * 1024) failures.push(`${name}: script and WebAssembly over 60 KB`);
  if (script && !name.includes("island")) failures.push(`${name}: a page that only reads loads a script`);
  if (outbox > 6 * 1024) failures.push(`${name}: the outbox's script over 6 KB`);
  if (!!outbox !== name.includes("outbox")) failures.push(`${name}: the outbox is where it should not be, or missing`);
  if (!script && name.includes("island")) failures.push(`${name}: the island's script is not loaded`);
}
// What the service worker fetches at its first coming, as it goes over the network: itself, its pages, its files.
const parts = [["worker", (await get("/sw.js")).bytes.length], ["style", style], ["outbox", compressed(names.outbox)], ["icon", compressed("favicon.svg")]];
for (const path of ["/luring", "/kotak-keluar", "/kotak-keluar/tulis"]) parts.push([path, (await get(path)).bytes.length]);
const shell = parts.reduce((sum, [, bytes]) => sum + bytes, 0);
console.log(`kept for no network: ${kb(shell).trim()} KB (${parts.map(([name, bytes]) => `${name} ${kb(bytes).trim()}`).join(", ")})`);
if (shell > 60 * 1024) failures.push("what is kept for no network: over 60 KB");
if (parts[0][1] > 5 * 1024) failures.push("the service worker: over 5 KB");
server.removeAllListeners("exit");
server.kill("SIGTERM");
rmSync(data, { recursive: true, force: true });
if (failures.length) {
  console.error(`over the bars:\n${failures.join("\n")}`);
  process.exit(1);
}
