//! The allocator of the process, and how long it keeps what was freed.
//!
//! # Safety
//! The crate `mimalloc` has no safe way to set an option, so this module calls C. It is sound because
//! `mi_option_set_default` checks the number of the option, writes one integer of the allocator's own, and is called
//! once, before there is a second thread. Miri does not run foreign code; a test reads the option before and after.
#![allow(unsafe_code)]

use std::ffi::c_long;

use libmimalloc_sys::{mi_option_set_default, mi_option_t, mi_option_use_numa_nodes};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The option `purge_delay`, which the crate does not name: it stands before `use_numa_nodes`.
const PURGE_DELAY: mi_option_t = mi_option_use_numa_nodes - 1;

/// How long memory that was freed is kept for its next use, in milliseconds.
const KEPT_FOR: c_long = 25;

/// Gives back to the system what has been free for a fortieth of a second, and not for a whole one: a query that spills
/// frees much of what it held at once, and until it was given back the process was larger by half. Sooner, what the next
/// batch needs is given back too. What the environment says, in `MIMALLOC_PURGE_DELAY`, counts more.
pub(crate) fn give_back_soon() {
    // SAFETY: as the head of this file says.
    unsafe { mi_option_set_default(PURGE_DELAY, KEPT_FOR) }
}

#[cfg(test)]
mod tests {
    use super::{KEPT_FOR, PURGE_DELAY, give_back_soon};
    use libmimalloc_sys::mi_option_get;

    /// No other option of mimalloc 3 is a thousand at first.
    #[test]
    fn the_option_is_the_one_that_is_meant() {
        // SAFETY: it reads an integer.
        let read = || unsafe { mi_option_get(PURGE_DELAY) };
        assert_eq!(read(), 1000);
        give_back_soon();
        assert_eq!(read(), KEPT_FOR);
    }
}
