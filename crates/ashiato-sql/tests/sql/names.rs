//! The names of output columns, in both dialects.

use super::Session;
use ashiato_sql::parse::parse_one;
use ashiato_sql::session::plan;
use ashiato_sql::statement::{Dialect, Statement};

async fn names(sql: &str, dialect: Dialect) -> Vec<String> {
    let Statement::Query(query) = parse_one(sql).expect(sql).statement else { panic!("{sql} is no query") };
    plan(&Session::new().0.state(), &query, dialect).await.expect(sql).output_names
}

#[tokio::test]
async fn outputs_are_named_as_the_dialect_names_them() {
    let cases: [(&str, &[&str], &[&str]); 19] = [
        ("SELECT eventName FROM logs", &["eventname"], &["eventName"]),
        ("SELECT userIdentity.userName FROM logs", &["username"], &["userName"]),
        ("SELECT resources[1].ARN FROM logs", &["arn"], &["ARN"]),
        ("SELECT count(*), max(eventName) FROM logs", &["_col0", "_col1"], &["_col0", "_col1"]),
        ("SELECT count(*) AS Total FROM logs ORDER BY total", &["total"], &["Total"]),
        (
            "SELECT eventName, eventname FROM logs ORDER BY eventName",
            &["eventname", "eventname"],
            &["eventName", "eventname"],
        ),
        ("SELECT 1 AS a, 2 AS a", &["a", "a"], &["a", "a"]),
        ("SELECT * FROM (SELECT count(*) FROM logs)", &["_col0"], &["_col0"]),
        ("SELECT \"user\" AS \"User\" FROM logs", &["user"], &["User"]),
        ("SELECT user FROM logs", &["user"], &["user"]),
        (
            "SELECT l.eventName, m.eventName FROM logs l JOIN logs m ON l.eventname = m.eventname",
            &["eventname", "eventname"],
            &["eventName", "eventName"],
        ),
        ("SELECT EventName FROM logs UNION ALL SELECT eventtime FROM logs", &["eventname"], &["EventName"]),
        ("SELECT x.*, 1 FROM (SELECT eventname AS A FROM logs) x", &["a", "_col1"], &["a", "_col1"]),
        ("SELECT (eventName) FROM logs", &["eventname"], &["eventName"]),
        ("VALUES 1, 2", &["_col0"], &["_col0"]),
        ("VALUES (1, 'a'), (2, 'b') ORDER BY 1 LIMIT 1", &["_col0", "_col1"], &["_col0", "_col1"]),
        ("VALUES 1 UNION ALL SELECT 2 AS a", &["_col0"], &["_col0"]),
        ("SELECT 1 AS a UNION ALL VALUES (2)", &["a"], &["a"]),
        ("SELECT A FROM (VALUES 1) AS t(a)", &["a"], &["A"]),
    ];
    for (sql, athena, lake) in cases {
        assert_eq!(names(sql, Dialect::Athena).await, athena, "{sql}");
        assert_eq!(names(sql, Dialect::Lake).await, lake, "{sql}");
    }
}

#[tokio::test]
async fn a_star_may_stand_beside_its_own_columns() {
    let all = ["eventname", "eventtime", "useridentity", "resources", "tags", "nums", "user", "timestamp"];
    let with = |more: &[&str]| all.iter().chain(more).map(|name| name.to_string()).collect::<Vec<_>>();
    let cases: [(&str, &[&str]); 3] = [
        ("SELECT *, eventname, count(*) OVER () FROM logs", &["eventname", "_col9"]),
        ("SELECT *, lower(eventname) AS eventname FROM logs ORDER BY eventtime", &["eventname"]),
        ("SELECT *, count(*) OVER () AS n FROM logs ORDER BY n", &["n"]),
    ];
    for (sql, more) in cases {
        assert_eq!(names(sql, Dialect::Athena).await, with(more), "{sql}");
    }
}
