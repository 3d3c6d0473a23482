//! Draws a card: the page's name in large letters, what it is above, whose it is below. Letters are outlines of the fonts of
//! our papers, filled by a rasteriser; colours come from a palette of 64, which makes a picture of 630,000 dots a file of
//! some ten kilobytes.

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, MetadataProvider};

use super::{Card, HEIGHT, WIDTH};
use crate::pdf::Style;
use crate::pdf::letters::{BOLD, REGULAR, lines, shown};

const MARGIN: f32 = 72.0;
/// Where the band with the portal's name begins.
const BAND: f32 = 508.0;
/// Sizes of the title, with how many lines of each there is room for; the first that fits is taken.
const TITLES: [(f32, usize); 4] = [(82.0, 3), (68.0, 4), (56.0, 5), (48.0, 5)];
const SMALL: f32 = 36.0;

// Two ramps of 32 colours each: from ground to letter, above and on the band.
const RAMP: u8 = 32;
const GROUND: [[u8; 3]; 2] = [[0x0b, 0x5b, 0x5f], [0xff, 0xfe, 0xfb]];
const LETTER: [[u8; 3]; 2] = [[0xff, 0xfe, 0xfb], [0x0b, 0x5b, 0x5f]];

/// The drawing of the brand, in a square of 32.
const ROOF: [(f32, f32); 6] = [(16.0, 3.0), (2.0, 14.0), (3.6, 16.0), (16.0, 6.4), (28.4, 16.0), (30.0, 14.0)];
const HOUSE: [(f32, f32); 9] = [(16.0, 10.0), (5.0, 18.6), (5.0, 28.0), (11.0, 28.0), (11.0, 21.0), (21.0, 21.0), (21.0, 28.0), (27.0, 28.0), (27.0, 18.6)];

/// Follows the outline of one letter, whose base line begins at `at`.
struct Pen<'a> {
    onto: &'a mut Rasterizer,
    at: (f32, f32),
    start: Point,
    now: Point,
}

impl Pen<'_> {
    fn place(&self, x: f32, y: f32) -> Point {
        point(self.at.0 + x, self.at.1 - y)
    }
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = self.place(x, y);
        self.now = self.start;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.place(x, y);
        self.onto.draw_line(self.now, to);
        self.now = to;
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (by, to) = (self.place(cx, cy), self.place(x, y));
        self.onto.draw_quad(self.now, by, to);
        self.now = to;
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (a, b, to) = (self.place(ax, ay), self.place(bx, by), self.place(x, y));
        self.onto.draw_cubic(self.now, a, b, to);
        self.now = to;
    }

    fn close(&mut self) {
        self.onto.draw_line(self.now, self.start);
        self.now = self.start;
    }
}

/// A line of letters from `x` along the base line `y`.
fn write(onto: &mut Rasterizer, text: &str, bold: bool, size: f32, x: f32, y: f32) -> Result<(), String> {
    let font = FontRef::new(if bold { BOLD } else { REGULAR }).map_err(|e| e.to_string())?;
    let (letters, outlines, metrics) = (font.charmap(), font.outline_glyphs(), font.glyph_metrics(Size::new(size), LocationRef::default()));
    let mut along = x;
    for glyph in text.chars().filter_map(|c| letters.map(c)) {
        if let Some(outline) = outlines.get(glyph) {
            let mut pen = Pen { onto: &mut *onto, at: (along, y), start: point(0.0, 0.0), now: point(0.0, 0.0) };
            outline.draw(DrawSettings::unhinted(Size::new(size), LocationRef::default()), &mut pen).map_err(|e| e.to_string())?;
        }
        along += metrics.advance_width(glyph).unwrap_or_default();
    }
    Ok(())
}

fn shape(onto: &mut Rasterizer, corners: &[(f32, f32)], x: f32, y: f32, scale: f32) {
    let place = |(a, b): (f32, f32)| point(x + a * scale, y + b * scale);
    for (i, corner) in corners.iter().enumerate() {
        onto.draw_line(place(*corner), place(corners[(i + 1) % corners.len()]));
    }
}

/// The first lines of a text, and of what is too long for them its beginning with "…".
fn cut(text: &str, bold: bool, size: f32, width: f32, most: usize) -> Vec<String> {
    let style = Style { size, bold };
    let mut all = lines(text, style, width);
    if all.len() > most {
        all.truncate(most);
        if let Some(last) = all.last_mut() {
            while !last.is_empty() && lines(&format!("{last}…"), style, width).len() > 1 {
                last.pop();
            }
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    all
}

/// The title in the largest size in which all of it has room; of one that is too long even for the smallest, its beginning.
fn title(text: &str) -> (f32, Vec<String>) {
    let width = WIDTH as f32 - 2.0 * MARGIN;
    let fits = TITLES.iter().find_map(|(size, most)| {
        let all = lines(text, Style { size: *size, bold: true }, width);
        (all.len() <= *most).then_some((*size, all))
    });
    fits.unwrap_or_else(|| {
        let (size, most) = TITLES[TITLES.len() - 1];
        (size, cut(text, true, size, width, most))
    })
}

/// The picture as PNG. Takes some ten milliseconds: call off the async threads.
///
/// # Errors
/// When a font or the encoder fails.
pub fn draw(card: &Card) -> Result<Vec<u8>, String> {
    let mut onto = Rasterizer::new(WIDTH as usize, HEIGHT as usize);
    let width = WIDTH as f32 - 2.0 * MARGIN;
    for line in cut(&shown(&card.above), false, SMALL, width, 1) {
        write(&mut onto, &line, false, SMALL, MARGIN, 104.0)?;
    }
    let (size, all) = title(&shown(&card.title));
    let leading = size * 1.16;
    // In the middle of the room between what stands above and the band.
    let top = 128.0 + (BAND - 24.0 - 128.0 - leading * all.len() as f32) / 2.0;
    for (i, line) in all.iter().enumerate() {
        write(&mut onto, line, true, size, MARGIN, top + leading * i as f32 + size * 0.92)?;
    }
    shape(&mut onto, &ROOF, MARGIN, 532.0, 2.2);
    shape(&mut onto, &HOUSE, MARGIN, 532.0, 2.2);
    write(&mut onto, "Balai", true, 44.0, MARGIN + 84.0, 584.0)?;
    let from = MARGIN + 84.0 + 150.0;
    for line in cut(&shown(&card.below), false, 32.0, WIDTH as f32 - MARGIN - from, 1) {
        write(&mut onto, &line, false, 32.0, from, 583.0)?;
    }

    let mut dots = vec![0_u8; (WIDTH * HEIGHT) as usize];
    let first_of_band = WIDTH as usize * BAND as usize;
    onto.for_each_pixel(|i, covered| {
        let ramp = if i >= first_of_band { RAMP } else { 0 };
        if let Some(dot) = dots.get_mut(i) {
            *dot = ramp + (covered.clamp(0.0, 1.0) * f32::from(RAMP - 1)).round() as u8;
        }
    });
    encode(&dots).map_err(|e| e.to_string())
}

fn encode(dots: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut palette = Vec::new();
    for (ground, letter) in GROUND.iter().zip(LETTER) {
        for step in 0..RAMP {
            let part = f32::from(step) / f32::from(RAMP - 1);
            palette.extend(ground.iter().zip(letter).map(|(g, l)| (f32::from(*g) + (f32::from(l) - f32::from(*g)) * part).round() as u8));
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(dots)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_title_has_room_and_a_long_one_is_cut() {
        let width = WIDTH as f32 - 2.0 * MARGIN;
        for (text, size, whole) in [
            ("KTP-el", 82.0, true),
            ("Dinas Kependudukan dan Pencatatan Sipil", 82.0, true),
            ("Kepala Seksi Pelayanan Pencatatan Kelahiran dan Kematian pada Dinas Kependudukan dan Pencatatan Sipil Kota Medan", 56.0, true),
            (&"Jalan rusak ".repeat(60), 48.0, false),
            (&"a".repeat(400), 48.0, false),
        ] {
            let (chosen, all) = title(text);
            assert_eq!(chosen, size, "{text}");
            let room = TITLES.iter().find(|(s, _)| *s == chosen).unwrap().1;
            assert!(all.len() <= room && chosen * 1.16 * all.len() as f32 <= BAND - 152.0, "{} lines of {chosen}", all.len());
            assert!(all.iter().all(|line| lines(line, Style { size: chosen, bold: true }, width).len() == 1), "{all:?}");
            assert_eq!(all.last().unwrap().ends_with('…'), !whole, "{all:?}");
        }
    }
}
