//! A query may do what its caller may, and no more.

use super::{check, server};

#[test]
fn a_query_reads_and_writes_what_its_caller_may() {
    let server = server();
    server.create_bucket("data");
    server.put("data", "open/a.txt", "1\n");
    server.put("data", "closed/a.txt", "2\n");
    let script = "for name, place in [('open', 'open'), ('closed', 'closed'), ('hidden', 'open')]:
    run(f\"CREATE EXTERNAL TABLE {name} (a string) LOCATION 's3://data/{place}/'\")
secret = run('SELECT * FROM closed', location='s3://data/results/')
ATHENA.create_work_group(Name='managed', Configuration={'ManagedQueryResultsConfiguration': {'Enabled': True}})
run('SELECT 1', location=None, WorkGroup='managed')
run(\"CREATE EXTERNAL TABLE managed (a string) LOCATION 's3://ashiato-managed-query-results/'\")
print(told(run('SELECT * FROM managed'))[0])
ATHENA = client('athena', 'ASIALIMITED', token='token')
for sql in ['SELECT a FROM open', 'SELECT a FROM closed', 'SELECT a FROM hidden', 'DROP TABLE open', 'SHOW DATABASES',
            \"CREATE EXTERNAL TABLE mine (a string) LOCATION 's3://data/open/'\",
            \"UNLOAD (SELECT 1 AS n) TO 's3://data/elsewhere/' WITH (format='PARQUET')\"]:
    query = run(sql)
    print(*told(query))
    if told(query)[0] == 'SUCCEEDED': print(rows(query))
print(told(run('SELECT 1', location='s3://data/elsewhere/'))[0])
print(refusal(ATHENA.get_query_results, QueryExecutionId=secret['QueryExecutionId'])[0])
query = run('SELECT 1 AS n', location=None, WorkGroup='managed')
print(told(query), rows(query))";
    let who = "User: arn:aws:iam::111122223333:root is not authorized to perform:";
    let glue = "arn:aws:glue:eu-north-1:111122223333:table/default";
    let because = "because no session policy allows the";
    let expected = format!(
        "FAILED
SUCCEEDED None
[['a'], ['1']]
FAILED PERMISSION_DENIED: Access denied. {who} s3:GetObject on resource: \"arn:aws:s3:::data/closed/a.txt\" {because} s3:GetObject action
FAILED PERMISSION_DENIED: {who} glue:GetTable on resource: {glue}/hidden {because} glue:GetTable action
FAILED PERMISSION_DENIED: {who} glue:DeleteTable on resource: arn:aws:glue:eu-north-1:111122223333:catalog {because} glue:DeleteTable action
SUCCEEDED None
[['default']]
FAILED PERMISSION_DENIED: {who} glue:GetTable on resource: {glue}/mine {because} glue:GetTable action
FAILED PERMISSION_DENIED: Access denied. {who} s3:PutObject"
    );
    if let Some(printed) = super::python(&server, script) {
        assert!(printed.starts_with(&expected), "{printed}\n{expected}");
        let end = "FAILED\nInvalidRequestException\n('SUCCEEDED', None) [['n'], ['1']]";
        assert!(printed.ends_with(end), "{printed}");
    }
    assert_eq!(server.keys("data").len(), 4, "two files, and the result of who may do all");
    check(&server, "print(told(run('SELECT count(*) FROM closed'))[0])", "SUCCEEDED");
}
