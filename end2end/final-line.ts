import type { Reporter, Suite } from "@playwright/test/reporter";

/** The last line of a run: "N passed, N failed, N skipped". */
export default class FinalLine implements Reporter {
  private suite?: Suite;

  onBegin(_config: unknown, suite: Suite) {
    this.suite = suite;
  }

  onEnd() {
    const tests = this.suite?.allTests() ?? [];
    const skipped = tests.filter((test) => test.outcome() === "skipped").length;
    const failed = tests.filter((test) => test.outcome() === "unexpected").length;
    console.log(`${tests.length - failed - skipped} passed, ${failed} failed, ${skipped} skipped`);
  }

  printsToStdio() {
    return false;
  }
}
