//! How wide letters are, which of them the font has, and how text becomes lines.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use super::Style;

pub(crate) static REGULAR: &[u8] = include_bytes!("../../fonts/NotoSans-Regular.ttf");
pub(crate) static BOLD: &[u8] = include_bytes!("../../fonts/NotoSans-Bold.ttf");

/// How wide each letter is, in parts of the font's size.
struct Measure(FontRef<'static>);

impl Measure {
    fn of(bytes: &'static [u8]) -> Option<Self> {
        FontRef::new(bytes).ok().map(Self)
    }

    fn has(&self, letter: char) -> bool {
        self.0.charmap().map(letter).is_some()
    }

    fn width(&self, text: &str, size: f32) -> f32 {
        let metrics = self.0.glyph_metrics(Size::new(size), LocationRef::default());
        let letters = self.0.charmap();
        text.chars().filter_map(|c| letters.map(c).and_then(|glyph| metrics.advance_width(glyph))).sum()
    }
}

static MEASURES: LazyLock<Option<[Measure; 2]>> = LazyLock::new(|| Some([Measure::of(REGULAR)?, Measure::of(BOLD)?]));

fn measure(style: Style) -> Option<&'static Measure> {
    MEASURES.as_ref().map(|both| &both[usize::from(style.bold)])
}

/// What the font can show: white space as a space, and a question mark for letters it lacks.
pub(crate) fn shown(text: &str) -> String {
    let has = |c: char| measure(super::BODY).is_some_and(|m| m.has(c));
    text.chars()
        .filter(|c| !c.is_control() || c.is_whitespace())
        .map(|c| {
            if c.is_whitespace() {
                ' '
            } else if has(c) {
                c
            } else {
                '?'
            }
        })
        .collect()
}

/// Lines no wider than `most`; a word that is wider is broken where it must be.
pub(crate) fn lines(text: &str, style: Style, most: f32) -> Vec<String> {
    let Some(measure) = measure(style) else { return Vec::new() };
    let text = shown(text);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|w| !w.is_empty()) {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if measure.width(&longer, style.size) <= most {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if measure.width(&line, style.size) > most && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::BODY;
    use super::*;

    #[test]
    fn lines_fit_and_lose_nothing() {
        let text = "Antrean panjang sejak pagi di loket akta, dan ".repeat(9) + &"x".repeat(400);
        let lines = lines(&text, BODY, 200.0);
        assert!(lines.iter().all(|line| measure(BODY).unwrap().width(line, BODY.size) <= 200.0));
        let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
        assert_eq!(letters(&lines.concat()), letters(&text));
        assert_eq!(shown("a\tb\u{7}日"), "a b?");
    }
}
