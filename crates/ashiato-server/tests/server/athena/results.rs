//! What queries leave in buckets, byte for byte, and what GetQueryResults reads from it.

use super::{check, python, server};

#[test]
fn files_of_a_query() {
    let server = server();
    let script = "query = run(\"\"\"SELECT * FROM (VALUES
    (CAST(1 AS integer), 'a\"b', ARRAY[1, NULL], MAP(ARRAY['k'], ARRAY['v']), CAST(ROW(1, 'x') AS ROW(n integer, t varchar)), CAST(1.5 AS decimal(3, 2))),
    (NULL, '', NULL, NULL, NULL, NULL)) AS t(n, text, list, map, r, d)\"\"\")
print(query['QueryExecutionId'])
result = ATHENA.get_query_results(QueryExecutionId=query['QueryExecutionId'])['ResultSet']
print([(c['Type'], c['Precision'], c['Scale']) for c in result['ResultSetMetadata']['ColumnInfo']])
print(result['Rows'][2])
print(rows(query))";
    let Some(printed) = python(&server, script) else { return };
    let (id, told) = printed.split_once('\n').expect("lines");
    let expected = "[('integer', 10, 0), ('varchar', 2147483647, 0), ('array', 0, 0), ('map', 0, 0), ('row', 0, 0), ('decimal', 3, 2)]
{'Data': [{}, {'VarCharValue': ''}, {}, {}, {}, {}]}
[['n', 'text', 'list', 'map', 'r', 'd'], ['1', 'a\"b', '[1, null]', '{k=v}', '{n=1, t=x}', '1.50'], [None, '', None, None, None, None]]";
    assert_eq!(told, expected);
    assert_eq!(server.keys("results"), [format!("out/{id}.csv"), format!("out/{id}.csv.metadata")]);
    let csv = server.get("results", &format!("out/{id}.csv")).expect("it is there");
    let expected = "\"n\",\"text\",\"list\",\"map\",\"r\",\"d\"
\"1\",\"a\"\"b\",\"[1, null]\",\"{k=v}\",\"{n=1, t=x}\",\"1.50\"
,\"\",,,,\n";
    assert_eq!(String::from_utf8_lossy(&csv), expected);
    let metadata = server.get("results", &format!("out/{id}.csv.metadata")).expect("it is there");
    assert!(metadata.starts_with(&[b"\x0a\x24".as_slice(), id.as_bytes(), b"\x22"].concat()));
}

#[test]
fn a_metadata_file_is_read_by_protobuf() {
    let server = server();
    let query = "query = run('SELECT CAST(1 AS integer) AS n, CAST(2.5 AS DECIMAL(38, 5)) AS d, \\'x\\' AS t')
print(query['QueryExecutionId'])";
    let Some(id) = python(&server, query) else { return };
    let metadata = server.get("results", &format!("out/{id}.csv.metadata")).expect("it is there");
    let hex: String = metadata.iter().map(|byte| format!("{byte:02x}")).collect();
    let script = format!(
        "from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
file = descriptor_pb2.FileDescriptorProto(name='m.proto', syntax='proto3')
column, result = file.message_type.add(name='Column'), file.message_type.add(name='Result')
TEXT, NUMBER, MESSAGE = 9, 3, 11
for number, name, kind in [(1, 'catalog', TEXT), (4, 'name', TEXT), (5, 'label', TEXT), (6, 'type', TEXT),
        (7, 'precision', NUMBER), (8, 'scale', NUMBER), (9, 'nullable', NUMBER), (10, 'case', NUMBER)]:
    column.field.add(name=name, number=number, type=kind, label=1)
result.field.add(name='id', number=1, type=TEXT, label=1)
result.field.add(name='columns', number=4, type=MESSAGE, type_name='Column', label=3)
pool = descriptor_pool.DescriptorPool()
pool.Add(file)
message = message_factory.GetMessageClass(pool.FindMessageTypeByName('Result'))()
message.ParseFromString(bytes.fromhex('{hex}'))
print(message.id, [(c.catalog, c.name, c.label, c.type, c.precision, c.scale, c.nullable, c.case) for c in message.columns])"
    );
    let columns = "[('hive', 'n', 'n', 'integer', 10, 0, 3, 0), ('hive', 'd', 'd', 'decimal', 38, 5, 3, 0), \
                   ('hive', 't', 't', 'varchar', 2147483647, 0, 3, 1)]";
    check(&server, &script, &format!("{id} {columns}"));
}

#[test]
fn pages_hold_what_is_asked_for() {
    let server = server();
    let script = "query = run('SELECT n, CASE WHEN n % 2 = 0 THEN NULL ELSE \\'x\\\\ny\\' END AS t FROM UNNEST(sequence(1, 2500)) AS s(n)')
id = query['QueryExecutionId']
sizes, seen, more = [], [], {}
while True:
    page = ATHENA.get_query_results(QueryExecutionId=id, MaxResults=1000, **more)
    sizes.append(len(page['ResultSet']['Rows']))
    seen += [row['Data'][0]['VarCharValue'] for row in page['ResultSet']['Rows']]
    if 'NextToken' not in page: break
    more = {'NextToken': page['NextToken']}
print(sizes, seen == ['n'] + [str(n) for n in range(1, 2501)])
print(rows(query, MaxResults=1), len(rows(query)))
other = run('SELECT 1')
print(refusal(ATHENA.get_query_results, QueryExecutionId=other['QueryExecutionId'], **more))
print(refusal(ATHENA.get_query_results, QueryExecutionId=id, MaxResults=1001)[2])
print(refusal(ATHENA.get_query_results, QueryExecutionId=id, QueryResultType='DATA_MANIFEST')[2])";
    let expected = "[1000, 1000, 501] True
[['n', 't']] 1000
('InvalidRequestException', 'INVALID_INPUT', 'NextToken is not valid')
1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000
Queries of this type have no data manifest.";
    check(&server, script, expected);
}

#[test]
fn statements_that_define_and_show_leave_text() {
    let server = server();
    server.create_bucket("logs");
    let script = "for sql in [\"CREATE EXTERNAL TABLE t (a int COMMENT 'c', b string) PARTITIONED BY (d string) LOCATION 's3://logs/t/'\",
        'SHOW TABLES', 'DESCRIBE t', 'DROP TABLE t', 'EXPLAIN (TYPE VALIDATE) SELECT 1']:
    query = run(sql)
    page = ATHENA.get_query_results(QueryExecutionId=query['QueryExecutionId'])
    columns = [(c['Name'], c['Type']) for c in page['ResultSet']['ResultSetMetadata']['ColumnInfo']]
    print(told(query), query['StatementType'], query['SubstatementType'], columns, rows(query)[:1], page['UpdateCount'])
    print(query['ResultConfiguration']['OutputLocation'][-4:], query['QueryExecutionId'])";
    let Some(printed) = python(&server, script) else { return };
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines[0], "('SUCCEEDED', None) DDL CREATE_TABLE [] [] 0");
    assert_eq!(lines[2], "('SUCCEEDED', None) UTILITY SHOW_TABLES [('tab_name', 'string')] [['t']] 0");
    let columns = "[('col_name', 'string'), ('data_type', 'string'), ('comment', 'string')]";
    let row = "[['a                   \\tint                 \\tc                   ']]";
    assert_eq!(lines[4], format!("('SUCCEEDED', None) UTILITY DESCRIBE_TABLE {columns} {row} 0"));
    assert_eq!(lines[6], "('SUCCEEDED', None) DDL DROP_TABLE [] [] 0");
    let text = |line: &str| {
        let (ending, id) = line.split_once(' ').expect("two words");
        assert_eq!(ending, ".txt");
        assert!(server.get("results", &format!("out/{id}.txt.metadata")).is_some());
        String::from_utf8(server.get("results", &format!("out/{id}.txt")).expect("it is there")).expect("text")
    };
    assert_eq!([text(lines[1]), text(lines[3]), text(lines[7])], ["", "t\n", ""]);
    assert!(text(lines[5]).starts_with("a                   \tint                 \tc                   \n"));
}

#[test]
fn statements_that_write_leave_a_manifest() {
    let server = server();
    let script = "create = run(\"CREATE TABLE made WITH (format='PARQUET') AS SELECT 1 AS n UNION ALL SELECT 2\")
insert = run('INSERT INTO made SELECT 3')
unload = run(\"UNLOAD (SELECT * FROM made) TO 's3://results/unloaded/' WITH (format='PARQUET')\")
for query in [create, insert, unload]:
    id = query['QueryExecutionId']
    page = ATHENA.get_query_results(QueryExecutionId=id)
    columns = [(c['Name'], c['Type']) for c in page['ResultSet']['ResultSetMetadata']['ColumnInfo']]
    manifest = query['Statistics']['DataManifestLocation']
    listed = [row['Data'][0]['VarCharValue'] for row in ATHENA.get_query_results(
        QueryExecutionId=id, QueryResultType='DATA_MANIFEST')['ResultSet']['Rows']]
    print(told(query), query['SubstatementType'], columns, page['ResultSet']['Rows'], page['UpdateCount'])
    print(query['ResultConfiguration']['OutputLocation'].replace(id, 'ID'), manifest.replace(id, 'ID'))
    print({f.replace(id, 'ID').rsplit('/', 1)[0] for f in listed}, len(listed) > 0)
print(sorted(rows(run('SELECT n FROM made'))[1:]))";
    let expected = "('SUCCEEDED', None) CREATE_TABLE_AS_SELECT [('rows', 'bigint')] [] 2
s3://results/out/tables/ID s3://results/out/tables/ID-manifest.csv
{'s3://results/out/tables/ID'} True
('SUCCEEDED', None) INSERT [('rows', 'bigint')] [] 1
s3://results/out/ID s3://results/out/ID-manifest.csv";
    let Some(printed) = python(&server, script) else { return };
    assert!(printed.starts_with(expected), "{printed}");
    assert!(printed.contains("UNLOAD [('rows', 'bigint')] [] 3"), "{printed}");
    assert!(printed.contains("{'s3://results/unloaded'} True"), "{printed}");
    assert!(printed.ends_with("[['1'], ['2'], ['3']]"), "{printed}");
}

#[test]
fn managed_results_are_read_without_a_bucket() {
    let server = server();
    let script = "ATHENA.create_work_group(Name='managed', Configuration={'ManagedQueryResultsConfiguration': {'Enabled': True}})
query = run('SELECT 1 AS n', location=None, WorkGroup='managed')
print(told(query), query['ManagedQueryResultsConfiguration'], query['ResultConfiguration'])
print(rows(query))
# Settings are enforced: what the client says does not count.
query = run('SELECT 2 AS n', WorkGroup='managed')
print('OutputLocation' in query['ResultConfiguration'], rows(query))
s3, bucket = client('s3'), 'ashiato-managed-query-results'
key = f\"111122223333/eu-north-1/{query['QueryExecutionId']}.csv\"
print(code(s3.get_object, Bucket=bucket, Key=key), code(s3.list_objects_v2, Bucket=bucket))
print(code(s3.copy_object, Bucket='results', Key='stolen', CopySource={'Bucket': bucket, 'Key': key}))";
    let expected = "('SUCCEEDED', None) {'Enabled': True} {}\n[['n'], ['1']]\nFalse [['n'], ['2']]
(403, 'AccessDenied') (403, 'AccessDenied')\n(403, 'AccessDenied')";
    check(&server, script, expected);
    assert!(server.keys("results").is_empty());
}

#[test]
fn a_large_result_is_sent_in_parts_and_read_in_bounded_pages() {
    let server = server();
    // Twelve rows of a megabyte each: over two parts of an upload, and more than a page may hold.
    let script = "query = run(\"SELECT n, rpad('', 1000000, 'x') AS t FROM UNNEST(sequence(1, 12)) AS s(n)\")
id, sizes, more = query['QueryExecutionId'], [], {}
while True:
    page = ATHENA.get_query_results(QueryExecutionId=id, **more)
    sizes.append(len(page['ResultSet']['Rows']))
    assert all(len(row['Data'][1]['VarCharValue']) in (1, 1000000) for row in page['ResultSet']['Rows'])
    if 'NextToken' not in page: break
    more = {'NextToken': page['NextToken']}
print(id, sum(sizes), len(sizes))";
    let Some(printed) = python(&server, script) else { return };
    let (id, told) = printed.split_once(' ').expect("words");
    assert_eq!(told, "13 2");
    let csv = server.get("results", &format!("out/{id}.csv")).expect("it is there");
    assert_eq!(csv.iter().filter(|byte| **byte == b'\n').count(), 13);
    assert!(csv.len() > 12_000_000);
}
