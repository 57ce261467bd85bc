//! A table over a trail's bucket: made from what lies there, read by the partitions that a query asks for.

use super::{python, server};
use ashiato_objects::ListQuery;
use ashiato_server::athena::trail_table;
use std::convert::Infallible;

const LOG: &str = r#"{"Records":[{"eventVersion":"1.11","userIdentity":{"type":"IAMUser","userName":"alice"},"eventTime":"2024-02-03T04:05:06Z","eventSource":"s3.amazonaws.com","eventName":"GetObject","awsRegion":"eu-north-1","eventID":"e"}]}"#;

#[test]
fn a_table_over_a_trail_prunes_by_its_partitions() {
    let server = server();
    server.create_bucket("trail");
    for (region, day) in [("eu-north-1", "2024/02/03"), ("eu-north-1", "2024/02/04"), ("us-east-1", "2024/02/03")] {
        server.put("trail", &format!("AWSLogs/111122223333/CloudTrail/{region}/{day}/a.json"), LOG);
    }
    let objects = server.objects().clone();
    let folders = async |prefix: &str| {
        let query = ListQuery { prefix, delimiter: "/", after: "", entries_max: 1000 };
        let page = objects.list("trail", &query).expect("the bucket is there");
        let names = page.entries.iter().filter_map(|entry| entry.name().strip_prefix(prefix)?.strip_suffix('/'));
        Ok::<Vec<String>, Infallible>(names.map(str::to_string).collect())
    };
    let found = server.block_on(trail_table::find("trail", "", folders)).expect("it cannot fail");
    let statement = found[0].create_table(&found[0].table_name());
    let script = format!(
        "print(told(run(\"\"\"{statement}\"\"\")))
for where in ['', \"WHERE region = 'eu-north-1' AND timestamp = '2024/02/04'\"]:
    query = run(f'SELECT count(*) FROM cloudtrail_logs_trail {{where}}')
    print(rows(query)[1], query['Statistics']['DataScannedInBytes'])
print(rows(run('SELECT useridentity.username, eventname, account FROM cloudtrail_logs_trail LIMIT 1'))[1])"
    );
    let Some(printed) = python(&server, &script) else { return };
    let bytes = LOG.len();
    let expected =
        format!("('SUCCEEDED', None)\n['3'] {}\n['1'] {bytes}\n['alice', 'GetObject', '111122223333']", 3 * bytes);
    assert_eq!(printed, expected);
}
