//! StartQueryExecution, GetQueryExecution and their kin.

use super::{check, server};

#[test]
fn a_query_runs_and_tells_of_itself() {
    let server = server();
    let script =
        "query = run('SELECT CAST(1 AS integer) AS one', QueryExecutionContext={'Database': '`Default`', 'Catalog': 'AwsDataCatalog'})
print(told(query), query['StatementType'], query['SubstatementType'], query['WorkGroup'], query['Query'])
print(query['QueryExecutionContext'], query['EngineVersion'])
id = query['QueryExecutionId']
print(query['ResultConfiguration'] == {'OutputLocation': f'{RESULTS}{id}.csv'})
statistics = query['Statistics']
print(sorted(statistics), statistics['DataScannedInBytes'], statistics['ResultReuseInformation'])
parts = ['QueryQueue', 'ServicePreProcessing', 'EngineExecution', 'ServiceProcessing']
print(sum(statistics[f'{part}TimeInMillis'] for part in parts) <= statistics['TotalExecutionTimeInMillis'])
print(query['Status']['SubmissionDateTime'] <= query['Status']['CompletionDateTime'])
page = ATHENA.get_query_results(QueryExecutionId=id)
print(rows(query), page['UpdateCount'])
print(page['ResultSet']['ResultSetMetadata']['ColumnInfo'])
figures = ATHENA.get_query_runtime_statistics(QueryExecutionId=id)['QueryRuntimeStatistics']
print(figures['Rows'], sorted(figures['Timeline']) == sorted(k for k in statistics if k.endswith('Millis')))";
    let expected = "('SUCCEEDED', None) DML SELECT primary SELECT CAST(1 AS integer) AS one
{'Database': '`Default`', 'Catalog': 'AwsDataCatalog'} {'SelectedEngineVersion': 'AUTO', 'EffectiveEngineVersion': 'Athena engine version 3'}
True
['DataScannedInBytes', 'EngineExecutionTimeInMillis', 'QueryPlanningTimeInMillis', 'QueryQueueTimeInMillis', 'ResultReuseInformation', 'ServicePreProcessingTimeInMillis', 'ServiceProcessingTimeInMillis', 'TotalExecutionTimeInMillis'] 0 {'ReusedPreviousResult': False}
True
True
[['one'], ['1']] 0
[{'CatalogName': 'hive', 'SchemaName': '', 'TableName': '', 'Name': 'one', 'Label': 'one', 'Type': 'integer', 'Precision': 10, 'Scale': 0, 'Nullable': 'UNKNOWN', 'CaseSensitive': False}]
{'InputRows': 0, 'InputBytes': 0, 'OutputBytes': 10, 'OutputRows': 1} True";
    check(&server, script, expected);
    server.stop();
}

#[test]
fn a_failed_query_says_why() {
    let server = server();
    let script = "for sql in ['SELECT * FROM x', 'SELECT a FROM (VALUES 1) AS t(b)', 'SELECT 1/0', 'DROP TABLE x',
            'SELECT * FROM nowhere.x', 'EXECUTE nothing']:
    query = run(sql)
    error = query['Status']['AthenaError']
    print(told(query), error['ErrorCategory'], error['ErrorType'], error['Retryable'])
    assert error['ErrorMessage'] == query['Status']['StateChangeReason']
    assert query['ResultConfiguration']['OutputLocation'].startswith(RESULTS)
    print(refusal(ATHENA.get_query_results, QueryExecutionId=query['QueryExecutionId'])[2])";
    let expected =
        "('FAILED', \"TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.default.x' does not exist\") 2 1006 False
Query did not finish successfully. Final query state: FAILED";
    if let Some(printed) = super::python(&server, script) {
        assert!(printed.starts_with(expected), "{printed}");
        for said in [
            "COLUMN_NOT_FOUND: line 1:8: Column 'a' cannot be resolved",
            "DIVISION_BY_ZERO: Division by zero",
            "SCHEMA_NOT_FOUND: line 1:15: Schema 'nowhere' does not exist",
            "NOT_FOUND: Prepared statement not found: nothing",
        ] {
            assert!(printed.contains(said), "{said} in {printed}");
        }
    }
    assert!(server.keys("results").is_empty(), "a failed query leaves nothing");
}

#[test]
fn what_cannot_be_started_is_refused() {
    let server = server();
    let script = "print(refusal(start, sql='SELEC 1')[:2])
print(refusal(start, sql='SELECT 1; SELECT 2'))
print(refusal(start, sql='SELECT 1', location=None))
print(refusal(start, sql='SELECT 1', location='https://results/'))
print(refusal(start, sql='SELECT 1', location='s3://nowhere/'))
print(refusal(start, sql='SELECT 1', WorkGroup='none'))
print(refusal(start, sql='SELECT 1', QueryExecutionContext={'Catalog': 'other'}))
print(refusal(start, sql='SELECT ?', ExecutionParameters=['1', '2']))
print(refusal(start, sql='x' * 262145)[2][-70:])
print(refusal(start, sql='SELECT 1', ClientRequestToken='t' * 129)[2][-70:])
print(refusal(start, sql='SELECT 1', ResultReuseConfiguration={
    'ResultReuseByAgeConfiguration': {'Enabled': True, 'MaxAgeInMinutes': 10081}})[2][-70:])
for call in [ATHENA.get_query_execution, ATHENA.get_query_results, ATHENA.stop_query_execution,
             ATHENA.get_query_runtime_statistics]:
    print(refusal(call, QueryExecutionId='none'))
print(refusal(ATHENA.batch_get_query_execution, QueryExecutionIds=['x'] * 51)[2])
print(ATHENA.batch_get_query_execution(QueryExecutionIds=['none'])['UnprocessedQueryExecutionIds'])";
    let missing = "('InvalidRequestException', 'INVALID_INPUT', 'QueryExecution none was not found')";
    let expected = format!(
        "('InvalidRequestException', 'MALFORMED_QUERY')
('InvalidRequestException', 'MALFORMED_QUERY', 'line 1:11: only one statement is allowed here')
('InvalidRequestException', 'INVALID_INPUT', 'No output location provided. An output location is required either through the Workgroup result configuration setting or as an API input.')
('InvalidRequestException', 'INVALID_INPUT', 'outputLocation is not a valid S3 path: https://results/')
('InvalidRequestException', 'INVALID_INPUT', 'Unable to verify/create output bucket nowhere')
('InvalidRequestException', 'INVALID_INPUT', 'WorkGroup none is not found.')
('InvalidRequestException', 'INVALID_INPUT', 'Catalog other cannot be queried: only AwsDataCatalog can.')
('InvalidRequestException', 'MALFORMED_QUERY', 'Incorrect number of parameters: expected 1 but found 2')
tisfy constraint: Member must have length less than or equal to 262144
 satisfy constraint: Member must have length less than or equal to 128
satisfy constraint: Member must have value less than or equal to 10080
{missing}
{missing}
{missing}
{missing}
1 validation error detected: Value at 'queryExecutionIds' failed to satisfy constraint: Member must have length less than or equal to 50
[{{'QueryExecutionId': 'none', 'ErrorCode': 'INVALID_INPUT', 'ErrorMessage': 'QueryExecution none was not found'}}]"
    );
    check(&server, script, &expected);
}

#[test]
fn parameters_are_values() {
    let server = server();
    let script = "query = run('SELECT ? AS a, ? + 1 AS b', ExecutionParameters=[\"'it''s'\", '41'])
print(rows(query), query['ExecutionParameters'])
run('PREPARE p FROM SELECT ? AS x')
query = run(\"EXECUTE p USING 'used'\")
print(told(query), rows(query), query['SubstatementType'])
query = run('EXECUTE p', ExecutionParameters=['7'])
print(told(query), rows(query))";
    let expected = "[['a', 'b'], [\"it's\", '42']] [\"'it''s'\", '41']
('SUCCEEDED', None) [['x'], ['used']] SELECT
('SUCCEEDED', None) [['x'], ['7']]";
    check(&server, script, expected);
}

#[test]
fn a_token_makes_one_query() {
    let server = server();
    let script = "token = 't' * 32
ids = {start('SELECT 1', ClientRequestToken=token) for _ in range(3)}
print(len(ids))
print(refusal(start, sql='SELECT 2', ClientRequestToken=token))
print(refusal(start, sql='SELECT 1', location='s3://results/else/', ClientRequestToken=token))
print(len(ATHENA.list_query_executions()['QueryExecutionIds']))";
    let mismatch = "('InvalidRequestException', 'INVALID_INPUT', 'Idempotent parameters do not match')";
    check(&server, script, &format!("1\n{mismatch}\n{mismatch}\n1"));
}

#[test]
fn queries_are_listed_newest_first() {
    let server = server();
    let script = "ids = []
for number in range(5):
    ids.append(run(f'SELECT {number}')['QueryExecutionId'])
    time.sleep(0.002)
first = ATHENA.list_query_executions(MaxResults=2)
second = ATHENA.list_query_executions(MaxResults=3, NextToken=first['NextToken'], WorkGroup='primary')
print(first['QueryExecutionIds'] + second['QueryExecutionIds'] == ids[::-1], 'NextToken' in second)
found = ATHENA.batch_get_query_execution(QueryExecutionIds=ids[:2])['QueryExecutions']
print([query['Query'] for query in found])
print(refusal(ATHENA.list_query_executions, NextToken='?'))
print(refusal(ATHENA.list_query_executions, MaxResults=51)[2])";
    let expected = "True False
['SELECT 0', 'SELECT 1']
('InvalidRequestException', 'INVALID_INPUT', 'NextToken is not valid')
1 validation error detected: Value '51' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 50";
    check(&server, script, expected);
}

#[test]
fn a_result_is_not_used_again_where_what_the_query_names_has_changed() {
    let server = server();
    let script = "def again(sql):
    age = {'Enabled': True, 'MaxAgeInMinutes': 60}
    query = run(sql, ResultReuseConfiguration={'ResultReuseByAgeConfiguration': age})
    return query['Statistics']['ResultReuseInformation']['ReusedPreviousResult'], rows(query)[1:]

def keep(sql, call):
    call(StatementName='prepared', WorkGroup='primary', QueryStatement=sql)

keep('SELECT 1 AS n', ATHENA.create_prepared_statement)
print(again('EXECUTE prepared'), again('EXECUTE prepared'))
keep('SELECT 2 AS n', ATHENA.update_prepared_statement)
print(again('EXECUTE prepared'), again('EXECUTE prepared'))
keep('SELECT 3 AS n WHERE now() IS NOT NULL', ATHENA.update_prepared_statement)
print(again('EXECUTE prepared'), again('EXECUTE prepared'))
def asked(parameter):
    age = {'Enabled': True, 'MaxAgeInMinutes': 60}
    query = run('SELECT ? AS n', ResultReuseConfiguration={'ResultReuseByAgeConfiguration': age}, ExecutionParameters=[parameter])
    return query['Statistics']['ResultReuseInformation']['ReusedPreviousResult']

print(asked('1'), asked('1'), asked('2'), asked('now()'), asked('now()'))
print(again('SELECT table_name AS n FROM information_schema.tables')[0], again('SELECT table_name AS n FROM information_schema.tables')[0])
run('CREATE VIEW v AS SELECT 1 AS n')
run('CREATE VIEW w AS SELECT n FROM v')
print(again('SELECT n FROM w'), again('SELECT n FROM w'))
run('CREATE OR REPLACE VIEW v AS SELECT 2 AS n')
print(again('SELECT n FROM w'), again('SELECT n FROM w'))
run('CREATE OR REPLACE VIEW v AS SELECT 3 AS n WHERE current_date IS NOT NULL')
print(again('SELECT n FROM w'), again('SELECT n FROM w'))";
    let expected = "(False, [['1']]) (True, [['1']])
(False, [['2']]) (True, [['2']])
(False, [['3']]) (False, [['3']])
False True False False False
False False
(False, [['1']]) (True, [['1']])
(False, [['2']]) (True, [['2']])
(False, [['3']]) (False, [['3']])";
    check(&server, script, expected);
}

#[test]
fn a_result_is_used_again_while_it_is_young() {
    let server = server();
    let script = "def again(sql, minutes=60, **more):
    age = {'Enabled': True, 'MaxAgeInMinutes': minutes}
    query = run(sql, ResultReuseConfiguration={'ResultReuseByAgeConfiguration': age}, **more)
    return query['Statistics']['ResultReuseInformation']['ReusedPreviousResult'], query

first = run('SELECT 5 AS n')
reused, second = again('SELECT 5 AS n')
print(reused, second['ResultConfiguration'] == first['ResultConfiguration'], rows(second), told(second))
print(again('SELECT 5 AS n', minutes=0)[0], again('SELECT 6 AS n')[0], again('SELECT now()')[0], again('SELECT now()')[0])
print(again('SELECT 5 AS n', QueryExecutionContext={'Database': 'other'})[0])
print(again('SELECT 5 AS n')[0])";
    let expected = "True True [['n'], ['5']] ('SUCCEEDED', None)\nFalse False False False\nFalse\nTrue";
    check(&server, script, expected);
}
