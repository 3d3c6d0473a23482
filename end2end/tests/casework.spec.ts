// What a reporter may do beside sending: complete, contest, withdraw, each with the receipt alone.
import { acceptCase, choose, expect, followByReceipt, press, sendFeedback, test, unique, type Page } from "./support.ts";

async function atDesk(page: Page, reference: string) {
  await page.goto(`/petugas/laporan/${reference}`);
  await expect(page.getByRole("main")).toContainText(reference);
}

test("a report is asked about, completed, answered and contested", async ({ page, stranger, signedIn }) => {
  const { reference, receipt } = await sendFeedback(page, { story: unique("Lampu di gang kami padam sejak tiga malam dan belum diperbaiki.") });
  const verifier = await signedIn("petugas@binjai.example");
  await atDesk(verifier, reference);
  await verifier.getByText("Minta pelapor melengkapi").click();
  await verifier.getByRole("checkbox", { name: "tempat" }).check({ force: true });
  await verifier.getByLabel("Pertanyaan untuk pelapor").fill("Di gang mana, dan dekat tiang nomor berapa?");
  await press(verifier, "Kirim pertanyaan");

  const phone = await stranger();
  await followByReceipt(phone, receipt);
  await expect(phone.getByRole("main")).toContainText("Waktu berhenti sejak");
  await expect(phone.getByRole("main")).toContainText("Di gang mana, dan dekat tiang nomor berapa?");
  await phone.getByLabel("Keterangan tambahan").fill("Gang Melati, tiang kedua dari mulut gang.");
  await press(phone, "Kirim keterangan");
  await expect(phone.getByRole("main")).toContainText("Jawaban paling lambat");

  await atDesk(verifier, reference);
  await expect(verifier.getByRole("main")).toContainText("Gang Melati, tiang kedua dari mulut gang.");
  await acceptCase(verifier, unique("Lampu gang padam"), "Dinas Perhubungan");

  const handler = await signedIn("petugas@binjai.example");
  await atDesk(handler, reference);
  await press(handler, "Terima dan kerjakan");
  await atDesk(handler, reference);
  await choose(handler, "Terbukti");
  await handler.getByLabel("Jawaban", { exact: true }).fill("Lampunya sudah kami ganti kemarin sore.");
  await press(handler, "Kirim jawaban");

  await phone.reload();
  await expect(phone.getByRole("main")).toContainText("Mohon tanggapan paling lambat");
  await phone.getByLabel("Catatan Anda").fill("Semalam masih padam, kami tunggu sampai pagi.");
  await press(phone, "Belum selesai");
  await expect(phone.getByRole("main")).toContainText("Dinyatakan belum selesai oleh pelapor");
});

test("a report is withdrawn", async ({ page, stranger }) => {
  const { receipt } = await sendFeedback(page, { story: unique("Parit di depan rumah tersumbat, tetapi tadi sudah dibersihkan.") });
  const phone = await stranger();
  await followByReceipt(phone, receipt);
  await phone.getByText("Cabut laporan ini").click();
  await press(phone, "Cabut laporan");
  await expect(phone.getByRole("main")).toContainText("Dicabut pelapor");
  await expect(phone.getByRole("button", { name: "Cabut laporan" })).toHaveCount(0);
});
