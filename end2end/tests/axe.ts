// A page under axe, in both colour schemes.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "./support.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Nothing that axe finds, in the light and in the dark; each finding as one line that says where. */
export async function isAccessible(page: Page, name: string) {
  await test.step(name, async () => {
    const found: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      for (const { id, help, nodes } of violations) found.push(`${name}, ${colorScheme}: ${id} (${help}) at ${nodes.map((node) => node.target.join(" ")).join(" and ")}`);
    }
    expect.soft(found, name).toEqual([]);
  });
}

export async function pagesAreAccessible(page: Page, addresses: string[]) {
  for (const address of addresses) {
    await page.goto(address);
    await isAccessible(page, address);
  }
}
