//! The tree of RFC 9162, section 2.1, as arithmetic: which subtrees a root or a proof is made of, and whether a proof
//! holds. Knows no database.

use sha2::{Digest, Sha256};

pub type Hash = [u8; 32];

/// The root of no leaves.
pub fn empty() -> Hash {
    Sha256::digest([]).into()
}

/// `SHA-256(0x00 || data)`.
pub fn leaf(data: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(data).finalize().into()
}

/// `SHA-256(0x01 || left || right)`.
pub fn parent(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The root of a full subtree: the `position`-th from the left of those with 2^`level` leaves. It never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Node {
    pub level: u32,
    pub position: u64,
}

/// Leaves beside each other that form one subtree; at the right edge it may not be full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub start: u64,
    pub size: u64,
}

impl Span {
    /// The full subtrees it is made of, from the left.
    pub fn nodes(self) -> Vec<Node> {
        let (mut start, mut left) = (self.start, self.size);
        let mut nodes = Vec::new();
        while left > 0 {
            let level = left.ilog2();
            nodes.push(Node { level, position: start >> level });
            start += 1 << level;
            left -= 1 << level;
        }
        nodes
    }
}

/// The root over full subtrees, as [`Span::nodes`] orders them.
pub fn root_over(peaks: &[Hash]) -> Hash {
    let Some((last, before)) = peaks.split_last() else { return empty() };
    before.iter().rev().fold(*last, |right, left| parent(left, &right))
}

/// The right edge of a tree: enough to add leaves and to know the root.
#[derive(Debug, Clone, Default)]
pub struct Edge {
    pub size: u64,
    pub peaks: Vec<Hash>,
}

impl Edge {
    /// Adds a leaf; `full` is told every subtree above it that it fills, and says with which hash to go on.
    pub fn push(&mut self, leaf: Hash, mut full: impl FnMut(Node, Hash) -> Hash) {
        let (mut level, mut hash) = (0, leaf);
        while self.size >> level & 1 == 1 {
            let Some(left) = self.peaks.pop() else { break };
            hash = parent(&left, &hash);
            level += 1;
            hash = full(Node { level, position: self.size >> level }, hash);
        }
        self.peaks.push(hash);
        self.size += 1;
    }

    pub fn root(&self) -> Hash {
        root_over(&self.peaks)
    }
}

/// The largest power of two below `size`, which is 2 or more.
const fn split(size: u64) -> u64 {
    1 << (size - 1).ilog2()
}

/// What proves that leaf `index` is in the tree of the first `size` leaves, in the order of the proof; `index` is below
/// `size`.
pub fn inclusion(index: u64, size: u64) -> Vec<Span> {
    let (mut start, mut size, mut index) = (0, size, index);
    let mut path = Vec::new();
    while size > 1 {
        let half = split(size);
        if index < half {
            path.push(Span { start: start + half, size: size - half });
            size = half;
        } else {
            path.push(Span { start, size: half });
            (start, size, index) = (start + half, size - half, index - half);
        }
    }
    path.reverse();
    path
}

/// What proves that the tree of the first `second` leaves only adds to that of the first `first`, which are fewer.
pub fn consistency(first: u64, second: u64) -> Vec<Span> {
    let (mut start, mut size, mut old, mut whole) = (0, second, first, true);
    let mut path = Vec::new();
    if old == 0 {
        return path;
    }
    while old < size {
        let half = split(size);
        if old <= half {
            path.push(Span { start: start + half, size: size - half });
            size = half;
        } else {
            path.push(Span { start, size: half });
            (start, size, old, whole) = (start + half, size - half, old - half, false);
        }
    }
    if !whole {
        path.push(Span { start, size });
    }
    path.reverse();
    path
}

/// Goes up from the two places of a proof until the left one is a right child.
fn climb(low: &mut u64, high: &mut u64) {
    while *low & 1 == 0 && *low != 0 {
        *low >>= 1;
        *high >>= 1;
    }
}

/// RFC 9162, 2.1.3.2.
pub fn includes(leaf: &Hash, index: u64, size: u64, path: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut low, mut high, mut hash) = (index, size - 1, *leaf);
    for beside in path {
        if high == 0 {
            return false;
        }
        if low & 1 == 1 || low == high {
            hash = parent(beside, &hash);
            climb(&mut low, &mut high);
        } else {
            hash = parent(&hash, beside);
        }
        low >>= 1;
        high >>= 1;
    }
    high == 0 && hash == *root
}

/// RFC 9162, 2.1.4.2; a tree is consistent with itself and with none at all by an empty proof.
pub fn extends(first: u64, first_root: &Hash, second: u64, second_root: &Hash, path: &[Hash]) -> bool {
    if first == second || first == 0 {
        return path.is_empty() && (if first == 0 { *first_root == empty() } else { first_root == second_root });
    }
    if first > second || path.is_empty() {
        return false;
    }
    let (mut low, mut high) = (first - 1, second - 1);
    while low & 1 == 1 {
        low >>= 1;
        high >>= 1;
    }
    let (begin, rest) = if first.is_power_of_two() { (first_root, path) } else { (&path[0], &path[1..]) };
    let (mut old, mut new) = (*begin, *begin);
    for beside in rest {
        if high == 0 {
            return false;
        }
        if low & 1 == 1 || low == high {
            old = parent(beside, &old);
            new = parent(beside, &new);
            climb(&mut low, &mut high);
        } else {
            new = parent(&new, beside);
        }
        low >>= 1;
        high >>= 1;
    }
    high == 0 && old == *first_root && new == *second_root
}

#[cfg(test)]
mod tests {
    use super::*;
    use ct_merkle::mem_backed_tree::MemoryBackedTree;
    use ct_merkle::{ConsistencyProof, InclusionProof, RootHash};

    const MOST: u64 = 70;

    fn data(index: u64) -> Vec<u8> {
        format!("entry {index}").into_bytes()
    }

    /// The root straight from the definition, by halves.
    fn defined(start: u64, size: u64) -> Hash {
        match size {
            0 => empty(),
            1 => leaf(&data(start)),
            _ => parent(&defined(start, split(size)), &defined(start + split(size), size - split(size))),
        }
    }

    fn hashes(spans: &[Span]) -> Vec<Hash> {
        spans.iter().map(|s| root_over(&s.nodes().iter().map(|n| defined(n.position << n.level, 1 << n.level)).collect::<Vec<_>>())).collect()
    }

    /// What somebody else's implementation makes of the same leaves.
    fn theirs(size: u64) -> MemoryBackedTree<Sha256, Vec<u8>> {
        let mut tree = MemoryBackedTree::new();
        (0..size).for_each(|i| tree.push(data(i)));
        tree
    }

    #[test]
    fn the_known_roots_of_the_rfc() {
        // The eight leaves that implementations of RFC 6962 test each other with.
        let leaves: [&[u8]; 8] = [
            b"",
            b"\x00",
            b"\x10",
            b"\x20\x21",
            b"\x30\x31",
            b"\x40\x41\x42\x43",
            b"\x50\x51\x52\x53\x54\x55\x56\x57",
            b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
        ];
        let mut edge = Edge::default();
        assert_eq!(crate::secrets::hex(&edge.root()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        let roots: Vec<String> = leaves
            .iter()
            .map(|data| {
                edge.push(leaf(data), |_, hash| hash);
                crate::secrets::hex(&edge.root())
            })
            .collect();
        assert_eq!(roots[0], "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assert_eq!(roots[7], "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    #[test]
    fn roots_and_proofs_are_those_of_another_implementation() {
        let mut edge = Edge::default();
        for size in 1..=MOST {
            edge.push(leaf(&data(size - 1)), |node, hash| {
                assert_eq!(hash, defined(node.position << node.level, 1 << node.level));
                hash
            });
            let root = edge.root();
            let theirs = theirs(size);
            assert_eq!(theirs.root().as_bytes().as_slice(), root);
            let whole = RootHash::<Sha256>::new(root.into(), size);
            for index in 0..size {
                let path = hashes(&inclusion(index, size));
                assert!(includes(&leaf(&data(index)), index, size, &path, &root), "{index} of {size}");
                whole.verify_inclusion(&data(index), index, &InclusionProof::from_bytes(path.concat())).unwrap();
            }
            for first in 1..=size {
                let old = defined(0, first);
                let path = hashes(&consistency(first, size));
                assert!(extends(first, &old, size, &root, &path), "{first} to {size}");
                if first < size {
                    whole.verify_consistency(&RootHash::new(old.into(), first), &ConsistencyProof::try_from_bytes(path.concat()).unwrap()).unwrap();
                }
            }
        }
    }

    #[test]
    fn a_proof_that_was_touched_does_not_hold() {
        for (index, size) in [(0, 1), (0, 2), (4, 5), (6, 13), (12, 13), (31, 64)] {
            let (own, root) = (leaf(&data(index)), defined(0, size));
            let path = hashes(&inclusion(index, size));
            assert!(!includes(&leaf(b"another"), index, size, &path, &root));
            assert!(!includes(&own, index + 1, size, &path, &root) || size == 1);
            assert!(!includes(&own, index, size, &[path.clone(), vec![root]].concat(), &root), "longer");
            for spoiled in 0..path.len() {
                let mut wrong = path.clone();
                wrong[spoiled][0] ^= 1;
                assert!(!includes(&own, index, size, &wrong, &root), "{index} of {size} at {spoiled}");
                wrong.remove(spoiled);
                assert!(!includes(&own, index, size, &wrong, &root), "shorter");
            }
        }
        for (first, second) in [(1, 2), (3, 7), (4, 8), (6, 8), (13, 50)] {
            let (old, new) = (defined(0, first), defined(0, second));
            let path = hashes(&consistency(first, second));
            assert!(!extends(first, &new, second, &new, &path) && !extends(first, &old, second, &old, &path) && !extends(first, &old, second, &new, &[]));
            for spoiled in 0..path.len() {
                let mut wrong = path.clone();
                wrong[spoiled][31] ^= 1;
                assert!(!extends(first, &old, second, &new, &wrong), "{first} to {second} at {spoiled}");
            }
        }
    }
}
