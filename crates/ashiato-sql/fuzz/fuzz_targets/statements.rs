//! Any text is answered by the parsers, with statements or with an error: the Hive DDL's and the queries'.
#![no_main]

use ashiato_sql::parse::parse_script;
use ashiato_sql::statement::Statement;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(parsed) = parse_script(text) else { return };
    for parsed in parsed {
        // Printing walks the rewritten tree to its depth.
        if let Statement::Query(query) = &parsed.statement {
            assert!(!query.to_string().is_empty());
        }
    }
});
