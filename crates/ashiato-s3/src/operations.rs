//! Every operation of S3, and what becomes of it here.

use std::sync::LazyLock;

/// What becomes of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage {
    /// It does what it does in AWS.
    Built,
    /// It is kept and given back, and nothing acts on it.
    Stored,
    /// It answers NotImplemented.
    Refused,
}

/// An operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operation {
    /// `GetObject`.
    pub name: &'static str,
    /// What becomes of it.
    pub coverage: Coverage,
}

/// All of them, by name, as botocore's service model has them. The list is `operations.txt`.
pub static OPERATIONS: LazyLock<Vec<Operation>> = LazyLock::new(|| LIST.lines().map(operation).collect());

const LIST: &str = include_str!("../operations.txt");

fn operation(line: &'static str) -> Operation {
    let (name, word) = line.split_once(' ').expect("each line is an operation and a word");
    let coverage = match word {
        "built" => Coverage::Built,
        "stored" => Coverage::Stored,
        _ => Coverage::Refused,
    };
    Operation { name, coverage }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_and_says_one_of_three_words() {
        let names: Vec<&str> = OPERATIONS.iter().map(|operation| operation.name).collect();
        assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
        let words =
            |line: &str| line.split(' ').nth(1).is_some_and(|word| ["built", "stored", "refused"].contains(&word));
        assert!(LIST.lines().all(words), "{LIST}");
    }
}
