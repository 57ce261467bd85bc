//! The Gregorian calendar as day numbers: what log keys and generated times need of it, and no more.

/// Seconds of a day.
pub(crate) const DAY_SECONDS: i64 = 86_400;

/// Days since 1970-01-01, or None where there is no such date or the year does not fit four digits.
pub(crate) fn day_number(year: i32, month: u8, day: u8) -> Option<i64> {
    if !(0..=9999).contains(&year) || !(1..=12).contains(&month) || day == 0 || day > days_of_month(year, month) {
        return None;
    }
    // Years are counted from March, so that the leap day is the last of its year.
    let (y, m) =
        if month > 2 { (i64::from(year), i64::from(month) - 3) } else { (i64::from(year) - 1, i64::from(month) + 9) };
    let leap_days = y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400);
    let days_before_month = (153 * m + 2) / 5;
    Some(365 * y + leap_days + days_before_month + i64::from(day) - 1 - DAYS_TO_1970)
}

/// Days from 0000-03-01 to 1970-01-01.
const DAYS_TO_1970: i64 = 719_468;

/// The date of a day number: (year, month, day).
pub(crate) fn date(day_number: i64) -> (i32, u8, u8) {
    const DAYS_OF_400_YEARS: i64 = 146_097;
    let days = day_number + DAYS_TO_1970;
    let era = days.div_euclid(DAYS_OF_400_YEARS);
    let of_era = days.rem_euclid(DAYS_OF_400_YEARS);
    // Takes back the leap days passed in this era, so that years are 365 days long.
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    let narrow = "a month and a day fit a byte, and the year of any time CloudTrail has had fits 32 bits";
    (i32::try_from(year).expect(narrow), u8::try_from(month).expect(narrow), u8::try_from(day).expect(narrow))
}

fn days_of_month(year: i32, month: u8) -> u8 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        let cases = [((1970, 1, 1), 0), ((2000, 2, 29), 11_016), ((2024, 1, 10), 19_732), ((1969, 12, 31), -1)];
        for ((year, month, day), number) in cases {
            assert_eq!(day_number(year, month, day), Some(number), "{year}-{month}-{day}");
            assert_eq!(date(number), (year, month, day));
        }
    }

    #[test]
    fn dates_that_do_not_exist() {
        for (year, month, day) in
            [(2023, 2, 29), (2100, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (2024, 1, 0)]
        {
            assert_eq!(day_number(year, month, day), None, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn every_day_of_four_centuries_comes_back() {
        for number in -10_000..140_000 {
            let (year, month, day) = date(number);
            assert_eq!(day_number(year, month, day), Some(number));
        }
    }
}
