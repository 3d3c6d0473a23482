import { defineConfig } from "@playwright/test";

// BALAI_URL tests a server that runs already; without it one is started with a fresh demonstration.
const port = 3417;
const running = process.env.BALAI_URL;
const baseURL = running ?? `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: "tests",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [["line"], ["./final-line.ts"]],
  use: {
    baseURL,
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    browserName: "chromium",
    // No moving from page to page: what is pressed while a page slides in is lost.
    contextOptions: { reducedMotion: "reduce" },
    // A trace films every test to keep those of the failed ones: an eighth of the time, for what nobody opens after a run of CI.
    trace: process.env.CI ? "off" : "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
    },
  },
  projects: [
    { name: "scripting on", testMatch: "**/*.spec.ts" },
    { name: "scripting off", testMatch: "**/*.spec.ts", testIgnore: "**/*.hydrate.spec.ts", use: { javaScriptEnabled: false } },
  ],
  webServer: running
    ? undefined
    : {
        command: `node serve.mjs ${port}`,
        url: `${baseURL}/readyz`,
        reuseExistingServer: false,
        timeout: 180_000,
        gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
        stdout: "ignore",
        stderr: "pipe",
      },
});
