//! `integer` projection: `range`, `interval`, `digits`.

use super::properties::ColumnProperties;
use ashiato_sql::Error;

/// Whole numbers from one to another, both included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IntegerRange {
    first: i64,
    last: i64,
    interval: u32,
    /// The least number of characters of each value, filled with zeros.
    digits: usize,
}

impl IntegerRange {
    pub(super) fn read(properties: &ColumnProperties<'_>) -> Result<IntegerRange, Error> {
        let range = properties.required("range")?;
        let wrong = |why| properties.wrong("range", range, why);
        let (first, last) = range.split_once(',').ok_or_else(|| wrong("expected two numbers with a comma between"))?;
        let number = |text: &str| text.trim().parse::<i64>().map_err(|_| wrong("expected whole numbers of 64 bits"));
        let (first, last) = (number(first)?, number(last)?);
        if first > last {
            return Err(wrong("the first number is above the last"));
        }
        let interval = properties.positive("interval")?.unwrap_or(1);
        let digits = properties.positive("digits")?.unwrap_or(0);
        if digits > 32 {
            return Err(properties.wrong("digits", &digits.to_string(), "more digits than any value has"));
        }
        Ok(IntegerRange { first, last, interval, digits: digits as usize })
    }

    pub(super) fn len(&self) -> u64 {
        let steps = (i128::from(self.last) - i128::from(self.first)) / i128::from(self.interval);
        u64::try_from(steps + 1).unwrap_or(u64::MAX)
    }

    pub(super) fn number_at(&self, position: u64) -> i64 {
        let number = i128::from(self.first) + i128::from(position) * i128::from(self.interval);
        i64::try_from(number).expect("a position below the length is within the range")
    }

    pub(super) fn text_at(&self, position: u64) -> String {
        format!("{:0digits$}", self.number_at(position), digits = self.digits)
    }

    /// Whether the texts ascend as the numbers do: all of one width and none negative.
    pub(super) fn texts_ascend(&self) -> bool {
        let width = |number: i64| number.to_string().len().max(self.digits);
        self.first >= 0 && width(self.first) == width(self.last)
    }
}
