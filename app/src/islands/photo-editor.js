// Crops and blurs a chosen photo in the browser, before it is sent: a rectangle drawn with finger or mouse, or typed in
// four fields. Plain JavaScript and no island: a canvas is nothing but calls of the browser, each of which the
// WebAssembly half would have to carry across; this is a fifth of its size. Without it the photo is sent as it is.
{
  const $ = (id) => document.getElementById(id);
  const box = $("foto-sunting"), input = $("foto"), gallery = $("foto-gambar");
  if (box && input && gallery && window.DataTransfer) {
    const canvas = $("foto-kanvas"), draw = canvas.getContext("2d"), news = $("foto-kabar");
    const fields = ["kiri", "atas", "lebar", "tinggi"].map((name) => $(`sunting-${name}`));
    let opener, name, picture, earlier = [];

    const copy = (from, x = 0, y = 0, width = from.width, height = from.height) => {
      const made = Object.assign(document.createElement("canvas"), { width, height });
      const context = made.getContext("2d");
      context.fillStyle = "#fff";
      context.fillRect(0, 0, width, height);
      context.drawImage(from, x, y, width, height, 0, 0, width, height);
      return made;
    };
    // The rectangle in dots of the picture, at least one, never beyond its edge.
    const chosen = () => {
      const [left, top, width, height] = fields.map((field) => Math.min(100, Math.max(0, Number(field.value) || 0)) / 100);
      const x = Math.min(picture.width - 1, Math.round(left * picture.width)), y = Math.min(picture.height - 1, Math.round(top * picture.height));
      return [x, y, Math.max(1, Math.min(picture.width - x, Math.round(width * picture.width))), Math.max(1, Math.min(picture.height - y, Math.round(height * picture.height)))];
    };
    const show = () => {
      canvas.width = picture.width;
      canvas.height = picture.height;
      draw.drawImage(picture, 0, 0);
      draw.lineWidth = Math.max(2, picture.width / 150);
      for (const [colour, dash] of [["#000", []], ["#fff", [draw.lineWidth * 2]]]) {
        draw.strokeStyle = colour;
        draw.setLineDash(dash);
        draw.strokeRect(...chosen());
      }
    };
    const select = (...values) => {
      fields.forEach((field, i) => { field.value = Math.round(values[i]); });
      show();
    };
    const say = (what) => { news.textContent = box.dataset[what] ?? ""; };
    const acts = {
      potong: () => { picture = copy(picture, ...chosen()); select(0, 0, 100, 100); },
      buramkan: () => {
        const [x, y, width, height] = chosen();
        picture = copy(picture);
        const context = picture.getContext("2d");
        // Eight dots across at most: what they held cannot be made out again.
        const few = Object.assign(document.createElement("canvas"), { width: Math.min(8, width), height: Math.min(8, height) });
        const shrink = few.getContext("2d");
        // Averages, where the quick way would pick single dots.
        shrink.imageSmoothingQuality = "high";
        shrink.drawImage(picture, x, y, width, height, 0, 0, few.width, few.height);
        context.imageSmoothingEnabled = false;
        context.drawImage(few, 0, 0, few.width, few.height, x, y, width, height);
        show();
      },
    };
    const close = () => {
      box.hidden = true;
      opener?.focus();
    };

    const open = async (button) => {
      opener = button;
      const at = [...gallery.querySelectorAll("button")].indexOf(button), file = input.files[at];
      if (!file) return;
      try {
        picture = copy(await createImageBitmap(file));
      } catch {
        return;
      }
      [name, earlier] = [file.name, []];
      box.hidden = false;
      news.textContent = "";
      select(25, 25, 50, 50);
      $("foto-sunting-judul").focus();
    };
    // The photos are shown by the island; each gets its button when it appears.
    new MutationObserver(() => {
      for (const figure of gallery.querySelectorAll("figure:not(:has(button))")) {
        const button = Object.assign(document.createElement("button"), { type: "button", className: "button quiet small", textContent: `${gallery.dataset.sunting} ${figure.querySelector("img")?.alt ?? ""}` });
        button.addEventListener("click", () => open(button));
        figure.append(button);
      }
      if (opener && !opener.isConnected) box.hidden = true;
    }).observe(gallery, { childList: true, subtree: true });

    box.addEventListener("click", async (event) => {
      const act = event.target.dataset?.buat;
      if (acts[act]) {
        earlier.push(picture);
        acts[act]();
        say(act);
      } else if (act === "urungkan" && earlier.length) {
        picture = earlier.pop();
        show();
        say(act);
      } else if (act === "pakai") {
        const blob = await new Promise((done) => picture.toBlob(done, "image/jpeg", 0.88));
        const at = [...gallery.querySelectorAll("button")].indexOf(opener), files = new DataTransfer();
        [...input.files].forEach((file, i) => files.items.add(i === at ? new File([blob], name.replace(/(\.\w+)?$/, ".jpg"), { type: "image/jpeg" }) : file));
        input.files = files.files;
        const image = opener.closest("figure").querySelector("img");
        URL.revokeObjectURL(image.src);
        image.src = URL.createObjectURL(blob);
        close();
      } else if (act === "batal") close();
    });
    box.addEventListener("keydown", (event) => {
      // Enter in a field would send the whole form.
      if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
      if (event.key === "Escape") close();
    });
    fields.forEach((field) => field.addEventListener("input", show));

    let from;
    const place = (event) => {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      const within = (part) => Math.min(100, Math.max(0, part * 100));
      return [within((event.clientX - left) / width), within((event.clientY - top) / height)];
    };
    canvas.addEventListener("pointerdown", (event) => {
      from = place(event);
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!from) return;
      const to = place(event);
      select(Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1]));
    });
    for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => { from = undefined; });
  }
}
