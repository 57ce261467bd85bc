//! Which columns of a query an `INSERT` takes into which columns of a table. Trino's implicit coercions, and among
//! whole numbers, and among fractions, the narrowing ones too: a literal here is as wide as it can be, and a value that
//! does not fit is an error when it comes.

use ashiato_sql::statement::HiveType;
use ashiato_sql::types::Type;

/// Whether a value of one type may be put into a column of another.
pub(crate) fn fits(from: &Type, to: &HiveType) -> bool {
    match (from, to) {
        (Type::Unknown, _) => true,
        (Type::Boolean, HiveType::Boolean) | (Type::Varbinary, HiveType::Binary) => true,
        (
            Type::Tinyint | Type::Smallint | Type::Integer | Type::Bigint,
            HiveType::TinyInt | HiveType::SmallInt | HiveType::Int | HiveType::BigInt,
        ) => true,
        (
            Type::Tinyint
            | Type::Smallint
            | Type::Integer
            | Type::Bigint
            | Type::Decimal(..)
            | Type::Real
            | Type::Double,
            HiveType::Float | HiveType::Double | HiveType::Decimal(..),
        ) => true,
        (Type::Varchar(_) | Type::Char(_), HiveType::String | HiveType::Char(_) | HiveType::Varchar(_)) => true,
        (Type::Date, HiveType::Date | HiveType::Timestamp) | (Type::Timestamp(_), HiveType::Timestamp) => true,
        (Type::Array(from), HiveType::Array(to)) => fits(from, to),
        (Type::Map(key, value), HiveType::Map(to_key, to_value)) => fits(key, to_key) && fits(value, to_value),
        (Type::Row(from), HiveType::Struct(to)) => {
            from.len() == to.len() && from.iter().zip(to).all(|((_, from), (_, to))| fits(from, to))
        }
        _ => false,
    }
}

/// Trino's name of a Hive type, for messages.
pub(crate) fn trino_name(hive_type: &HiveType) -> String {
    match hive_type {
        HiveType::Varchar(length) => format!("varchar({length})"),
        HiveType::Char(length) => format!("char({length})"),
        other => ashiato_sql::types::trino_name(&other.to_arrow()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fit_or_do_not() {
        let cases = [
            ("bigint", "int", true),
            ("integer", "double", true),
            ("double", "bigint", false),
            ("varchar", "int", false),
            ("varchar", "varchar(3)", true),
            ("date", "timestamp", true),
            ("timestamp(3)", "date", false),
            ("array(bigint)", "array<int>", true),
            ("row(a bigint, b varchar)", "struct<x:bigint,y:string>", true),
            ("row(a bigint)", "struct<x:bigint,y:string>", false),
            ("map(varchar, json)", "map<string,string>", false),
        ];
        for (from, to, expected) in cases {
            let (from_type, to_type) = (Type::parse(from).expect(from), HiveType::parse(to).expect(to));
            assert_eq!(fits(&from_type, &to_type), expected, "{from} into {to}");
        }
    }
}
