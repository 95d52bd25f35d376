//! # AtCoder ABC 340 D: Super Takahashi Bros.
//!
//! <https://atcoder.jp/contests/abc340/tasks/abc340_d>
//!
//! Stages are vertices, and each way to clear a stage is an edge that costs its seconds; edges may lead
//! back, so it takes Dijkstra's algorithm rather than a loop over the stages. O(n log n).
//!
//! ## Sample 1 input
//!
//! ```text
//! 5
//! 100 200 3
//! 50 10 1
//! 100 200 5
//! 150 1 2
//! ```
//!
//! ## Sample 1 output
//!
//! ```text
//! 350
//! ```
//!
//! ## Sample 2 input
//!
//! ```text
//! 10
//! 1000 10 9
//! 1000 10 10
//! 1000 10 2
//! 1000 10 3
//! 1000 10 4
//! 1000 10 5
//! 1000 10 6
//! 1000 10 7
//! 1000 10 8
//! ```
//!
//! ## Sample 2 output
//!
//! ```text
//! 90
//! ```
//!
//! ## Sample 3 input
//!
//! ```text
//! 6
//! 1000000000 1000000000 1
//! 1000000000 1000000000 1
//! 1000000000 1000000000 1
//! 1000000000 1000000000 1
//! 1000000000 1000000000 1
//! ```
//!
//! ## Sample 3 output
//!
//! ```text
//! 5000000000
//! ```

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::io::Read;

pub fn solve(input: &str) -> String {
    let mut numbers = input.split_whitespace().map(|token| token.parse::<usize>().unwrap());
    let stages = numbers.next().unwrap();
    let mut edges = Vec::with_capacity(stages);
    for stage in 0..stages - 1 {
        let (to_next, to_other) = (numbers.next().unwrap(), numbers.next().unwrap());
        let other = numbers.next().unwrap() - 1;
        edges.push([(stage + 1, to_next), (other, to_other)]);
    }

    let goal = stages - 1;
    let mut times = vec![usize::MAX; stages];
    times[0] = 0;
    let mut queue = BinaryHeap::from([Reverse((0, 0))]);
    while let Some(Reverse((time, stage))) = queue.pop() {
        if stage == goal {
            break;
        }
        if time > times[stage] {
            continue;
        }
        for (next, seconds) in edges[stage] {
            let arrival = time + seconds;
            if arrival < times[next] {
                times[next] = arrival;
                queue.push(Reverse((arrival, next)));
            }
        }
    }
    format!("{}\n", times[goal])
}

fn main() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("the input is text");
    print!("{}", solve(&input));
}
