//! Photos: checked, decoded, turned upright, shrunk and encoded anew, so that nothing of the original file survives but
//! the picture; then kept under the hash of their content.

use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use image::{ImageDecoder, ImageFormat, ImageReader, Limits};
use object_store::local::LocalFileSystem;
use object_store::{ObjectStore, ObjectStoreExt};
use vocabulary::Fault;
use vocabulary::feedback::{PHOTO_EDGE, PHOTO_MEGABYTES, PHOTO_MEGAPIXELS};

use crate::error::{Error, Result};
use crate::secrets::{hex, sha256};

#[derive(Debug, Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    folder: Arc<Path>,
}

/// A photo as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Hash of the content; also its name in the store.
    pub file: String,
    pub width: u32,
    pub height: u32,
    /// By which the same picture is known again however it was shrunk or encoded; none of a picture without features.
    pub fingerprint: Option<u64>,
}

impl Files {
    /// Opens the local folder, making it where it is missing.
    ///
    /// # Errors
    /// When the folder cannot be made or used.
    pub fn open(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        Ok(Self { store: Arc::new(LocalFileSystem::new_with_prefix(folder)?), folder: folder.into() })
    }

    /// Opens by address: `file:///path`.
    ///
    /// # Errors
    /// [`Error::Configuration`] for an address this build does not know.
    pub fn open_url(url: &str) -> Result<Self> {
        match url.strip_prefix("file://") {
            Some(path) if path.starts_with('/') => Self::open(Path::new(path)),
            _ => Err(Error::Configuration(format!("the address of the files, {url:?}, must begin with file:///"))),
        }
    }

    /// Keeps a photo. Keeping the same one twice keeps one.
    ///
    /// # Errors
    /// The store's.
    pub async fn keep(&self, prepared: Prepared) -> Result<Photo> {
        let photo = Photo { file: prepared.file_name(), width: prepared.width, height: prepared.height, fingerprint: prepared.fingerprint };
        self.store.put(&path_of(&photo.file), prepared.bytes.into()).await?;
        let (folder, file) = (self.folder.clone(), photo.file.clone());
        tokio::task::spawn_blocking(move || blur_time(&folder, &file)).await.map_err(|e| Error::Broken(e.to_string()))??;
        Ok(photo)
    }

    /// The bytes of a kept photo; always a JPEG.
    ///
    /// # Errors
    /// [`Error::NotFound`] or the store's.
    pub async fn read(&self, file: &str) -> Result<Bytes> {
        if !is_file_name(file) {
            return Err(Error::NotFound);
        }
        match self.store.get(&path_of(file)).await {
            Ok(found) => Ok(found.bytes().await?),
            Err(object_store::Error::NotFound { .. }) => Err(Error::NotFound),
            Err(e) => Err(e.into()),
        }
    }

    /// What a kept photo is; it is decoded for its fingerprint.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none of that name.
    pub async fn describe(&self, file: &str) -> Result<Photo> {
        let bytes = self.read(file).await?;
        let decode = move || ImageReader::with_format(Cursor::new(&bytes), ImageFormat::Jpeg).decode();
        let picture = tokio::task::spawn_blocking(decode).await.map_err(|e| Error::Broken(e.to_string()))?.map_err(|e| Error::Broken(e.to_string()))?;
        Ok(Photo { file: file.to_owned(), width: picture.width(), height: picture.height(), fingerprint: fingerprint(&picture) })
    }

    /// Deletes a photo; one that is not there is deleted.
    ///
    /// # Errors
    /// The store's.
    pub async fn delete(&self, file: &str) -> Result<()> {
        if !is_file_name(file) {
            return Ok(());
        }
        match self.store.delete(&path_of(file)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(e) => Err(e.into()),
        }
    }
}

/// A file, and the folders that changed with it, tell the hour of their last change and no more: a photo comes from a
/// reporter. (When its inode changed the system keeps to itself; no copy or backup carries that.)
fn blur_time(store: &Path, file: &str) -> std::io::Result<()> {
    let folder = store.join(&file[..2]);
    for path in [folder.join(file), folder, store.to_owned()] {
        let opened = std::fs::File::open(path)?;
        let since = opened.metadata()?.modified()?.duration_since(std::time::UNIX_EPOCH).unwrap_or_default().as_secs();
        opened.set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(since - since % 3600))?;
    }
    Ok(())
}

/// Names are 64 hexadecimal digits, so that no request can name anything else.
pub fn is_file_name(file: &str) -> bool {
    file.len() == 64 && file.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

fn path_of(file: &str) -> object_store::path::Path {
    object_store::path::Path::from_iter([&file[..2], file])
}

/// A picture that was decoded and encoded anew.
pub struct Prepared {
    bytes: Bytes,
    width: u32,
    height: u32,
    fingerprint: Option<u64>,
}

impl Prepared {
    /// The name it will have in the store.
    pub fn file_name(&self) -> String {
        hex(&sha256(&[&self.bytes]))
    }
}

/// What the sender's name of a file claims: a name that says it is no picture is believed.
///
/// # Errors
/// [`Fault::FilePdf`], [`Fault::FileNotAPicture`].
pub fn claimed(name: &str) -> Result<(), Fault> {
    const PICTURES: [&str; 13] = ["jpg", "jpeg", "jpe", "jfif", "png", "webp", "heic", "heif", "gif", "bmp", "avif", "tif", "tiff"];
    let Some((_, ending)) = name.rsplit_once('.') else { return Ok(()) };
    let ending = ending.trim().to_ascii_lowercase();
    // "IMG.20261102" has no ending that says anything.
    let says = (2..=5).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric()) && ending.bytes().any(|b| b.is_ascii_alphabetic());
    match ending.as_str() {
        "pdf" => Err(Fault::FilePdf),
        other if says && !PICTURES.contains(&other) => Err(Fault::FileNotAPicture),
        _ => Ok(()),
    }
}

/// What people send who think it is a photo, by its first bytes: told what to do instead.
fn known_otherwise(bytes: &[u8]) -> Option<Fault> {
    // A document may have a few bytes of a mail or a byte order mark before its head.
    if bytes[..bytes.len().min(1024)].windows(5).any(|w| w == b"%PDF-") {
        return Some(Fault::FilePdf);
    }
    let brand = (bytes.get(4..8) == Some(b"ftyp")).then(|| bytes.get(8..12)).flatten()?;
    [b"heic", b"heix", b"heif", b"hevc", b"mif1", b"msf1", b"avif"].iter().any(|b| brand == *b).then_some(Fault::FileHeic)
}

/// Whether each of 64 neighbouring pairs of a tiny grey picture grows darker: a dHash. Shrinking and encoding anew
/// change few of its bits, another picture about half. The crates for it bring a library of image processing for these fifteen lines.
fn fingerprint(picture: &image::DynamicImage) -> Option<u64> {
    let tiny = picture.resize_exact(9, 8, image::imageops::FilterType::Triangle).into_luma8();
    let mut bits = 0u64;
    for y in 0..8 {
        for x in 0..8 {
            // Noise of the encoder in an even surface is no feature.
            let falls = i16::from(tiny.get_pixel(x, y)[0]) - i16::from(tiny.get_pixel(x + 1, y)[0]) > 2;
            bits = bits << 1 | u64::from(falls);
        }
    }
    // A wall or a night sky is like every other.
    (8..=56).contains(&bits.count_ones()).then_some(bits)
}

/// Decodes and encodes anew. Takes tens of milliseconds: call off the async threads.
///
/// # Errors
/// The fault of the file, in the order of the checks: empty, too large, not a picture, too many pixels, broken.
pub fn prepare(bytes: &[u8]) -> Result<Prepared, Fault> {
    if bytes.is_empty() {
        return Err(Fault::FileEmpty);
    }
    if bytes.len() > PHOTO_MEGABYTES * 1024 * 1024 {
        return Err(Fault::FileTooLarge { most_mb: PHOTO_MEGABYTES });
    }
    if let Some(fault) = known_otherwise(bytes) {
        return Err(fault);
    }
    // The first bytes decide what is decoded, never the name or the type that the sender claims.
    let format = image::guess_format(bytes).ok().filter(|f| matches!(f, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)).ok_or(Fault::FileNotAPicture)?;
    let reader = || ImageReader::with_format(Cursor::new(bytes), format);
    let (width, height) = reader().into_dimensions().map_err(|_| Fault::FileBroken)?;
    if u64::from(width) * u64::from(height) > PHOTO_MEGAPIXELS as u64 * 1_000_000 {
        return Err(Fault::TooManyPixels { most_megapixels: PHOTO_MEGAPIXELS });
    }
    let mut limited = reader();
    let mut limits = Limits::default();
    limits.max_alloc = Some(PHOTO_MEGAPIXELS as u64 * 1_000_000 * 4 + 16 * 1024 * 1024);
    limited.limits(limits);
    let mut decoder = limited.into_decoder().map_err(|_| Fault::FileBroken)?;
    let upright = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = image::DynamicImage::from_decoder(decoder).map_err(|_| Fault::FileBroken)?;
    picture.apply_orientation(upright);
    if picture.width() > PHOTO_EDGE || picture.height() > PHOTO_EDGE {
        picture = picture.resize(PHOTO_EDGE, PHOTO_EDGE, image::imageops::FilterType::Triangle);
    }
    let fingerprint = fingerprint(&picture);
    let picture = picture.into_rgb8();
    let mut encoded = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut encoded, 82).encode_image(&picture).map_err(|_| Fault::FileBroken)?;
    Ok(Prepared { bytes: encoded.into(), width: picture.width(), height: picture.height(), fingerprint })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        image::DynamicImage::new_rgb8(width, height).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
        bytes
    }

    /// A PNG whose head claims 30,000 by 30,000 dots: never decoded, for its head is read first.
    fn bomb() -> Vec<u8> {
        let mut bytes = png(40, 40);
        bytes[16..20].copy_from_slice(&30_000u32.to_be_bytes());
        bytes[20..24].copy_from_slice(&30_000u32.to_be_bytes());
        // The head's checksum, over its name and content.
        let sum = crc32(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&sum.to_be_bytes());
        bytes
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0u32, |sum, b| (0..8).fold(sum ^ u32::from(*b), |s, _| if s & 1 == 1 { s >> 1 ^ 0xedb8_8320 } else { s >> 1 }))
    }

    /// A picture with features: its grey is a sum of waves.
    fn scene(width: u32, height: u32, shift: f32) -> image::DynamicImage {
        let grey = |x: u32, y: u32| {
            let (x, y) = (x as f32 / width as f32, y as f32 / height as f32);
            (128.0 + 60.0 * (9.0 * x + 5.0 * y + shift).sin() + 50.0 * (14.0 * y - 6.0 * x * x + 2.0 * shift).cos()).clamp(0.0, 255.0) as u8
        };
        image::DynamicImage::ImageRgb8(image::RgbImage::from_fn(width, height, |x, y| image::Rgb([grey(x, y); 3])))
    }

    #[test]
    fn the_same_picture_is_known_again_and_another_is_not() {
        let encoded = |picture: &image::DynamicImage, quality| {
            let mut bytes = Vec::new();
            image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(&picture.to_rgb8()).unwrap();
            prepare(&bytes).unwrap().fingerprint.unwrap()
        };
        let (first, smaller, other) = (encoded(&scene(2400, 1800, 0.0), 92), encoded(&scene(800, 600, 0.0), 55), encoded(&scene(2400, 1800, 1.7), 92));
        assert!((first ^ smaller).count_ones() <= 4, "shrunk and encoded anew: {} bits differ", (first ^ smaller).count_ones());
        assert!((first ^ other).count_ones() > 12, "another picture: {} bits differ", (first ^ other).count_ones());
        assert_eq!(fingerprint(&image::DynamicImage::new_rgb8(200, 100)), None, "an even surface is like every other");
    }

    #[test]
    fn a_name_that_says_it_is_no_picture_is_believed() {
        for (name, expected) in [
            ("foto.jpg", Ok(())),
            ("FOTO.JPEG", Ok(())),
            ("tanpa-akhiran", Ok(())),
            ("IMG.20261102", Ok(())),
            ("foto.png", Ok(())),
            ("surat.pdf", Err(Fault::FilePdf)),
            ("foto.jpg.exe", Err(Fault::FileNotAPicture)),
            ("gambar.svg", Err(Fault::FileNotAPicture)),
            ("halaman.html", Err(Fault::FileNotAPicture)),
        ] {
            assert_eq!(claimed(name), expected, "{name}");
        }
    }

    #[test]
    fn what_is_no_photo_is_named() {
        let broken = {
            let mut b = png(40, 40);
            b.truncate(60);
            b
        };
        let cases: Vec<(Vec<u8>, Fault, &str)> = vec![
            (vec![], Fault::FileEmpty, "nothing in it"),
            (b"<svg onload=alert(1)>".to_vec(), Fault::FileNotAPicture, "a drawing that runs"),
            (b"%PDF-1.7".to_vec(), Fault::FilePdf, "a document"),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1".to_vec(), Fault::FileHeic, "what some phones call a photo"),
            (bomb(), Fault::TooManyPixels { most_megapixels: PHOTO_MEGAPIXELS }, "a few hundred bytes that say they are three gigabytes"),
            (vec![0; PHOTO_MEGABYTES * 1024 * 1024 + 1], Fault::FileTooLarge { most_mb: PHOTO_MEGABYTES }, "too large"),
            (broken, Fault::FileBroken, "cut off"),
            (png(8000, 6000), Fault::TooManyPixels { most_megapixels: PHOTO_MEGAPIXELS }, "48 million pixels"),
        ];
        for (bytes, fault, why) in cases {
            assert_eq!(prepare(&bytes).err(), Some(fault), "{why}");
        }
    }

    #[tokio::test]
    async fn a_kept_photo_tells_the_hour_and_no_more() {
        let folder = std::env::temp_dir().join(format!("balai-files-{}", std::process::id()));
        let photo = Files::open(&folder).unwrap().keep(prepare(&png(40, 40)).unwrap()).await.unwrap();
        let inner = folder.join(&photo.file[..2]);
        for path in [folder.clone(), inner.clone(), inner.join(&photo.file)] {
            let since = path.metadata().unwrap().modified().unwrap().duration_since(std::time::UNIX_EPOCH).unwrap();
            assert_eq!((since.as_secs() % 3600, since.subsec_nanos()), (0, 0), "{}", path.display());
        }
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn nothing_of_the_file_survives_but_the_picture() {
        let mut jpeg = Vec::new();
        image::DynamicImage::new_rgb8(2000, 1000).write_to(&mut Cursor::new(&mut jpeg), ImageFormat::Jpeg).unwrap();
        // An EXIF segment with a canary, as a camera writes its place and owner.
        let canary = b"Exif\0\0GPS-3.7833-98.6833-pemilik";
        let mut with_exif = jpeg[..2].to_vec();
        with_exif.extend([0xff, 0xe1]);
        with_exif.extend(((canary.len() + 2) as u16).to_be_bytes());
        with_exif.extend(canary);
        with_exif.extend(&jpeg[2..]);
        let kept = prepare(&with_exif).unwrap();
        assert_eq!((kept.width, kept.height), (1600, 800));
        assert!(!kept.bytes.windows(7).any(|w| w == b"pemilik"));
    }
}
