//! # AtCoder ABC 007 C: Breadth-first search
//!
//! <https://atcoder.jp/contests/abc007/tasks/abc007_3>
//!
//! The search the title asks for: the cells of the maze leave a queue in the order of their distance
//! from the start. O(rows * columns).
//!
//! ## Sample 1 input
//!
//! ```text
//! 7 8
//! 2 2
//! 4 5
//! ########
//! #......#
//! #.######
//! #..#...#
//! #..##..#
//! ##.....#
//! ########
//! ```
//!
//! ## Sample 1 output
//!
//! ```text
//! 11
//! ```
//!
//! ## Sample 2 input
//!
//! ```text
//! 5 8
//! 2 2
//! 2 4
//! ########
//! #.#....#
//! #.###..#
//! #......#
//! ########
//! ```
//!
//! ## Sample 2 output
//!
//! ```text
//! 10
//! ```

use std::collections::VecDeque;
use std::io::Read;

/// The maze has a wall all around, so a step from an open cell never leaves the grid.
fn neighbours((row, column): (usize, usize)) -> [(usize, usize); 4] {
    [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
}

pub fn solve(input: &str) -> String {
    let mut tokens = input.split_whitespace();
    let mut number = || tokens.next().unwrap().parse::<usize>().unwrap();
    let (rows, columns) = (number(), number());
    let start = (number() - 1, number() - 1);
    let goal = (number() - 1, number() - 1);
    let maze: Vec<&[u8]> = tokens.map(str::as_bytes).collect();

    let mut distances = vec![vec![None; columns]; rows];
    distances[start.0][start.1] = Some(0);
    let mut queue = VecDeque::from([(start, 0)]);
    while let Some((cell, distance)) = queue.pop_front() {
        for (row, column) in neighbours(cell) {
            if maze[row][column] == b'.' && distances[row][column].is_none() {
                distances[row][column] = Some(distance + 1);
                queue.push_back(((row, column), distance + 1));
            }
        }
    }
    let steps = distances[goal.0][goal.1].expect("the goal can be reached");
    format!("{steps}\n")
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
