//! # Codeforces 339D: Xenia and Bit Operations
//!
//! <https://codeforces.com/problemset/problem/339/D>
//!
//! A segment tree whose levels take turns: OR just above the leaves, then XOR, and so on up to the
//! root. An assignment recomputes only the path to the root. O(2^n + m n).
//!
//! ## Sample 1 input
//!
//! ```text
//! 2 4
//! 1 6 3 5
//! 1 4
//! 3 4
//! 1 2
//! 1 2
//! ```
//!
//! ## Sample 1 output
//!
//! ```text
//! 1
//! 3
//! 3
//! 3
//! ```

use std::fmt::Write;
use std::io::Read;

/// Node 1 is the root, the children of node `i` are `2 i` and `2 i + 1`, the leaves come last.
struct Tree {
    height: u32,
    nodes: Vec<u32>,
}

impl Tree {
    fn new(height: u32, leaves: &[u32]) -> Self {
        let mut nodes = vec![0; leaves.len()];
        nodes.extend_from_slice(leaves);
        let mut tree = Self { height, nodes };
        for node in (1..leaves.len()).rev() {
            tree.recompute(node);
        }
        tree
    }

    fn recompute(&mut self, node: usize) {
        let (left, right) = (self.nodes[2 * node], self.nodes[2 * node + 1]);
        let above_leaves = self.height - node.ilog2();
        self.nodes[node] = if above_leaves % 2 == 1 { left | right } else { left ^ right };
    }

    fn assign(&mut self, leaf: usize, value: u32) {
        let mut node = self.nodes.len() / 2 + leaf;
        self.nodes[node] = value;
        while node > 1 {
            node /= 2;
            self.recompute(node);
        }
    }

    fn root(&self) -> u32 {
        self.nodes[1]
    }
}

pub fn solve(input: &str) -> String {
    let mut numbers = input.split_whitespace().map(|token| token.parse::<u32>().unwrap());
    let (height, queries) = (numbers.next().unwrap(), numbers.next().unwrap());
    let leaves: Vec<u32> = numbers.by_ref().take(1 << height).collect();
    let mut tree = Tree::new(height, &leaves);

    let mut answers = String::new();
    for _ in 0..queries {
        let (position, value) = (numbers.next().unwrap(), numbers.next().unwrap());
        tree.assign(position as usize - 1, value);
        writeln!(answers, "{}", tree.root()).unwrap();
    }
    answers
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
