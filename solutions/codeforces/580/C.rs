//! # Codeforces 580C: Kefa and Park
//!
//! <https://codeforces.com/problemset/problem/580/C>
//!
//! A depth-first walk from the root carries the number of cats in a row and gives up on a branch when
//! there are too many; the leaves it reaches count. The stack is our own, as the tree may be a long
//! path. O(n).
//!
//! ## Sample 1 input
//!
//! ```text
//! 4 1
//! 1 1 0 0
//! 1 2
//! 1 3
//! 1 4
//! ```
//!
//! ## Sample 1 output
//!
//! ```text
//! 2
//! ```
//!
//! ## Sample 2 input
//!
//! ```text
//! 7 1
//! 1 0 1 1 0 0 0
//! 1 2
//! 1 3
//! 2 4
//! 2 5
//! 3 6
//! 3 7
//! ```
//!
//! ## Sample 2 output
//!
//! ```text
//! 2
//! ```

use std::io::Read;

const HOME: usize = 0;

pub fn solve(input: &str) -> String {
    let mut numbers = input.split_whitespace().map(|token| token.parse::<usize>().unwrap());
    let (vertices, most_cats) = (numbers.next().unwrap(), numbers.next().unwrap());
    let has_cat: Vec<bool> = numbers.by_ref().take(vertices).map(|cats| cats == 1).collect();
    let mut neighbours = vec![Vec::new(); vertices];
    for _ in 1..vertices {
        let (x, y) = (numbers.next().unwrap() - 1, numbers.next().unwrap() - 1);
        neighbours[x].push(y);
        neighbours[y].push(x);
    }

    let mut restaurants = 0;
    // A vertex, the one we came from, and the cats in a row up to that one.
    let mut stack = vec![(HOME, HOME, 0)];
    while let Some((vertex, parent, cats_before)) = stack.pop() {
        let cats = if has_cat[vertex] { cats_before + 1 } else { 0 };
        if cats > most_cats {
            continue;
        }
        let is_leaf = vertex != HOME && neighbours[vertex].len() == 1;
        restaurants += usize::from(is_leaf);
        let children = neighbours[vertex].iter().filter(|&&next| next != parent);
        stack.extend(children.map(|&child| (child, vertex, cats)));
    }
    format!("{restaurants}\n")
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
