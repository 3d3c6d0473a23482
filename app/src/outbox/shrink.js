// A photo as it is kept: a few hundred kilobytes, as an upright JPEG. What cannot be drawn stays as it is: the server
// judges it.
export async function shrink(file, edge) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" }), scale = Math.min(1, edge / Math.max(picture.width, picture.height));
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) });
    const draw = canvas.getContext("2d");
    draw.fillStyle = "#fff";
    draw.fillRect(0, 0, canvas.width, canvas.height);
    draw.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.82));
    return made && (scale < 1 || made.size < file.size) ? made : file;
  } catch {
    return file;
  }
}
