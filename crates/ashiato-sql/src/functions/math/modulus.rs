//! `mod(n, m)`: the remainder, as `n % m`.

use crate::functions::definition::Definition;
use crate::planner::{remainder, remainder_type};

pub(super) fn modulus() -> Definition {
    Definition::new("mod", 2..=2, remainder_type, remainder)
}
