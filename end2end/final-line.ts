import type { Reporter, Suite, TestCase } from "@playwright/test/reporter";

// Of each failure so many lines are said again: where it failed, what was expected and what was there.
const LINES = 12;

/** The last lines of a run: each failure once more with its reason, for whoever sees only the end of a long log, and
 *  "N passed, N failed, N skipped". */
export default class FinalLine implements Reporter {
  private suite?: Suite;

  onBegin(_config: unknown, suite: Suite) {
    this.suite = suite;
  }

  onEnd() {
    const tests = this.suite?.allTests() ?? [];
    const skipped = tests.filter((test) => test.outcome() === "skipped").length;
    const failed = tests.filter((test) => test.outcome() === "unexpected");
    failed.forEach(why);
    console.log(`${tests.length - failed.length - skipped} passed, ${failed.length} failed, ${skipped} skipped`);
  }

  printsToStdio() {
    return false;
  }
}

function why(test: TestCase) {
  const error = test.results.at(-1)?.error, at = error?.location;
  console.log(`failed: ${test.title}${at ? ` (${at.file.split("/").at(-1)}:${at.line})` : ""}`);
  const text = (error?.message ?? "no message").replace(/\u001b\[[0-9;]*m/g, "");
  console.log(text.split("\n").filter((line) => line.trim()).slice(0, LINES).map((line) => `  ${line}`).join("\n"));
}
