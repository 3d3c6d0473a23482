// A topic, its replies, an official answer, support, and a moderator who hides one reply with a reason.
import { choose, expect, heading, press, test, tick, unique } from "./support.ts";

test("a topic from its first words to a hidden reply", async ({ signedIn, stranger }) => {
  const title = unique("Antrean akta kelahiran di loket");
  const text = unique("Setiap pagi antreannya sampai ke jalan. Apakah ada jam yang lebih sepi?");
  const rude = unique("Petugasnya pemalas semua.");
  const official = unique("Hari Selasa dan Kamis sesudah pukul sebelas lebih sepi.");
  const sari = await signedIn("sari@warga.example");

  await test.step("Sari starts a topic", async () => {
    await sari.goto("/medan/forum");
    await sari.getByRole("link", { name: "Mulai topik" }).click();
    await choose(sari, "Layanan");
    await sari.getByRole("textbox", { name: "Judul", exact: true }).fill(title);
    await sari.locator("textarea#isi").fill(text);
    await press(sari, "Terbitkan topik");
    await expect(heading(sari, title)).toBeVisible();
    await expect(sari.getByRole("main")).toContainText(text);
  });
  const topic = new URL(sari.url()).pathname;
  const author = await signedIn("kurnia.harahap@medan.example");

  await test.step("someone replies; the whole unit answers officially", async () => {
    await author.goto("/medan/forum");
    await author.getByRole("link", { name: title }).click();
    await author.getByRole("textbox", { name: "Tanggapan Anda" }).fill(rude);
    await press(author, "Kirim tanggapan");
    await expect(author.getByRole("listitem").filter({ hasText: rude })).toContainText("Kurnia Harahap");
    await expect(author.getByRole("checkbox", { name: /Jawab resmi/ })).toHaveCount(0);

    const desk = await signedIn("loket.dukcapil@medan.example");
    await desk.goto(topic);
    await desk.getByRole("textbox", { name: "Tanggapan Anda" }).fill(official);
    await tick(desk.getByRole("checkbox", { name: /Jawab resmi/ }));
    await press(desk, "Kirim tanggapan");
    await expect(desk.getByRole("listitem").filter({ hasText: official })).toBeVisible();
  });

  await test.step("Sari is told of the replies and sees which one is official", async () => {
    await sari.goto("/akun");
    const notices = sari.getByRole("region", { name: "Kabar untuk Anda" }).getByRole("listitem").filter({ hasText: topic.split("/").at(-1) });
    await expect(notices).toHaveCount(2);
    await notices.first().getByRole("link", { name: "Ada tanggapan baru di topik Anda." }).click();
    const answer = sari.getByRole("listitem").filter({ hasText: official });
    await expect(answer).toContainText("Jawaban resmi");
    await expect(answer).toContainText("Dinas Kependudukan dan Pencatatan Sipil");
    await expect(answer).not.toContainText("Penghubung");
    await expect(sari.getByRole("listitem").filter({ hasText: rude })).not.toContainText("Jawaban resmi");
    await sari.goto("/medan/forum");
    await expect(sari.getByRole("listitem").filter({ hasText: title })).toContainText("Jawaban resmi");
  });

  await test.step("someone supports the topic, takes it back and supports again", async () => {
    const reader = await signedIn("admin@medan.example");
    await reader.goto(topic);
    for (const [button, pressed] of [[/^Dukung 0/, "false"], [/^Anda mendukung 1/, "true"], [/^Dukung 0/, "false"]] as const) {
      await expect(reader.getByRole("button", { name: button })).toHaveAttribute("aria-pressed", pressed);
      await reader.getByRole("button", { name: button }).click();
    }
    await expect(reader.getByRole("button", { name: /^Anda mendukung 1/ })).toHaveAttribute("aria-pressed", "true");
  });

  await test.step("Sari tells the moderators of the rude reply", async () => {
    await sari.goto(topic);
    await sari.getByRole("listitem").filter({ hasText: rude }).getByRole("link", { name: /Beri tahu moderator/ }).click();
    await expect(sari.getByRole("main")).toContainText(rude);
    await choose(sari, "Serangan pribadi");
    await sari.getByLabel("Penjelasan").fill("Menghina petugas.");
    await press(sari, "Kirim ke moderator");
    await expect(sari.getByRole("status")).toContainText("Moderator akan memeriksanya");
    await expect(sari.getByRole("listitem").filter({ hasText: rude })).toBeVisible();
  });

  const note = unique("Kalimat tentang petugas menghina pribadi; kritik pelayanannya boleh.");
  await test.step("the moderator hides it with a reason", async () => {
    const moderator = await signedIn("moderator@medan.example");
    await moderator.goto("/petugas/moderasi");
    const flagged = () => moderator.getByRole("listitem").filter({ hasText: rude });
    await expect(flagged()).toContainText("1 tanda");
    await flagged().getByRole("button", { name: "Sembunyikan" }).click();
    // Not without a reason and words for the author.
    await expect(moderator.getByRole("alert")).toContainText("Isi alasannya.");
    await flagged().locator("select").selectOption({ label: "Serangan pribadi" });
    await flagged().locator("textarea").fill(note);
    await flagged().getByRole("button", { name: "Sembunyikan" }).click();
    await expect(moderator.getByRole("status")).toContainText("Tersimpan");
    await expect(flagged()).toHaveCount(0);
  });

  await test.step("the author is told why, and finds the place of the hidden reply", async () => {
    await author.goto("/akun");
    const notice = author.getByRole("listitem").filter({ hasText: note });
    await notice.getByRole("link", { name: /disembunyikan: serangan pribadi/ }).click();
    await expect(author).toHaveURL(new RegExp(`${topic}$`));
    await expect(author.getByText("Disembunyikan oleh moderator. Alasan: Serangan pribadi")).toBeVisible();
    await expect(author.getByText(rude)).toHaveCount(0);
    const reader = await stranger();
    await reader.goto(topic);
    await expect(reader.getByRole("listitem").filter({ hasText: "Disembunyikan oleh moderator" })).toContainText("Kurnia Harahap");
    await expect(reader.getByText(rude)).toHaveCount(0);
    await expect(reader.getByText(official)).toBeVisible();
  });
});

test("without an account one reads, and is asked to sign in for the rest", async ({ page }) => {
  await page.goto("/medan/forum");
  await page.getByRole("main").locator("ul.list").getByRole("link").first().click();
  const topic = new URL(page.url()).pathname;
  await expect(page.getByRole("textbox", { name: "Tanggapan Anda" })).toHaveCount(0);
  await page.getByRole("main").getByRole("link", { name: "Masuk" }).click();
  await page.getByRole("button", { name: "sari@warga.example" }).click();
  await expect(page).toHaveURL(new RegExp(`${topic}$`));
  await expect(page.getByRole("textbox", { name: "Tanggapan Anda" })).toBeVisible();
});

test("a topic without a category, a title or words comes back with what was typed", async ({ signedIn }) => {
  const page = await signedIn("sari@warga.example");
  await page.goto("/medan/forum/baru");
  await page.locator("textarea#isi").fill("Terlalu awal dikirim.");
  await press(page, "Terbitkan topik");
  await expect(page).toHaveTitle(/^Galat: /);
  for (const fault of ["Pilih satu kategori.", "Tulis judulnya."]) await expect(page.getByRole("alert")).toContainText(fault);
  await expect(page.locator("textarea#isi")).toHaveValue("Terlalu awal dikirim.");
});
