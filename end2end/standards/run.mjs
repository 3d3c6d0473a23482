// Serves a fresh demonstration and puts every validator on what it publishes: node run.mjs BINARY SITE PYTHON-BIN
// One failed tool fails the run; each is told with its own words.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [binary, site, tools] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const port = 3473;
const base = `http://127.0.0.1:${port}`;
const data = mkdtempSync(join(tmpdir(), "balai-standards-"));
const server = spawn(binary, ["serve", "--demo", "--generous-limits", "--addr", `127.0.0.1:${port}`, "--data-dir", data, "--site-dir", site], {
  stdio: ["ignore", "pipe", "inherit"],
  env: { ...process.env, BALAI_LOG: "error" },
});
await new Promise((resolve, reject) => {
  server.stdout.on("data", (text) => String(text).includes("ready at") && resolve());
  server.on("error", reject);
  server.on("exit", () => reject(new Error("the server did not start")));
});

let failed = 0;
function tool(name, command, args, options = {}) {
  console.log(`== ${name}`);
  // No proxy for this machine, whatever the surroundings say.
  const env = { ...process.env, ...options.env, NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" };
  const { status, error } = spawnSync(command, args, { stdio: "inherit", cwd: data, env });
  if (error) console.error(error.message);
  if (status !== 0) failed += 1;
}

tool("files and pages", join(tools, "python"), [join(here, "validate.py"), base]);
tool("the ledger, copied and recomputed by a stranger", join(tools, "python"), [join(here, "ledger.py"), base, "--send"]);
// No telemetry, no look for a newer version: nothing but this machine is asked.
const quiet = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", CI: "true" };
tool("the interface's description, linted (redocly)", join(here, "..", "node_modules", ".bin", "redocly"), ["lint", join(here, "..", "..", "app", "src", "open_data", "openapi.json"), "--config", join(here, "redocly.yaml")], { env: quiet });
// Every check but one: data that follow the description may still be refused as unknown (a slug that nobody has).
tool("the interface against its description (schemathesis)", join(tools, "st"), [
  "run", `${base}/api/openapi.json`, "--checks", "all", "--exclude-checks", "positive_data_acceptance", "--phases", "examples,coverage,fuzzing",
  "--max-examples", "40", "--generation-deterministic", "--workers", "2", "--request-timeout", "20", "--no-color",
]);
tool("Open311 with a client and the schemas of others", join(tools, "python"), [join(here, "open311.py"), base, data]);
tool("the description of Open311, linted (redocly)", join(here, "..", "node_modules", ".bin", "redocly"), ["lint", join(here, "..", "..", "app", "src", "open311", "openapi.json"), "--config", join(here, "redocly.yaml")], { env: quiet });
// The standard lets parameters that it does not know pass, and answers what it refuses with 403 and 404 as well as 400.
tool("Open311 against its description (schemathesis)", join(tools, "st"), [
  "run", join(data, "open311.json"), "--url", base, "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance", "--phases", "examples,coverage,fuzzing",
  "--max-examples", "40", "--generation-deterministic", "--workers", "2", "--request-timeout", "20", "--no-color",
]);

server.removeAllListeners("exit");
server.kill("SIGTERM");
await new Promise((resolve) => server.once("exit", resolve));
rmSync(data, { recursive: true, force: true });
console.log(failed ? `${failed} of 7 tools failed` : "all 7 tools passed");
process.exit(failed ? 1 : 0);
