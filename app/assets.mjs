// Makes the files that the server hands out: style bundled and shrunk, the browser half with its loader, each under a
// name with its hash, compressed beforehand. Usage: node app/assets.mjs SITE [PKG], PKG being wasm-bindgen's output.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(join(root, "end2end", "package.json"));
const { buildSync } = require("esbuild");
const [site, pkg] = process.argv.slice(2);
const out = join(site, "aset");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

// The same content has the same name, so that a browser that has it never asks again.
function hashed(name, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const file = `${basename(name, extname(name))}.${hash}${extname(name)}`;
  writeFileSync(join(out, file), bytes);
  return file;
}

const bundle = (options) => buildSync({ bundle: true, minify: true, write: false, logLevel: "warning", target: ["chrome94", "firefox91", "safari14"], ...options }).outputFiles[0].contents;
const style = hashed("balai.css", bundle({ entryPoints: [join(root, "style", "main.css")], external: ["data:*"] }));

let islands = "";
if (pkg && existsSync(join(pkg, "app.js"))) {
  const wasm = hashed("balai.wasm", readFileSync(join(pkg, "app_bg.wasm")));
  // The loader: start the module, then hand each island its element. It stands in the module itself, so that a page
  // with an island asks for two files and has no inline script. It must not await itself at the top level: a module
  // that imports itself there waits for its own end, for ever.
  const loader = `
import(import.meta.url).then(async (me) => {
  await me.default({ module_or_path: new URL("./${wasm}", import.meta.url) });
  me.hydrate();
  for (const island of document.querySelectorAll("leptos-island")) me[island.dataset.component]?.(island);
  document.documentElement.dataset.islands = "ready";
});
`;
  const glue = readFileSync(join(pkg, "app.js"), "utf8");
  // Beside the islands stands the one script that is no Rust: it says at its top why.
  const editor = readFileSync(join(root, "app", "src", "islands", "photo-editor.js"), "utf8");
  const { code } = require("esbuild").transformSync(glue + loader + editor, { minify: true, format: "esm", target: "es2022", loader: "js" });
  islands = hashed("balai.js", Buffer.from(code));
}

// The outbox: a script for the pages of the sending form, and the service worker, which must have the same address for
// ever. The worker knows by BUILD whether it is of today: it changes with the worker, with what the worker keeps, and
// with whatever draws the pages for no network.
const outboxFolder = join(root, "app", "src", "outbox");
const script = (name, define = {}) => bundle({ entryPoints: [join(outboxFolder, name)], format: "iife", target: "es2021", define });
const outbox = hashed("outbox.js", script("page.js"));
const kept = JSON.stringify([style, outbox, "favicon.svg"].map((file) => `/aset/${file}`));
const drawn = ["locales/id.ftl", "locales/en.ftl", "src/shell.rs", "src/feedback/outbox_pages.rs", "src/feedback/send_screens.rs", "src/feedback/exit.rs", "src/components/field.rs"].map((file) => readFileSync(join(root, "app", file)));
const build = createHash("sha256").update(script("worker.js", { BUILD: '""', FILES: kept })).update(Buffer.concat(drawn)).digest("hex").slice(0, 12);
for (const [name, define] of [["worker.js", { BUILD: JSON.stringify(build), FILES: kept }], ["worker-off.js", {}]]) {
  const text = script(name, define);
  writeFileSync(join(site, name), text);
  writeFileSync(join(site, `${name}.gz`), gzipSync(text, { level: 9 }));
}

// The README's picture is for its readers only.
cpSync(join(root, "public"), out, { recursive: true, filter: (from) => !from.endsWith("portal.png") });
for (const file of readdirSync(out)) {
  const bytes = readFileSync(join(out, file));
  if (!/\.(css|js|wasm|svg|txt|webmanifest)$/.test(file)) continue;
  writeFileSync(join(out, `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  writeFileSync(join(out, `${file}.gz`), gzipSync(bytes, { level: 9 }));
}
writeFileSync(join(site, "assets.json"), JSON.stringify({ style, islands, outbox }) + "\n");
console.log(`style ${style}, islands ${islands || "none"}, outbox ${outbox}, worker ${build}`);
