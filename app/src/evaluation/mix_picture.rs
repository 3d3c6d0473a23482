//! What came to a unit, as one bar: a part for each kind whose number is told, and one for all that are not. Written as text,
//! as the trend is; the list beside it says the same. Colours come from `style/evaluation.css`.

use std::fmt::Write;

use crate::directory::tree_picture::escape;

/// Width and height, in units of the picture.
const WIDE: f64 = 320.0;
const TALL: f64 = 12.0;

/// The bar, with its words for those who do not see it; nothing where nobody came.
pub fn draw(label: &str, all: i64, parts: &[i64]) -> String {
    let mut svg = String::new();
    if all <= 0 {
        return svg;
    }
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"mix\" role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {WIDE} {TALL}\" preserveAspectRatio=\"none\">",
        escape(label)
    );
    let _ = write!(svg, "<path class=\"rest\" d=\"M0 0H{WIDE}V{TALL}H0z\"/>");
    let mut x = 0.0;
    for (i, n) in parts.iter().enumerate() {
        let wide = WIDE * *n as f64 / all as f64;
        if wide > 0.0 {
            let _ = write!(svg, "<path class=\"part-{i}\" d=\"M{x:.1} 0h{wide:.1}V{TALL}h-{wide:.1}z\"/>");
        }
        x += wide;
    }
    svg.push_str("</svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_told_is_the_rest() {
        let svg = draw("Pengaduan \"30\"", 40, &[30, 0, 0, 0]);
        assert!(svg.contains("h240.0") && svg.contains("class=\"rest\"") && svg.matches("part-").count() == 1 && !svg.contains("\"30\""), "{svg}");
        assert_eq!(draw("", 0, &[]), "");
    }
}
