//! How wide each column is, or that the columns do not fit beside one another.

/// Between two columns.
pub(crate) const GAP: usize = 2;

/// A column cut narrower than this tells too little; then records go one under another.
const NARROWEST: usize = 14;

/// Without a screen nothing is cut, but padding every row to the longest of values that are usually short would
/// make lines nobody reads.
const PADDED_AT_MOST: usize = 48;

/// How a table is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Columns side by side, so wide each.
    Grid(Vec<usize>),
    /// One record under another, one line a column, on a screen so wide.
    Records { screen: usize },
}

/// Lays out columns whose names and values are so wide.
pub(crate) fn choose(widths: &[usize], screen: Option<usize>) -> Layout {
    let Some(screen) = screen else {
        return Layout::Grid(widths.iter().map(|width| (*width).min(PADDED_AT_MOST)).collect());
    };
    let room = screen.saturating_sub(GAP * widths.len().saturating_sub(1));
    match widest_cut(widths, room) {
        Some(cut) => Layout::Grid(widths.iter().map(|width| (*width).min(cut)).collect()),
        None => Layout::Records { screen },
    }
}

/// The widest that the wide columns may be for all to fit: the narrow ones keep their width, the wide share what
/// is left. `None` where that would leave them narrower than is worth showing.
fn widest_cut(widths: &[usize], room: usize) -> Option<usize> {
    if widths.iter().sum::<usize>() <= room {
        return Some(usize::MAX);
    }
    let mut sorted = widths.to_vec();
    sorted.sort_unstable();
    let mut left = room;
    for (position, width) in sorted.iter().enumerate() {
        let share = left / (sorted.len() - position);
        if *width > share {
            return (share >= NARROWEST).then_some(share);
        }
        left -= width;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_keeps_its_width() {
        assert_eq!(choose(&[5, 10], Some(17)), Layout::Grid(vec![5, 10]));
        assert_eq!(choose(&[], Some(80)), Layout::Grid(vec![]));
        assert_eq!(choose(&[70], Some(80)), Layout::Grid(vec![70]));
    }

    #[test]
    fn wide_columns_share_what_the_narrow_leave() {
        assert_eq!(choose(&[10, 100, 40], Some(80)), Layout::Grid(vec![10, 33, 33]));
        assert_eq!(choose(&[10, 100, 20], Some(80)), Layout::Grid(vec![10, 46, 20]));
    }

    #[test]
    fn too_many_columns_become_records() {
        assert_eq!(choose(&[20; 12], Some(120)), Layout::Records { screen: 120 });
        assert_eq!(choose(&[100], Some(8)), Layout::Records { screen: 8 });
    }

    #[test]
    fn without_a_screen_only_the_padding_is_bounded() {
        assert_eq!(choose(&[5, 4000], None), Layout::Grid(vec![5, PADDED_AT_MOST]));
    }

    #[test]
    fn a_grid_never_passes_the_screen() {
        for screen in 20..200 {
            for columns in 1..12 {
                let widths: Vec<usize> = (0..columns).map(|column| 3 + column * column).collect();
                if let Layout::Grid(chosen) = choose(&widths, Some(screen)) {
                    assert!(chosen.iter().sum::<usize>() + GAP * (columns - 1) <= screen);
                }
            }
        }
    }
}
