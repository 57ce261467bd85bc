//! Who runs next: first come, first served within a work group, and work groups in turn.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Bound;

use super::QuerySettings;

/// A work group: its place and its name.
pub(super) type Group = (String, String);

/// What waits and what runs.
#[derive(Debug)]
pub(super) struct Queue<T> {
    lines: BTreeMap<Group, Line<T>>,
    running: usize,
    /// The group that was served last.
    served: Option<Group>,
    running_max: usize,
    running_in_group_max: usize,
    waiting_in_group_max: usize,
}

#[derive(Debug)]
struct Line<T> {
    waiting: VecDeque<T>,
    running: usize,
}

impl<T> Queue<T> {
    pub(super) fn new(settings: &QuerySettings) -> Queue<T> {
        Queue {
            lines: BTreeMap::new(),
            running: 0,
            served: None,
            running_max: settings.running_max.max(1),
            running_in_group_max: settings.running_in_work_group_max.max(1),
            waiting_in_group_max: settings.queued_in_work_group_max,
        }
    }

    /// Whether one more may wait or run.
    pub(super) fn has_room(&self, group: &Group) -> bool {
        let waiting = self.lines.get(group).map_or(0, |line| line.waiting.len());
        waiting < self.waiting_in_group_max || (waiting == 0 && self.may_run(group))
    }

    /// Puts one at the end of its line, however long that is: who refuses asks before anything is kept.
    pub(super) fn push(&mut self, group: &Group, item: T) {
        let line = self.lines.entry(group.clone()).or_insert_with(|| Line { waiting: VecDeque::new(), running: 0 });
        line.waiting.push_back(item);
    }

    /// The next one, which runs from now on.
    pub(super) fn next(&mut self) -> Option<T> {
        let after = self.served.as_ref().map_or(Bound::Unbounded, Bound::Excluded);
        let is_ready = |(group, line): &(&Group, &Line<T>)| !line.waiting.is_empty() && self.may_run(group);
        let mut in_turn = self.lines.range((after, Bound::Unbounded)).chain(self.lines.iter());
        let group = in_turn.find(is_ready)?.0.clone();
        let line = self.lines.get_mut(&group)?;
        let item = line.waiting.pop_front()?;
        line.running += 1;
        self.running += 1;
        self.served = Some(group);
        Some(item)
    }

    /// One of the group has ended.
    pub(super) fn ended(&mut self, group: &Group) {
        let Some(line) = self.lines.get_mut(group) else { return };
        line.running -= 1;
        self.running -= 1;
        if line.running == 0 && line.waiting.is_empty() {
            self.lines.remove(group);
        }
    }

    /// Takes the first that is meant out of its line.
    pub(super) fn remove(&mut self, is_meant: impl Fn(&T) -> bool) -> Option<T> {
        let (group, at) = self
            .lines
            .iter()
            .find_map(|(group, line)| line.waiting.iter().position(&is_meant).map(|at| (group.clone(), at)))?;
        let line = self.lines.get_mut(&group)?;
        let item = line.waiting.remove(at);
        if line.running == 0 && line.waiting.is_empty() {
            self.lines.remove(&group);
        }
        item
    }

    /// Takes all that wait out of their lines.
    pub(super) fn drain(&mut self) -> Vec<T> {
        let waiting = self.lines.values_mut().flat_map(|line| line.waiting.drain(..)).collect();
        self.lines.retain(|_, line| line.running > 0);
        waiting
    }

    /// How many of each group wait and run.
    pub(super) fn under_way(&self) -> impl Iterator<Item = (&Group, usize, usize)> {
        self.lines.iter().map(|(group, line)| (group, line.waiting.len(), line.running))
    }

    fn may_run(&self, group: &Group) -> bool {
        let running = self.lines.get(group).map_or(0, |line| line.running);
        self.running < self.running_max && running < self.running_in_group_max
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queue() -> Queue<&'static str> {
        Queue::new(&QuerySettings {
            running_max: 3,
            running_in_work_group_max: 2,
            queued_in_work_group_max: 2,
            ..QuerySettings::default()
        })
    }

    fn group(name: &str) -> Group {
        ("place".into(), name.into())
    }

    #[test]
    fn work_groups_take_turns_within_the_limits() {
        let mut queue = queue();
        let (a, b) = (group("a"), group("b"));
        for (group, item) in [(&a, "a1"), (&a, "a2"), (&b, "b1"), (&b, "b2")] {
            queue.push(group, item);
        }
        assert!(!queue.has_room(&a) && queue.has_room(&group("c")));
        assert_eq!(
            [queue.next(), queue.next(), queue.next(), queue.next()],
            [Some("a1"), Some("b1"), Some("a2"), None]
        );
        queue.ended(&b);
        assert_eq!(queue.next(), Some("b2"));
        queue.push(&a, "a3");
        queue.ended(&b);
        assert_eq!(queue.next(), None, "two of the group run");
        queue.ended(&a);
        assert_eq!(queue.next(), Some("a3"));
    }

    #[test]
    fn who_waits_can_be_taken_out() {
        let mut queue = queue();
        queue.push(&group("a"), "a1");
        queue.push(&group("b"), "b1");
        assert_eq!(queue.under_way().collect::<Vec<_>>(), [(&group("a"), 1, 0), (&group("b"), 1, 0)]);
        assert_eq!(queue.remove(|item| *item == "b1"), Some("b1"));
        assert_eq!(queue.remove(|item| *item == "b1"), None);
        assert_eq!(queue.drain(), ["a1"]);
        assert_eq!(queue.next(), None);
    }
}
