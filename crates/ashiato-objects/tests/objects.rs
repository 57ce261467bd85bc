//! The store through its public interface.

mod objects {
    pub(crate) mod faults;
    pub(crate) mod kill;
    pub(crate) mod model;
    pub(crate) mod opened;
    pub(crate) mod reading;
    pub(crate) mod sealed;
}
