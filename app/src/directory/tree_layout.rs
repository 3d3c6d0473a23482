//! Where the boxes of a drawn tree stand, and the lines between them. Pure arithmetic in the picture's own units
//! (pixels at the usual text size).
//!
//! A parent stands over the middle of its children. Children that fit side by side stand in one row; more of them wrap
//! into rows, which hang on a line at their left; the leaves of a lower post stand in a column, which keeps a wide
//! agency narrow enough to read.

use std::fmt::Write;

/// A box before it has its place. They come parents before children.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    pub depth: usize,
    pub height: i32,
    /// Where children wrap, another group begins another row.
    pub group: usize,
}

/// What all boxes have in common.
#[derive(Debug, Clone, Copy)]
pub struct Measures {
    pub width: i32,
    pub gap: i32,
    /// Between a parent and its children, and between rows; the lines run in the middle of it.
    pub fall: i32,
    /// How wide a row of children may be.
    pub widest: i32,
}

/// Left between the line at the left of wrapped children and their boxes.
const MARGIN: i32 = 16;
/// Between the boxes of a column.
const STEP: i32 = 10;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub x: i32,
    pub y: i32,
    pub height: i32,
}

#[derive(Debug, Clone, Default)]
pub struct Layout {
    pub width: i32,
    pub height: i32,
    /// In the order of the items.
    pub places: Vec<Place>,
    /// Path data: one for each parent.
    pub lines: Vec<String>,
}

/// A box with everything under it, measured from its own upper left corner.
#[derive(Debug, Clone, Default)]
struct Block {
    width: i32,
    height: i32,
    /// The middle of the box itself.
    middle: i32,
    children: Children,
}

#[derive(Debug, Clone, Default)]
enum Children {
    #[default]
    None,
    /// Indices and offsets.
    Row(Vec<(usize, i32, i32)>),
    Rows(Vec<Vec<(usize, i32, i32)>>),
    Column(Vec<(usize, i32, i32)>),
}

impl Children {
    fn all(&self) -> Vec<(usize, i32, i32)> {
        match self {
            Self::None => Vec::new(),
            Self::Row(one) | Self::Column(one) => one.clone(),
            Self::Rows(rows) => rows.concat(),
        }
    }
}

/// Gives every item its place. Items of depth 0 stand side by side without a line.
pub fn lay_out(items: &[Item], measures: &Measures) -> Layout {
    let under = children(items);
    let top = items.len();
    let own: Vec<i32> = items.iter().map(|item| item.height).collect();
    // Which boxes stand side by side is known once they are measured, and does not hang on their heights.
    let heights = even(&own, &measure(items, &under, &own, measures));
    let blocks = measure(items, &under, &heights, measures);
    let mut corners = vec![(0, 0); items.len() + 1];
    let mut places = vec![Place { x: 0, y: 0, height: 0 }; items.len()];
    for i in std::iter::once(top).chain(0..top) {
        let (x, y) = corners[i];
        if i < top {
            places[i] = Place { x: x + blocks[i].middle - measures.width / 2, y, height: heights[i] };
        }
        for (child, dx, dy) in blocks[i].children.all() {
            corners[child] = (x + dx, y + dy);
        }
    }
    let lines = (0..top).filter_map(|i| line(&blocks[i].children, places[i], corners[i].0, &places, measures)).collect();
    Layout { width: blocks[top].width, height: blocks[top].height, places, lines }
}

/// The children of every item; at the end those without a parent.
fn children(items: &[Item]) -> Vec<Vec<usize>> {
    let mut under = vec![Vec::new(); items.len() + 1];
    let mut way: Vec<usize> = Vec::new();
    for (i, item) in items.iter().enumerate() {
        way.truncate(item.depth);
        under[way.last().copied().unwrap_or(items.len())].push(i);
        way.push(i);
    }
    under
}

/// A block for every item and, last, for what stands above all.
fn measure(items: &[Item], under: &[Vec<usize>], heights: &[i32], measures: &Measures) -> Vec<Block> {
    let top = items.len();
    let mut blocks = vec![Block::default(); top + 1];
    // Children come after their parents, so from the end every block finds its children measured.
    for i in (0..top).rev().chain(std::iter::once(top)) {
        blocks[i] = Tree { items, under, heights, blocks: &blocks, measures }.block(i);
    }
    blocks
}

/// Boxes that stand side by side are of one height.
fn even(heights: &[i32], blocks: &[Block]) -> Vec<i32> {
    let mut heights = heights.to_vec();
    for block in blocks {
        let rows = match &block.children {
            Children::Row(row) => std::slice::from_ref(row),
            Children::Rows(rows) => rows.as_slice(),
            Children::None | Children::Column(_) => &[],
        };
        for row in rows {
            let tallest = row.iter().map(|(child, _, _)| heights[*child]).max().unwrap_or_default();
            for (child, _, _) in row {
                heights[*child] = tallest;
            }
        }
    }
    heights
}

struct Tree<'a> {
    items: &'a [Item],
    under: &'a [Vec<usize>],
    heights: &'a [i32],
    blocks: &'a [Block],
    measures: &'a Measures,
}

impl Tree<'_> {
    fn block(&self, i: usize) -> Block {
        let under = self.under[i].as_slice();
        // What stands above all has no box of its own.
        let (own, fall) = self.heights.get(i).map_or((0, 0), |height| (*height, self.measures.fall));
        let width: i32 = under.iter().map(|c| self.blocks[*c].width + self.measures.gap).sum::<i32>() - self.measures.gap;
        let is_lower = self.items.get(i).is_some_and(|item| item.depth > 0);
        if under.is_empty() {
            Block { width: self.measures.width, height: own, middle: self.measures.width / 2, children: Children::None }
        } else if is_lower && under.len() > 1 && under.iter().all(|c| self.under[*c].is_empty()) {
            self.column(under, own + fall)
        } else if width <= self.measures.widest || under.len() == 1 {
            self.row(under, own + fall)
        } else {
            self.rows(under, own + fall)
        }
    }

    fn row(&self, under: &[usize], y: i32) -> Block {
        let mut children = self.side_by_side(under, 0, y);
        let middle_of = |(c, x, _): &(usize, i32, i32)| x + self.blocks[*c].middle;
        let (first, last) = (children.first().map_or(0, middle_of), children.last().map_or(0, middle_of));
        let middle = (first + last) / 2;
        // A parent that is wider than its only child pushes it to the right.
        let shift = (self.measures.width / 2 - middle).max(0);
        for (_, x, _) in &mut children {
            *x += shift;
        }
        let middle = middle + shift;
        let right = children.iter().map(|(c, x, _)| x + self.blocks[*c].width).max().unwrap_or_default();
        let bottom = self.bottom(&children);
        Block { width: right.max(middle + self.measures.width / 2), height: bottom, middle, children: Children::Row(children) }
    }

    fn rows(&self, under: &[usize], mut y: i32) -> Block {
        let mut rows: Vec<Vec<(usize, i32, i32)>> = Vec::new();
        for one in self.break_up(under) {
            let row = self.side_by_side(&one, MARGIN, y);
            y = self.bottom(&row) + self.measures.fall;
            rows.push(row);
        }
        let right = rows.iter().flatten().map(|(c, x, _)| x + self.blocks[*c].width).max().unwrap_or_default();
        Block { width: right, height: y - self.measures.fall, middle: MARGIN + (right - MARGIN) / 2, children: Children::Rows(rows) }
    }

    fn column(&self, under: &[usize], mut y: i32) -> Block {
        let mut children = Vec::with_capacity(under.len());
        for child in under {
            children.push((*child, MARGIN, y));
            y += self.blocks[*child].height + STEP;
        }
        Block { width: MARGIN + self.measures.width, height: y - STEP, middle: MARGIN + self.measures.width / 2, children: Children::Column(children) }
    }

    fn side_by_side(&self, under: &[usize], mut x: i32, y: i32) -> Vec<(usize, i32, i32)> {
        let mut row = Vec::with_capacity(under.len());
        for child in under {
            row.push((*child, x, y));
            x += self.blocks[*child].width + self.measures.gap;
        }
        row
    }

    fn break_up(&self, under: &[usize]) -> Vec<Vec<usize>> {
        let mut rows: Vec<Vec<usize>> = Vec::new();
        let mut width = 0;
        for child in under {
            let own = self.blocks[*child].width;
            match rows.last_mut() {
                Some(row) if width + self.measures.gap + own <= self.measures.widest && row.last().is_some_and(|l| self.items[*l].group == self.items[*child].group) => {
                    row.push(*child);
                    width += self.measures.gap + own;
                }
                _ => {
                    rows.push(vec![*child]);
                    width = own;
                }
            }
        }
        rows
    }

    fn bottom(&self, row: &[(usize, i32, i32)]) -> i32 {
        row.iter().map(|(c, _, y)| y + self.blocks[*c].height).max().unwrap_or_default()
    }
}

/// From a parent to its children: down into the gap, along it, and down to each. `left` is where the parent's block begins.
fn line(children: &Children, parent: Place, left: i32, places: &[Place], measures: &Measures) -> Option<String> {
    let half = measures.fall / 2;
    let trunk = left + MARGIN / 2;
    let middle = |place: &Place| place.x + measures.width / 2;
    let (px, py) = (middle(&parent), parent.y + parent.height);
    let mut path = format!("M{px} {py}V{}", py + half);
    let branch = |path: &mut String, row: &[(usize, i32, i32)], from: i32| {
        for (child, _, _) in row {
            let place = &places[*child];
            let _ = write!(path, "M{from} {}H{}V{}", place.y - half, middle(place), place.y);
        }
    };
    match children {
        Children::None => return None,
        Children::Row(row) => branch(&mut path, row, px),
        Children::Rows(rows) => {
            let (last, _, _) = rows.last()?.first()?;
            let _ = write!(path, "H{trunk}V{}", places[*last].y - half);
            for row in rows {
                branch(&mut path, row, trunk);
            }
        }
        Children::Column(column) => {
            let (last, _, _) = column.last()?;
            let _ = write!(path, "H{trunk}V{}", places[*last].y + places[*last].height / 2);
            for (child, _, _) in column {
                let place = &places[*child];
                let _ = write!(path, "M{trunk} {}H{}", place.y + place.height / 2, place.x);
            }
        }
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEASURES: Measures = Measures { width: 200, gap: 20, fall: 32, widest: 700 };

    fn items(depths: &[usize]) -> Vec<Item> {
        depths.iter().map(|depth| Item { depth: *depth, height: 60, group: 0 }).collect()
    }

    fn agencies(number: usize, group: usize) -> impl Iterator<Item = Item> {
        std::iter::repeat_n(Item { depth: 1, height: 60, group }, number)
    }

    /// What every layout must be, whatever the tree.
    fn is_sound(items: &[Item], layout: &Layout) {
        assert_eq!(layout.places.len(), items.len());
        for (i, a) in layout.places.iter().enumerate() {
            assert!(a.x >= 0 && a.y >= 0 && a.x + MEASURES.width <= layout.width && a.y + a.height <= layout.height, "box {i} is outside: {a:?} of {layout:?}");
            for (j, b) in layout.places.iter().enumerate().skip(i + 1) {
                let apart = a.x + MEASURES.width <= b.x || b.x + MEASURES.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
                assert!(apart, "boxes {i} and {j} overlap: {a:?} {b:?}");
            }
        }
        for (parent, under) in children(items).iter().enumerate().take(items.len()) {
            for child in under {
                assert!(layout.places[*child].y >= layout.places[parent].y + layout.places[parent].height, "box {child} is not below its parent");
            }
        }
    }

    #[test]
    fn a_parent_stands_over_the_middle_of_its_children() {
        let items = items(&[0, 1, 1, 1]);
        let layout = lay_out(&items, &MEASURES);
        is_sound(&items, &layout);
        let x: Vec<_> = layout.places.iter().map(|p| p.x).collect();
        assert_eq!(x, [220, 0, 220, 440]);
        assert_eq!((layout.width, layout.height), (640, 152));
        assert_eq!(layout.lines, ["M320 60V76M320 76H100V92M320 76H320V92M320 76H540V92"]);
    }

    #[test]
    fn many_children_wrap_into_rows_that_hang_on_a_line() {
        let root = Item { depth: 0, height: 80, group: 0 };
        let items: Vec<_> = std::iter::once(root).chain(agencies(51, 1)).collect();
        let layout = lay_out(&items, &MEASURES);
        is_sound(&items, &layout);
        assert!(layout.width <= MEASURES.widest + MARGIN, "{}", layout.width);
        let rows: std::collections::BTreeSet<_> = layout.places[1..].iter().map(|p| p.y).collect();
        assert_eq!(rows.len(), 17, "three in a row");
        let (left, right) = (layout.places[1].x, layout.places[3].x + MEASURES.width);
        assert_eq!(layout.places[0].x + MEASURES.width / 2, i32::midpoint(left, right), "over the middle of the rows");
        assert!(layout.lines[0].contains(&format!("H{}V", MARGIN / 2)), "the line runs at the left: {}", layout.lines[0]);
    }

    #[test]
    fn another_group_begins_another_row_where_children_wrap() {
        let root = Item { depth: 0, height: 80, group: 0 };
        let items: Vec<_> = std::iter::once(root).chain(agencies(2, 1)).chain(agencies(4, 2)).collect();
        let layout = lay_out(&items, &MEASURES);
        is_sound(&items, &layout);
        let y: Vec<_> = layout.places[1..].iter().map(|p| p.y).collect();
        assert!(y[0] == y[1] && y[1] < y[2] && y[2] == y[4] && y[4] < y[5], "{y:?}");
        let few: Vec<_> = std::iter::once(root).chain(agencies(1, 1)).chain(agencies(1, 2)).collect();
        let layout = lay_out(&few, &MEASURES);
        assert_eq!(layout.places[1].y, layout.places[2].y, "what fits side by side stays there");
    }

    #[test]
    fn boxes_of_one_row_are_of_one_height() {
        let mut items = items(&[0, 1, 1]);
        items[2].height = 100;
        let layout = lay_out(&items, &MEASURES);
        assert_eq!((layout.places[1].height, layout.places[2].height), (100, 100));
        is_sound(&items, &layout);
    }

    #[test]
    fn the_staff_of_a_lower_post_stand_in_a_column() {
        let items = items(&[0, 1, 2, 2, 2, 1, 2]);
        let layout = lay_out(&items, &MEASURES);
        is_sound(&items, &layout);
        let p = &layout.places;
        assert!(p[2].x == p[1].x && p[3].x == p[1].x && p[4].x == p[1].x && p[2].y < p[3].y && p[3].y < p[4].y);
        assert!(p[6].x == p[5].x && p[5].y == p[1].y);
        assert_eq!(p[0].x, i32::midpoint(p[1].x, p[5].x));
    }

    #[test]
    fn posts_without_a_superior_stand_side_by_side() {
        let items = items(&[0, 0, 1]);
        let layout = lay_out(&items, &MEASURES);
        is_sound(&items, &layout);
        assert_eq!(layout.places[0].y, layout.places[1].y);
        assert_eq!(layout.lines.len(), 1, "only the second has anyone under it");
    }

    #[test]
    fn no_tree_makes_boxes_overlap() {
        // Trees by chance, the same every time; some skip a level and hang on the nearest parent.
        let mut seed = 7_u64;
        let mut next = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % below
        };
        for _ in 0..200 {
            let mut items: Vec<Item> = Vec::new();
            for _ in 0..next(70) {
                let deepest = items.last().map_or(0, |item| item.depth as u64 + 1);
                items.push(Item { depth: next(deepest + 2) as usize, height: 40 + next(60) as i32, group: next(3) as usize });
            }
            is_sound(&items, &lay_out(&items, &MEASURES));
        }
    }

    #[test]
    fn a_thousand_posts_are_laid_out() {
        let items: Vec<_> = (0..1000).map(|i| Item { depth: usize::min(i, 1 + i % 5), height: 60, group: 0 }).collect();
        let layout = lay_out(&items, &MEASURES);
        is_sound(&items, &layout);
        assert!(layout.width < 1000, "it stays narrow: {}", layout.width);
    }
}
