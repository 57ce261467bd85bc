//! A type as a catalog keeps it: the text that [`HiveType`] prints, read back. Unlike DDL it has no quotes, so a
//! field's name is whatever stands before the colon.

use super::HiveType;

const DEPTH_MAX: usize = 100;

impl HiveType {
    /// Reads `struct<type:string,tags:array<string>>`; `None` for a text that is no type of Hive's, or one that has no
    /// reader here, such as `uniontype`.
    pub fn parse(text: &str) -> Option<HiveType> {
        let mut rest = text.trim();
        let parsed = nested(&mut rest, 0)?;
        rest.trim().is_empty().then_some(parsed)
    }
}

fn nested(rest: &mut &str, depth: usize) -> Option<HiveType> {
    if depth > DEPTH_MAX {
        return None;
    }
    let name = until(rest, &['<', '>', ',', '(', ')', ':']).trim().to_ascii_lowercase();
    Some(match name.as_str() {
        "tinyint" => HiveType::TinyInt,
        "smallint" => HiveType::SmallInt,
        "int" | "integer" => HiveType::Int,
        "bigint" | "long" => HiveType::BigInt,
        "boolean" => HiveType::Boolean,
        "float" | "real" => HiveType::Float,
        "double" => HiveType::Double,
        "decimal" => decimal(rest)?,
        "string" => HiveType::String,
        "char" => HiveType::Char(numbers(rest)?.first().copied()?),
        "varchar" => HiveType::Varchar(numbers(rest)?.first().copied()?),
        "binary" => HiveType::Binary,
        "date" => HiveType::Date,
        "timestamp" => HiveType::Timestamp,
        "array" => {
            take(rest, '<')?;
            let item = nested(rest, depth + 1)?;
            take(rest, '>')?;
            HiveType::Array(Box::new(item))
        }
        "map" => {
            take(rest, '<')?;
            let key = nested(rest, depth + 1)?;
            take(rest, ',')?;
            let value = nested(rest, depth + 1)?;
            take(rest, '>')?;
            HiveType::Map(Box::new(key), Box::new(value))
        }
        "struct" => HiveType::Struct(fields(rest, depth)?),
        _ => return None,
    })
}

fn fields(rest: &mut &str, depth: usize) -> Option<Vec<(String, HiveType)>> {
    take(rest, '<')?;
    let mut fields = Vec::new();
    loop {
        let name = until(rest, &[':']).trim().to_lowercase();
        take(rest, ':')?;
        fields.push((name, nested(rest, depth + 1)?));
        if take(rest, ',').is_none() {
            break;
        }
    }
    take(rest, '>')?;
    Some(fields)
}

/// Hive's default is `decimal(10,0)`.
fn decimal(rest: &mut &str) -> Option<HiveType> {
    let numbers = if rest.trim_start().starts_with('(') { numbers(rest)? } else { Vec::new() };
    let precision = numbers.first().map_or(Some(10), |number| u8::try_from(*number).ok())?;
    let scale = numbers.get(1).map_or(Some(0), |number| i8::try_from(*number).ok())?;
    let is_valid = (1..=38).contains(&precision) && scale.unsigned_abs() <= precision;
    is_valid.then_some(HiveType::Decimal(precision, scale))
}

/// `(1,2)`.
fn numbers(rest: &mut &str) -> Option<Vec<u32>> {
    take(rest, '(')?;
    let list = until(rest, &[')']).split(',').map(|number| number.trim().parse().ok()).collect();
    take(rest, ')')?;
    list
}

fn until<'a>(rest: &mut &'a str, ends: &[char]) -> &'a str {
    let (before, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
    *rest = after;
    before
}

fn take(rest: &mut &str, wanted: char) -> Option<()> {
    *rest = rest.trim_start().strip_prefix(wanted)?;
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_read_back() {
        let texts = [
            "int",
            "decimal(38,2)",
            "varchar(10)",
            "array<struct<arn:string,accountid:string>>",
            "map<string,array<map<int,binary>>>",
            "struct<x-amz-id:string,日本 語:struct<a:timestamp>>",
        ];
        for text in texts {
            assert_eq!(HiveType::parse(text).expect(text).to_string(), text);
        }
        assert_eq!(HiveType::parse(" ARRAY < STRING > ").map(|of| of.to_string()).as_deref(), Some("array<string>"));
        assert_eq!(HiveType::parse("decimal").map(|of| of.to_string()).as_deref(), Some("decimal(10,0)"));
    }

    #[test]
    fn other_texts_are_no_types() {
        let deep = format!("{}int{}", "array<".repeat(200), ">".repeat(200));
        for text in
            ["", "uniontype<int>", "array<int", "struct<a>", "map<int>", "decimal(50,1)", "char", "int int", &deep]
        {
            assert_eq!(HiveType::parse(text), None, "{text}");
        }
    }
}
