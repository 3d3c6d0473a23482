//! Shares through the quarters as SVG: a dot for each, a bar for how far it may lie from the truth. Written as text, as the
//! chart of units is; the table beside it says the same. Colours come from `style/evaluation.css`.

use std::fmt::Write;

use crate::directory::tree_picture::escape;

/// One quarter: its name, and share with interval, all from 0 to 1; none where it is not told.
pub struct Point {
    pub name: String,
    pub share: Option<(f64, f64, f64)>,
}

/// A quarter's room, and the height of nought to one, in units of the picture.
const STEP: f64 = 84.0;
const TALL: f64 = 120.0;
const LEFT: f64 = 44.0;
const TOP: f64 = 12.0;

/// The picture, with its name for those who do not see it.
pub fn draw(label: &str, points: &[Point]) -> String {
    let (width, height) = (LEFT + STEP * points.len() as f64 + 8.0, TOP + TALL + 30.0);
    let y = |share: f64| TOP + TALL * (1.0 - share);
    let mut svg = String::new();
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"trend\" role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {width} {height}\" width=\"{}em\" height=\"{}em\">",
        escape(label),
        width / 16.0,
        height / 16.0
    );
    for percent in [0, 50, 100] {
        let at = y(f64::from(percent) / 100.0);
        let _ = write!(svg, "<path class=\"grid\" d=\"M{LEFT} {at}H{width}\"/><text class=\"scale\" x=\"{}\" y=\"{}\">{percent}%</text>", LEFT - 6.0, at + 4.0);
    }
    for (i, point) in points.iter().enumerate() {
        let x = LEFT + STEP * (i as f64 + 0.5);
        if let Some((share, low, high)) = point.share {
            let _ = write!(svg, "<path class=\"range\" d=\"M{x} {:.1}V{:.1}\"/><circle class=\"share\" cx=\"{x}\" cy=\"{:.1}\" r=\"5\"/>", y(low), y(high), y(share));
        }
        let _ = write!(svg, "<text class=\"quarter\" x=\"{x}\" y=\"{}\">{}</text>", height - 8.0, escape(&point.name));
    }
    svg.push_str("</svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_told_has_no_dot() {
        let points = [Point { name: "III/26 <b>".into(), share: Some((0.5, 0.25, 0.75)) }, Point { name: "IV/26".into(), share: None }];
        let svg = draw("Tepat waktu \"", &points);
        assert_eq!(svg.matches("<circle").count(), 1);
        assert!(svg.contains("cy=\"72.0\"") && svg.contains("V42.0") && !svg.contains("<b>") && !svg.contains("waktu \"\""), "{svg}");
    }
}
