//! Where events go on: a direction and a position, as a token that nobody takes for one. GetLogEvents' tokens are of the
//! form of AWS's, `f/…/s` and `b/…/s`.

use ashiato_trail::log_events::{Direction, Position};

use super::failure::invalid;
use crate::aws::{Error, page_token};

/// A token of GetLogEvents.
pub(super) fn of_stream(direction: Direction, position: Position) -> String {
    let letter = match direction {
        Direction::Forward => 'f',
        Direction::Backward => 'b',
    };
    format!("{letter}/{}/s", digits(position))
}

/// Reads it.
pub(super) fn read_of_stream(token: &str) -> Result<(Direction, Position), Error> {
    let read = || {
        let (letter, rest) = token.split_once('/')?;
        let direction = match letter {
            "f" => Direction::Forward,
            "b" => Direction::Backward,
            _ => return None,
        };
        Some((direction, position(rest.strip_suffix("/s")?)?))
    };
    read().ok_or_else(wrong)
}

/// A token of FilterLogEvents.
pub(super) fn of_filter(direction: Direction, position: Position) -> String {
    page_token::encode(&of_stream(direction, position))
}

/// Reads it.
pub(super) fn read_of_filter(token: &str) -> Result<(Direction, Position), Error> {
    read_of_stream(&page_token::decode(token).ok_or_else(wrong)?)
}

/// 56 digits: AWS's event ids have as many.
pub(super) fn digits(position: Position) -> String {
    format!("{:032}{:024}", position.timestamp.max(0), position.sequence)
}

fn position(digits: &str) -> Option<Position> {
    let is_one = digits.len() == 56 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (timestamp, sequence) = digits.split_at_checked(32).filter(|_| is_one)?;
    Some(Position { timestamp: timestamp.parse().ok()?, sequence: sequence.parse().ok()? })
}

fn wrong() -> Error {
    invalid("The specified nextToken is invalid.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_read_as_they_were_written() {
        for position in [Position::at(0), Position { timestamp: i64::MAX, sequence: u64::MAX }] {
            for direction in [Direction::Forward, Direction::Backward] {
                let read = read_of_stream(&of_stream(direction, position)).expect("it is one");
                assert_eq!(read, (direction, position));
                let read = read_of_filter(&of_filter(direction, position)).expect("it is one");
                assert_eq!(read, (direction, position));
            }
        }
        for token in ["", "f/", "f/1/s", "x/0/s", "f/é/s", &"1".repeat(60)] {
            assert!(read_of_stream(token).is_err() && read_of_filter(token).is_err(), "{token}");
        }
    }
}
