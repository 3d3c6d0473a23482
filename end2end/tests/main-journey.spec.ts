// From what a resident tells about a post to the decision of an assessor, every step through the page of whoever takes it.
import { acceptCase, choose, expect, followByReceipt, goOn, heading, onScreen, press, readConfirmation, smallPhoto, tellStory, test, unique, type Page } from "./support.ts";

const post = { address: "/medan/jabatan/camat-kecamatan-medan-belawan", title: /^Camat Medan Belawan/, holder: "Irwan Simanjuntak" };

/** The picture of a case came and is a picture. */
async function seesPhoto(page: Page) {
  const photo = page.getByRole("img", { name: "Foto 1 dari pelapor" });
  await photo.scrollIntoViewIfNeeded();
  await expect(photo).toBeVisible();
  const answer = await page.request.get((await photo.getAttribute("src")) ?? "");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("image/jpeg");
}

async function sendsAboutThePost(page: Page, story: string) {
  await test.step("the resident arrives from the page of the post and sends without a name, with a photo", async () => {
    await page.goto(post.address);
    await expect(heading(page, post.title)).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Sampaikan laporan" }).click();
    await onScreen(page, "protection");
    await expect(page.getByRole("main")).toContainText(/tentang\s+Camat Medan Belawan/);
    await choose(page, "Tanpa nama");
    await goOn(page);
    // What it is about is answered already.
    await onScreen(page, "story");
    await tellStory(page, "Pengaduan", story);
    const date = page.getByLabel("Tanggal kejadian");
    await date.fill((await date.getAttribute("max")) ?? "");
    await goOn(page);
    await onScreen(page, "place");
    await page.getByLabel("Tempat atau patokan").fill("Loket 3");
    await page.getByLabel("Foto (boleh kosong)").setInputFiles(smallPhoto());
    await goOn(page);
    await onScreen(page, "contact");
    await goOn(page);
  });
  await test.step("the answers are shown; one is changed, and the check page comes back", async () => {
    await onScreen(page, "check");
    const answers = page.getByRole("main");
    for (const said of ["Tanpa nama", "Camat Medan Belawan", "Pengaduan", story, "Loket 3", "1 foto"]) await expect(answers).toContainText(said);
    await press(page, "Ubah Tempat atau patokan");
    await onScreen(page, "place");
    await expect(page.getByLabel("Tempat atau patokan")).toHaveValue("Loket 3");
    await page.getByLabel("Tempat atau patokan").fill("Loket 4");
    await goOn(page);
    await onScreen(page, "check");
    for (const said of [story, "Loket 4", "1 foto"]) await expect(answers).toContainText(said);
  });
  return test.step("the confirmation shows the reference, the receipt and the due date", async () => {
    await press(page, "Kirim laporan");
    const { reference, receipt } = await readConfirmation(page);
    expect(reference).toMatch(/^MDN-\d{4}-[0-9A-Z]{4,}$/);
    expect(receipt).toMatch(/^\d{4}( \d{4}){4}$/);
    await expect(page.getByRole("main")).toContainText(/Jawaban diberikan paling lambat \w+, \d{1,2} \w+ 20\d\d\./);
    return { reference, receipt };
  });
}

test("from a resident's words to an assessor's decision", async ({ page, stranger, signedIn }) => {
  const story = unique("Camat tidak ada di kantor pada jam layanan dan surat saya tertunda tiga hari.");
  const headline = unique("Surat tertunda di kantor kecamatan");
  const { reference, receipt } = await sendsAboutThePost(page, story);

  await test.step("the receipt leads to the history, also on another phone", async () => {
    const phone = await stranger();
    await followByReceipt(phone, receipt);
    await expect(phone.getByRole("main")).toContainText(reference);
    await expect(phone.getByRole("listitem").filter({ hasText: "Diterima" })).toBeVisible();
    await expect(phone.getByRole("listitem").filter({ hasText: "Diperiksa verifikator" })).toBeVisible();
    await expect(phone.getByRole("main")).toContainText(story);
    await seesPhoto(phone);
  });

  await test.step("nobody else sees the case yet", async () => {
    const phone = await stranger();
    expect((await phone.goto(`/medan/laporan/${reference}`))?.status()).toBe(404);
    expect((await phone.request.get(`/medan/laporan/${reference}/foto/1`)).status()).toBe(404);
  });

  await test.step("the verifier finds it in the queue, writes a headline and accepts", async () => {
    const verifier = await signedIn("verifikator@medan.example");
    await verifier.goto("/petugas");
    await verifier.getByRole("link", { name: /Perlu diverifikasi/ }).click();
    // The other tests' reports wait here too, on more than one page; a number leads straight to its case.
    await verifier.getByLabel("Kata atau nomor laporan").fill(reference);
    await press(verifier, "Cari");
    await expect(verifier).toHaveURL(new RegExp(`/petugas/laporan/${reference}$`));
    await expect(verifier.getByRole("main")).toContainText(story);
    await seesPhoto(verifier);
    await expect(verifier.getByLabel("Unit yang menjawab").locator("option:checked")).toHaveText("Kecamatan Medan Belawan");
    await acceptCase(verifier, headline);
  });

  await test.step("everyone reads it with its photo and without a name", async () => {
    const reader = await stranger();
    await reader.goto(`/medan/laporan/${reference}`);
    await expect(heading(reader, headline)).toBeVisible();
    const main = reader.getByRole("main");
    await expect(main).toContainText(story);
    await expect(main).toContainText("Disampaikan tanpa nama");
    await expect(main).not.toContainText(post.holder);
    await seesPhoto(reader);
    await main.getByRole("link", { name: post.title }).click();
    await expect(reader).toHaveURL(new RegExp(`${post.address}$`));
  });

  const answer = unique("Sudah diperiksa: jadwal jaga kosong tiga hari dan kini diisi.");
  await test.step("the handler answers that it is true", async () => {
    const handler = await signedIn("penghubung@medan.example");
    await handler.goto("/petugas/laporan?keadaan=assigned");
    await handler.getByRole("link", { name: headline }).click();
    await choose(handler, "Terbukti");
    await handler.getByRole("textbox", { name: "Jawaban" }).fill(answer);
    await press(handler, "Kirim jawaban");
    await expect(handler.getByRole("status")).toContainText("Tersimpan");
  });

  await test.step("the resident confirms that it is solved", async () => {
    await followByReceipt(page, receipt);
    await expect(page.getByRole("main")).toContainText(answer);
    await expect(page.getByRole("heading", { name: "Apakah masalahnya sudah selesai?" })).toBeVisible();
    await press(page, "Ya, sudah selesai");
    await expect(page.getByText("Selesai, dikonfirmasi pelapor")).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Dinyatakan selesai oleh pelapor" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Ya, sudah selesai" })).toHaveCount(0);
  });

  const reply = unique("Petugas jaga sakit; sejak itu ada pengganti tetap.");
  const holder = await signedIn("irwan.simanjuntak@medan.example");
  await test.step("the card waits for the holder of the post, who replies", async () => {
    await expect(holder.getByRole("main")).toContainText(reference);
    await holder.goto("/petugas/penilaian?daftar=milik");
    const item = holder.getByRole("listitem").filter({ hasText: reference });
    await expect(item).toContainText("Menunggu tanggapan Anda");
    await item.getByRole("link").click();
    for (const said of [story, answer, "Pengaduan terbukti", post.holder]) await expect(holder.getByRole("main")).toContainText(said);
    await expect(holder.getByRole("radio", { name: "Diterima sebagai bukti" })).toHaveCount(0);
    await holder.getByRole("textbox", { name: "Tanggapan Anda" }).fill(reply);
    await press(holder, "Kirim tanggapan");
    await expect(holder.getByRole("status")).toContainText("Tersimpan");
    await expect(holder.getByRole("main")).toContainText(reply);
  });
  const card = new URL(holder.url()).pathname;

  const reason = unique("Fakta jelas; sebabnya sebagian di luar kendali jabatan.");
  const assessor = await signedIn("penilai@medan.example");
  await test.step("the assessor accepts it with a note and a reason", async () => {
    await assessor.goto("/petugas/penilaian?daftar=siap");
    const item = assessor.getByRole("listitem").filter({ hasText: reference });
    await expect(item).toContainText("Menunggu keputusan Anda");
    await item.getByRole("link").click();
    await expect(assessor.getByRole("main")).toContainText(reply);
    await choose(assessor, "Diterima dengan catatan");
    await assessor.getByRole("textbox", { name: "Alasan" }).fill(reason);
    await press(assessor, "Simpan keputusan");
    await expect(assessor.getByRole("status")).toContainText("Tersimpan");
  });

  await test.step("the record shows the card, the reply and the decision to both", async () => {
    for (const [person, list] of [[assessor, "selesai"], [holder, "milik"]] as const) {
      await person.goto(`/petugas/penilaian?daftar=${list}`);
      const item = person.getByRole("listitem").filter({ hasText: reference });
      await expect(item).toContainText("Diterima dengan catatan");
      await item.getByRole("link").click();
      for (const said of [story, answer, reply, "Diterima dengan catatan", reason]) await expect(person.getByRole("main")).toContainText(said);
    }
  });

  await test.step("for everyone else there is no card", async () => {
    const reader = await stranger();
    await reader.goto(card);
    await expect(reader).toHaveURL(/\/masuk\?kembali=/);
    await expect(reader.getByText(reason)).toHaveCount(0);
    const resident = await signedIn("sari@warga.example");
    expect((await resident.goto(card))?.status()).toBe(404);
    const handler = await signedIn("loket.dukcapil@medan.example");
    expect((await handler.goto(card))?.status()).toBe(404);
  });
});
