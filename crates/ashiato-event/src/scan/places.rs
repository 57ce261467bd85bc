//! The places in a record whose values are wanted.

use super::keys::{Keys, NONE, Target};
use super::tail::Tail;
use super::walk::Frame;

/// The number of a place: a record's spans are stored by it.
pub(crate) type Slot = usize;

/// The slot of the record, or of the value, that the walk begins at.
pub(crate) const RECORD: Slot = 0;

/// A tree of wanted places: the record's members, their members, and so on. Each has a slot.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    /// The objects that are looked into.
    pub(super) nodes: Vec<Keys>,
    /// The node of each slot.
    slots: Vec<u32>,
    /// The objects that the walk is in.
    pub(super) stack: Vec<Frame>,
    /// How the rest of the record is passed over, where that can be cheaper than the walk.
    pub(super) tail: Option<Tail>,
}

impl Places {
    /// Nothing but the value itself.
    pub(crate) fn new() -> Places {
        Places { nodes: Vec::new(), slots: vec![NONE], stack: Vec::new(), tail: None }
    }

    /// How many spans a walk fills.
    pub(crate) fn slots(&self) -> usize {
        self.slots.len()
    }

    /// The slot of a member, by its lower-cased name, of the object at another slot.
    pub(crate) fn member(&mut self, of: Slot, name: &str) -> Slot {
        let node = self.node(of);
        if let Some(target) = self.nodes[node].wanted(name) {
            return target.slot as usize;
        }
        let slot = self.slots.len();
        self.slots.push(NONE);
        self.nodes[node].want(name, Target { slot: slot as u32, node: NONE });
        if of == RECORD {
            self.tail = Tail::of(&self.nodes[node]);
        }
        slot
    }

    /// The slot of a path of lower-cased names from the record.
    pub(crate) fn path(&mut self, names: &[String]) -> Slot {
        names.iter().fold(RECORD, |slot, name| self.member(slot, name))
    }

    fn node(&mut self, slot: Slot) -> usize {
        if self.slots[slot] == NONE {
            let node = self.nodes.len() as u32;
            for keys in &mut self.nodes {
                keys.set_node(slot as u32, node);
            }
            self.nodes.push(Keys::new());
            self.slots[slot] = node;
        }
        self.slots[slot] as usize
    }

    /// Where the value that the walk begins at goes.
    #[inline(always)]
    pub(super) fn top(&self) -> Target {
        Target { slot: RECORD as u32, node: self.slots[RECORD] }
    }
}
