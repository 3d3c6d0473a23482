// Serves a fresh demonstration from a temporary folder, and removes the folder when it is told to stop: node serve.mjs PORT
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const port = process.argv[2] ?? "3417";
const binary = process.env.BALAI_BIN ?? "../target/release/balai";
const site = process.env.BALAI_SITE_DIR ?? "../target/site";
const data = mkdtempSync(join(tmpdir(), "balai-end2end-"));

const server = spawn(binary, ["serve", "--demo", "--generous-limits", "--addr", `127.0.0.1:${port}`, "--data-dir", data, "--site-dir", site], {
  stdio: ["ignore", "ignore", "inherit"],
  env: { BALAI_LOG: "warn", ...process.env },
});
server.on("error", (error) => {
  console.error(`${binary} could not be started: ${error.message}`);
  rmSync(data, { recursive: true, force: true });
  process.exit(1);
});
server.on("exit", (code) => {
  rmSync(data, { recursive: true, force: true });
  process.exit(code ?? 0);
});
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.kill(signal));
