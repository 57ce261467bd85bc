//! Named queries and prepared statements.

use super::{check, server};

#[test]
fn named_queries() {
    let server = server();
    let script = "create = lambda **more: ATHENA.create_named_query(Name='n', Database='default', **more)['NamedQueryId']
one = create(QueryString='SELECT 1', Description='d')
named = ATHENA.get_named_query(NamedQueryId=one)['NamedQuery']
print(named == {'Name': 'n', 'Description': 'd', 'Database': 'default', 'QueryString': 'SELECT 1', 'NamedQueryId': one, 'WorkGroup': 'primary'})
token = 't' * 32
two = create(QueryString='SELECT 2', ClientRequestToken=token)
print(two == create(QueryString='SELECT 2', ClientRequestToken=token), one != two)
print(refusal(create, QueryString='SELECT 3', ClientRequestToken=token)[2])
print(sorted(ATHENA.list_named_queries()['NamedQueryIds']) == sorted([one, two]))
page = ATHENA.list_named_queries(MaxResults=1)
rest = ATHENA.list_named_queries(MaxResults=1, NextToken=page['NextToken'])
print(sorted(page['NamedQueryIds'] + rest['NamedQueryIds']) == sorted([one, two]), 'NextToken' in rest)
ATHENA.update_named_query(NamedQueryId=one, Name='m', QueryString='SELECT 4')
batch = ATHENA.batch_get_named_query(NamedQueryIds=[one, 'none'])
print([(q['Name'], q['QueryString'], q['Description']) for q in batch['NamedQueries']], batch['UnprocessedNamedQueryIds'])
ATHENA.delete_named_query(NamedQueryId=one)
for call in [ATHENA.get_named_query, ATHENA.delete_named_query]:
    print(refusal(call, NamedQueryId=one)[2] == f'Named query {one} does not exist')
print(refusal(create, QueryString='SELECT 1', WorkGroup='none')[2])";
    let expected = "True
True True
Idempotent parameters do not match
True
True False
[('m', 'SELECT 4', 'd')] [{'NamedQueryId': 'none', 'ErrorCode': 'INVALID_INPUT', 'ErrorMessage': 'Named query none does not exist'}]
True
True
WorkGroup none is not found.";
    check(&server, script, expected);
}

#[test]
fn prepared_statements_are_those_of_sql() {
    let server = server();
    let script = "of = dict(WorkGroup='primary')
ATHENA.create_prepared_statement(StatementName='By_Api', QueryStatement='SELECT ? AS x', Description='d', **of)
print(rows(run('EXECUTE by_api USING 5')))
run('PREPARE by_sql FROM SELECT 7 AS y')
got = ATHENA.get_prepared_statement(StatementName='by_sql', **of)['PreparedStatement']
print(got['StatementName'], got['QueryStatement'], got['WorkGroupName'])
print([s['StatementName'] for s in ATHENA.list_prepared_statements(**of)['PreparedStatements']])
ATHENA.update_prepared_statement(StatementName='by_sql', QueryStatement='SELECT 8 AS y', **of)
print(rows(run('EXECUTE by_sql')))
batch = ATHENA.batch_get_prepared_statement(PreparedStatementNames=['by_sql', 'none'], **of)
print([s['QueryStatement'] for s in batch['PreparedStatements']], batch['UnprocessedPreparedStatementNames'])
run('DEALLOCATE PREPARE by_sql')
for call in [ATHENA.get_prepared_statement, ATHENA.delete_prepared_statement]:
    print(refusal(call, StatementName='by_sql', **of)[::2])
print(refusal(ATHENA.update_prepared_statement, StatementName='by_sql', QueryStatement='SELECT 1', **of)[0])
print(refusal(ATHENA.create_prepared_statement, StatementName='by_api', QueryStatement='SELECT 1', **of)[2])
print(refusal(ATHENA.create_prepared_statement, StatementName='x1', QueryStatement='SELEC 1', **of)[1])
print(refusal(ATHENA.create_prepared_statement, StatementName='1x', QueryStatement='SELECT 1', **of)[2][:62])
ATHENA.delete_prepared_statement(StatementName='BY_API', **of)
print(ATHENA.list_prepared_statements(**of)['PreparedStatements'])
# Each work group has its own.
ATHENA.create_work_group(Name='w', Configuration={'EnforceWorkGroupConfiguration': False})
run('PREPARE mine FROM SELECT 1', WorkGroup='w')
print(told(run('EXECUTE mine'))[0], told(run('EXECUTE mine', WorkGroup='w'))[0])";
    let expected = "[['x'], ['5']]
by_sql SELECT 7 AS y primary
['by_api', 'by_sql']
[['y'], ['8']]
['SELECT 8 AS y'] [{'StatementName': 'none', 'ErrorCode': 'STATEMENT_NOT_FOUND', 'ErrorMessage': 'Prepared Statement none was not found in WorkGroup primary'}]
('ResourceNotFoundException', 'Prepared Statement by_sql was not found in WorkGroup primary')
('ResourceNotFoundException', 'Prepared Statement by_sql was not found in WorkGroup primary')
ResourceNotFoundException
Prepared Statement by_api already exists in WorkGroup primary
MALFORMED_QUERY
1 validation error detected: Value '1x' at 'statementName' fai
[]
FAILED SUCCEEDED";
    check(&server, script, expected);
}
