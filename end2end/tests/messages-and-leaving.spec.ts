// Reporter and staff write to each other by receipt; the reporter leaves quickly. With scripting on and off.
import { expect, followByReceipt, press, sendFeedback, test } from "./support.ts";

test("reporter and staff write to each other, and the reporter leaves", async ({ stranger, signedIn }) => {
  const reporter = await stranger();
  const { reference, receipt } = await sendFeedback(reporter);
  await followByReceipt(reporter, receipt);
  await reporter.getByLabel("Tulis kepada petugas").fill("Saya masih punya foto.");
  await press(reporter, "Kirim pesan");
  await expect(reporter.getByText("Saya masih punya foto.")).toBeVisible();

  const desk = await signedIn("petugas@binjai.example");
  await desk.goto(`/petugas/laporan/${reference}`);
  await expect(desk.getByText("Saya masih punya foto.")).toBeVisible();
  await desk.getByLabel("Tulis kepada pelapor").fill("Mohon disimpan dahulu.");
  await press(desk, "Kirim pesan");
  await reporter.reload();
  await expect(reporter.getByText("Mohon disimpan dahulu.")).toBeVisible();

  const asked: Record<string, string>[] = [];
  await reporter.route("https://www.bmkg.go.id/**", (route) => {
    asked.push(route.request().headers());
    return route.fulfill({ body: "cuaca", contentType: "text/plain" });
  });
  await press(reporter, "Keluar cepat");
  await expect(reporter).toHaveURL("https://www.bmkg.go.id/");
  expect(asked[0].referer).toBeUndefined();
  await reporter.goto("/lacak/laporan");
  await expect(reporter).toHaveURL(/\/lacak$/);
});
