//! Papers: headings, paragraphs and tables on numbered A4 pages, as PDF/UA that a screen reader reads in order. Knows
//! nothing of what they say.
//!
//! Letters outside Latin have no shape in the font and are shown as question marks; the font and its licence are in
//! `app/fonts`.

pub(crate) mod letters;

use std::num::NonZeroU16;

use krilla::Document;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree};
use krilla::text::{Font, TextDirection};
use krilla::{SerializeSettings, color::rgb};

use letters::{BOLD, REGULAR, lines, shown};

/// What a paper is made of, from top to bottom.
#[derive(Debug, Clone)]
pub enum Block {
    /// A section's heading; the paper's own is its title.
    Heading(String),
    /// Paragraphs, one a line.
    Text(String),
    /// The same in small letters: sources, hashes.
    Small(String),
    Table(Table),
}

#[derive(Debug, Clone)]
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// How wide the columns are beside each other; one for each of `head`.
    pub widths: Vec<f32>,
}

#[derive(Debug, Clone)]
pub struct Paper {
    pub title: String,
    /// `id` or `en`.
    pub language: &'static str,
    pub blocks: Vec<Block>,
    /// At the foot of a page, from its number and how many there are.
    pub foot: fn(usize, usize, &'static str) -> String,
}

/// A4 in points.
const WIDTH: f32 = 595.28;
const HEIGHT: f32 = 841.89;
const MARGIN: f32 = 56.0;
const LEADING: f32 = 1.4;
const GAP: f32 = 8.0;

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    pub size: f32,
    pub bold: bool,
}

const TITLE: Style = Style { size: 18.0, bold: true };
const HEADING: Style = Style { size: 13.0, bold: true };
const BODY: Style = Style { size: 10.5, bold: false };
const SMALL: Style = Style { size: 8.5, bold: false };
const HEAD: Style = Style { size: 9.5, bold: true };
const CELL: Style = Style { size: 9.5, bold: false };

/// Where in the structure a piece belongs: the block, and in a table the row (the head is 0) and the column.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Place {
    block: usize,
    cell: Option<(usize, usize)>,
}

/// A line of letters on a page.
#[derive(Debug)]
struct Piece {
    page: usize,
    x: f32,
    y: f32,
    style: Style,
    text: String,
    place: Place,
}

/// Lays blocks onto pages.
struct Layout {
    page: usize,
    y: f32,
    pieces: Vec<Piece>,
    /// Lines under rows of tables: page and height.
    rules: Vec<(usize, f32)>,
}

impl Layout {
    fn room(&mut self, height: f32) {
        if self.y + height > HEIGHT - MARGIN - 20.0 {
            self.page += 1;
            self.y = MARGIN;
        }
    }

    fn put(&mut self, block: usize, text: &str, style: Style) {
        for paragraph in text.lines().filter(|p| !p.trim().is_empty()) {
            for line in lines(paragraph, style, WIDTH - 2.0 * MARGIN) {
                let height = style.size * LEADING;
                self.room(height);
                self.pieces.push(Piece { page: self.page, x: MARGIN, y: self.y + style.size, style, text: line, place: Place { block, cell: None } });
                self.y += height;
            }
            self.y += GAP / 2.0;
        }
    }

    /// Rows stay whole on a page; one taller than a page is cut at its end and goes on.
    fn table(&mut self, block: usize, table: &Table) {
        let all: f32 = table.widths.iter().sum();
        let full = WIDTH - 2.0 * MARGIN;
        let widths: Vec<f32> = table.widths.iter().map(|w| w / all * full).collect();
        for (row, cells) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
            let style = if row == 0 { HEAD } else { CELL };
            let columns: Vec<Vec<String>> = cells.iter().zip(&widths).map(|(text, width)| text.lines().flat_map(|p| lines(p, style, width - 8.0)).collect()).collect();
            let height = style.size * LEADING;
            let tallest = columns.iter().map(Vec::len).max().unwrap_or(0);
            self.room((tallest as f32 * height).min(HEIGHT / 2.0) + GAP);
            for line in 0..tallest {
                self.room(height);
                let mut x = MARGIN;
                for (column, texts) in columns.iter().enumerate() {
                    if let Some(text) = texts.get(line) {
                        self.pieces.push(Piece { page: self.page, x, y: self.y + style.size, style, text: text.clone(), place: Place { block, cell: Some((row, column)) } });
                    }
                    x += widths[column];
                }
                self.y += height;
            }
            self.y += GAP / 2.0;
            self.rules.push((self.page, self.y - GAP / 4.0));
        }
    }
}

fn lay_out(paper: &Paper) -> Layout {
    let mut layout = Layout { page: 0, y: MARGIN, pieces: Vec::new(), rules: Vec::new() };
    layout.put(0, &paper.title, TITLE);
    for (number, block) in paper.blocks.iter().enumerate() {
        let number = number + 1;
        match block {
            Block::Heading(text) => {
                layout.y += GAP;
                // Never the last thing on a page.
                layout.room(HEADING.size * 4.0);
                layout.put(number, text, HEADING);
            }
            Block::Text(text) => layout.put(number, text, BODY),
            Block::Small(text) => layout.put(number, text, SMALL),
            Block::Table(table) => layout.table(number, table),
        }
        layout.y += GAP / 2.0;
    }
    layout
}

/// Writes it.
///
/// # Errors
/// In words, when the writer finds that the paper would not be PDF/UA: a mistake of ours.
pub fn write(paper: &Paper) -> Result<Vec<u8>, String> {
    let fonts = [REGULAR, BOLD].map(|bytes| Font::new(bytes.into(), 0));
    let [Some(regular), Some(bold)] = fonts else { return Err("the font cannot be read".into()) };
    let layout = lay_out(paper);
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish().map_err(|e| format!("{e:?}"))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let pages = layout.page + 1;
    let mut marks: Vec<(Place, Identifier)> = Vec::with_capacity(layout.pieces.len());
    let mut outline = Outline::new();
    for page_number in 0..pages {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or("a page without a size")?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for piece in layout.pieces.iter().filter(|p| p.page == page_number) {
            let mark = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            // A space at the end of a line, so that words of two lines stay two when they are copied.
            draw(&mut surface, piece.x, piece.y, if piece.style.bold { &bold } else { &regular }, piece.style.size, &format!("{} ", piece.text));
            surface.end_tagged();
            marks.push((piece.place, mark));
        }
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
        for (_, y) in layout.rules.iter().filter(|(page, _)| *page == page_number) {
            rule(&mut surface, *y);
        }
        surface.end_tagged();
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::PageNumber)));
        let foot = shown(&(paper.foot)(page_number + 1, pages, paper.language));
        draw(&mut surface, MARGIN, HEIGHT - MARGIN + 14.0, &regular, SMALL.size, &foot);
        surface.end_tagged();
        surface.finish();
        page.finish();
    }
    for (number, block) in paper.blocks.iter().enumerate() {
        if let Block::Heading(text) = block
            && let Some(first) = layout.pieces.iter().find(|p| p.place.block == number + 1)
        {
            outline.push_child(OutlineNode::new(shown(text), XyzDestination::new(first.page, Point::from_xy(first.x, first.y - first.style.size))));
        }
    }
    document.set_outline(outline);
    document.set_tag_tree(structure(paper, marks));
    document.set_metadata(Metadata::new().title(shown(&paper.title)).language(paper.language.to_owned()).creator("Balai".into()));
    document.finish().map_err(|e| format!("{e:?}"))
}

fn draw(surface: &mut Surface<'_>, x: f32, y: f32, font: &Font, size: f32, text: &str) {
    surface.set_fill(Some(Fill { paint: rgb::Color::new(0, 0, 0).into(), ..Fill::default() }));
    surface.draw_text(Point::from_xy(x, y), font.clone(), size, text, false, TextDirection::LeftToRight);
}

fn rule(surface: &mut Surface<'_>, y: f32) {
    let mut path = PathBuilder::new();
    path.move_to(MARGIN, y);
    path.line_to(WIDTH - MARGIN, y);
    if let Some(path) = path.finish() {
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke { paint: rgb::Color::new(150, 150, 150).into(), width: 0.5, ..Stroke::default() }));
        surface.draw_path(&path);
        surface.set_stroke(None);
    }
}

/// What is read, in its order.
fn structure(paper: &Paper, marks: Vec<(Place, Identifier)>) -> TagTree {
    let mut of: Vec<Vec<(Place, Identifier)>> = (0..=paper.blocks.len()).map(|_| Vec::new()).collect();
    for (place, mark) in marks {
        of[place.block].push((place, mark));
    }
    let mut tree = TagTree::new().with_lang(Some(paper.language.to_owned()));
    let heading = |level: u16, text: &str| Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(shown(text)));
    for (number, marks) in of.into_iter().enumerate() {
        let block = number.checked_sub(1).map(|n| &paper.blocks[n]);
        let mut group = match block {
            None => TagGroup::new(heading(1, &paper.title)),
            Some(Block::Heading(text)) => TagGroup::new(heading(2, text)),
            Some(Block::Text(_) | Block::Small(_)) => TagGroup::new(Tag::P),
            Some(Block::Table(table)) => {
                tree.push(tagged_table(table, marks));
                continue;
            }
        };
        for (_, mark) in marks {
            group.push(mark);
        }
        tree.push(group);
    }
    tree
}

fn tagged_table(table: &Table, marks: Vec<(Place, Identifier)>) -> TagGroup {
    let mut rows: Vec<Vec<Vec<Identifier>>> = (0..=table.rows.len()).map(|_| (0..table.head.len()).map(|_| Vec::new()).collect()).collect();
    for (place, mark) in marks {
        if let Some((row, column)) = place.cell {
            rows[row][column].push(mark);
        }
    }
    let (mut head, mut body) = (TagGroup::new(Tag::THead), TagGroup::new(Tag::TBody));
    for (number, cells) in rows.into_iter().enumerate() {
        let mut row = TagGroup::new(Tag::TR);
        for marks in cells {
            let mut cell = if number == 0 { TagGroup::new(Tag::TH(TableHeaderScope::Column)) } else { TagGroup::new(Tag::TD) };
            for mark in marks {
                cell.push(mark);
            }
            row.push(cell);
        }
        if number == 0 { head.push(row) } else { body.push(row) }
    }
    let mut group = TagGroup::new(Tag::Table);
    group.push(head);
    group.push(body);
    group
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(blocks: Vec<Block>) -> Paper {
        Paper { title: "Laporan MDN-2611-7K3F".into(), language: "id", blocks, foot: |page, all, _| format!("Halaman {page} dari {all}") }
    }

    #[test]
    fn a_paper_is_written_and_conforms() {
        let table = Table {
            head: vec!["Hari".into(), "Langkah".into()],
            rows: (0..90)
                .map(|n| vec![format!("{n} November 2026"), "Diteruskan kepada Dinas Kependudukan dan Pencatatan Sipil, yang menjawab paling lambat empat belas hari kerja".into()])
                .collect(),
            widths: vec![1.0, 3.0],
        };
        let blocks = vec![
            Block::Heading("Yang dikirim".into()),
            Block::Text("Loket tutup.\nNama: Đặng “Ñusa” – 日本 😀\t\u{7}".into()),
            Block::Heading("Perjalanan".into()),
            Block::Table(table),
            Block::Small("ab".repeat(300)),
        ];
        let bytes = write(&paper(blocks)).unwrap();
        assert!(bytes.starts_with(b"%PDF-") && bytes.len() < 200_000, "{} bytes", bytes.len());
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.contains("/Lang") && text.contains("/StructTreeRoot") && text.contains("/Outlines"));
    }
}
