//! A tree as SVG: boxes that are links, and lines between them. Written as text and not as a view, because Leptos leaves
//! marks between elements that are no XML, and because a picture of a hundred boxes is cheaper this way. All colours
//! come from `style/chart.css`.

use std::borrow::Cow;
use std::fmt::Write;

use super::tree_layout::{Item, Measures, lay_out};

/// One box, parents before children.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    pub depth: usize,
    /// Where boxes wrap into rows, another group begins another row.
    pub group: usize,
    pub href: String,
    /// In at most three lines.
    pub name: String,
    pub details: Vec<Detail>,
    /// Its border is broken; the words must say why.
    pub vacant: bool,
}

/// A line of smaller type under the name.
#[derive(Debug, Clone)]
pub struct Detail {
    pub text: String,
    /// How many lines it may take.
    pub most: usize,
    /// Set in the colour of the name, for what matters.
    pub strong: bool,
}

const NAME: Type = Type { size: 14, line: 18, bold: true };
const SMALL: Type = Type { size: 12, line: 16, bold: false };
const NAME_LINES: usize = 3;
const PADDING: i32 = 10;
/// Around everything, for borders and the focus.
const EDGE: i32 = 5;

struct Type {
    size: i32,
    line: i32,
    bold: bool,
}

/// The picture, with its name for those who do not see it.
pub fn draw(label: &str, cells: &[Cell], measures: &Measures) -> String {
    let room = measures.width - 2 * PADDING;
    let texts: Vec<Vec<(&'static str, &Type, String)>> = cells.iter().map(|cell| texts(cell, room)).collect();
    let items: Vec<Item> = cells
        .iter()
        .zip(&texts)
        .map(|(cell, lines)| Item { depth: cell.depth, height: 2 * PADDING + lines.iter().map(|(_, kind, _)| kind.line).sum::<i32>(), group: cell.group })
        .collect();
    let layout = lay_out(&items, measures);
    let (width, height) = (layout.width + 2 * EDGE, layout.height + 2 * EDGE);
    let mut svg = String::with_capacity(512 + cells.len() * 640);
    // The size is in em, so that the picture grows with the reader's text.
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" role=\"group\" aria-label=\"{}\" viewBox=\"-{EDGE} -{EDGE} {width} {height}\" width=\"{}em\" height=\"{}em\">",
        escape(label),
        f64::from(width) / 16.0,
        f64::from(height) / 16.0,
    );
    for line in &layout.lines {
        let _ = write!(svg, "<path class=\"line\" d=\"{line}\"/>");
    }
    for ((cell, lines), place) in cells.iter().zip(&texts).zip(&layout.places) {
        let spoken = std::iter::once(cell.name.as_str()).chain(cell.details.iter().map(|d| d.text.as_str())).collect::<Vec<_>>().join(", ");
        let class = if cell.vacant { "box vacant" } else { "box" };
        let _ = write!(svg, "<a class=\"{class}\" href=\"{}\" aria-label=\"{}\">", escape(&cell.href), escape(&spoken));
        let _ = write!(svg, "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"6\"/>", place.x, place.y, measures.width, place.height);
        let mut bottom = place.y + PADDING;
        for (class, kind, text) in lines {
            bottom += kind.line;
            // The foot of the letters stands a third of the spare room and their depth above the line's end.
            let _ = write!(svg, "<text class=\"{class}\" x=\"{}\" y=\"{}\">{}</text>", place.x + PADDING, bottom - kind.line / 3 + 1, escape(text));
        }
        svg.push_str("</a>");
    }
    svg.push_str("</svg>");
    svg
}

fn texts(cell: &Cell, room: i32) -> Vec<(&'static str, &'static Type, String)> {
    let name = wrap(&cell.name, room, &NAME, NAME_LINES).into_iter().map(|line| ("name", &NAME, line));
    let details = cell.details.iter().flat_map(|detail| {
        let class = if detail.strong { "strong" } else { "detail" };
        wrap(&detail.text, room, &SMALL, detail.most).into_iter().map(move |line| (class, &SMALL, line))
    });
    name.chain(details).collect()
}

/// Text in lines no wider than `room`; what does not fit into `most` lines ends in "…". A word too long for a line is
/// cut.
fn wrap(text: &str, room: i32, kind: &Type, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // The widths are added up in thousandths as letters are added, so that no line is measured again and again.
    let fits = |thousandths: i32| pixels(thousandths, kind) <= room;
    let (mut line, mut taken) = (String::new(), 0);
    for word in text.split_whitespace() {
        let wide: i32 = word.chars().map(letter_width).sum();
        let space = if line.is_empty() { 0 } else { letter_width(' ') };
        if fits(taken + space + wide) {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            taken += space + wide;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            taken = 0;
        }
        for letter in word.chars() {
            if !fits(taken + letter_width(letter)) {
                lines.push(std::mem::take(&mut line));
                taken = 0;
            }
            line.push(letter);
            taken += letter_width(letter);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && width(&format!("{last}…"), kind) > room {
                last.pop();
            }
            *last = format!("{}…", last.trim_end());
        }
    }
    lines
}

/// How wide a line is at most, in pixels. The reader's typeface is not known, so letters are taken for those of a broad
/// one.
fn width(text: &str, kind: &Type) -> i32 {
    pixels(text.chars().map(letter_width).sum(), kind)
}

const fn pixels(thousandths: i32, kind: &Type) -> i32 {
    let bold = if kind.bold { 108 } else { 100 };
    thousandths * kind.size * bold / 100_000
}

/// In thousandths of the type size.
const fn letter_width(letter: char) -> i32 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '·' => 320,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 400,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' => 930,
        'A'..='Z' => 700,
        c if c.is_ascii() => 600,
        // Letters of other scripts are at most as wide as the type is high.
        _ => 1000,
    }
}

pub(crate) fn escape(text: &str) -> Cow<'_, str> {
    // Most names hold nothing special.
    if !text.chars().any(|c| matches!(c, '&' | '<' | '>' | '"' | '\'') || c.is_control()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#x27;"),
            // What XML forbids, even written as a number.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: i32 = 180;

    #[test]
    fn names_wrap_between_words_and_end_in_dots() {
        let cases = [
            ("Inspektorat", 3, vec!["Inspektorat"]),
            ("Dinas Kependudukan dan Pencatatan Sipil", 3, vec!["Dinas Kependudukan", "dan Pencatatan Sipil"]),
            ("  ", 3, vec![]),
            ("Satu dua tiga", 1, vec!["Satu dua tiga"]),
        ];
        for (text, most, expected) in cases {
            assert_eq!(wrap(text, ROOM, &NAME, most), expected, "{text}");
        }
        let long = wrap("Kepala Bidang Pengelolaan Informasi Administrasi Kependudukan dan Pemanfaatan Data", ROOM, &NAME, 3);
        assert_eq!(long.len(), 3);
        assert!(long[2].ends_with('…'), "{long:?}");
    }

    #[test]
    fn no_line_is_wider_than_its_room() {
        for text in [
            "Pertanggungjawabanpenyelenggaraankeistimewaan Daerah",
            "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
            "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k",
        ] {
            for line in wrap(text, ROOM, &NAME, 3) {
                assert!(width(&line, &NAME) <= ROOM, "{line}");
            }
        }
    }

    #[test]
    fn names_cannot_leave_their_place() {
        let cell = Cell { href: "/medan/unit/a\"b".into(), name: "<script>&'\u{0}".into(), ..Cell::default() };
        let svg = draw("\"><b>", &[cell], &Measures { width: 200, gap: 20, fall: 32, widest: 700 });
        assert!(!svg.contains("<script") && !svg.contains("<b>") && !svg.contains('\u{0}') && !svg.contains("a\"b"), "{svg}");
        assert!(svg.contains("&lt;script&gt;&amp;&#x27;"), "{svg}");
    }

    #[test]
    fn a_box_says_all_of_its_words() {
        let detail = Detail { text: "Kepala Dinas".into(), most: 2, strong: false };
        let cell = Cell { href: "/medan/unit/dishub".into(), name: "Dinas Perhubungan".into(), details: vec![detail], vacant: true, ..Cell::default() };
        let svg = draw("Bagan", &[cell], &Measures { width: 200, gap: 20, fall: 32, widest: 700 });
        assert!(svg.contains("<a class=\"box vacant\" href=\"/medan/unit/dishub\" aria-label=\"Dinas Perhubungan, Kepala Dinas\">"), "{svg}");
        assert!(svg.contains("role=\"group\" aria-label=\"Bagan\""), "{svg}");
    }
}
