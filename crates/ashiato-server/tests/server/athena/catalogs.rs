//! Databases, tables and data catalogs, as Athena's own operations tell them, and SQLAlchemy's reflection over them.

use super::{check, python, server};

#[test]
fn databases_and_tables_are_told() {
    let server = server();
    let script = "run('CREATE DATABASE ops COMMENT \\'ours\\'')
run(\"\"\"CREATE EXTERNAL TABLE ops.names (id int COMMENT 'a number', name string) PARTITIONED BY (day string)
ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' WITH SERDEPROPERTIES ('ignore.malformed.json' = 'true')
LOCATION 's3://results/names/'\"\"\")
run('CREATE VIEW ops.few AS SELECT 1 AS one')
OWN = dict(CatalogName='awsdatacatalog')
print([d['Name'] for d in ATHENA.list_databases(**OWN)['DatabaseList']])
first = ATHENA.list_databases(MaxResults=1, **OWN)
print([d['Name'] for d in first['DatabaseList']], [d['Name'] for d in ATHENA.list_databases(NextToken=first['NextToken'], **OWN)['DatabaseList']])
print(ATHENA.get_database(DatabaseName='OPS', **OWN)['Database'])
table = ATHENA.get_table_metadata(DatabaseName='ops', TableName='NAMES', **OWN)['TableMetadata']
print(table['Name'], table['TableType'], table['Columns'], table['PartitionKeys'])
parameters = table['Parameters']
print(parameters['location'], parameters['serde.serialization.lib'], parameters['serde.param.ignore.malformed.json'], parameters['inputformat'])
tables = lambda **more: [t['Name'] for t in ATHENA.list_table_metadata(DatabaseName='ops', **OWN, **more)['TableMetadataList']]
print(tables(), tables(Expression='n*'), tables(MaxResults=1))
part = ATHENA.list_table_metadata(DatabaseName='ops', MaxResults=1, **OWN)
print(tables(NextToken=part['NextToken']), ATHENA.list_table_metadata(DatabaseName='ops', AttributesToGet=['TABLE_TYPE'], **OWN)['TableMetadataList'])
print(ATHENA.list_databases(AttributesToGet=['NAME'], **OWN)['DatabaseList'])
print(refusal(ATHENA.get_table_metadata, DatabaseName='ops', TableName='gone', **OWN)[0])
message = refusal(ATHENA.get_table_metadata, DatabaseName='ops', TableName='gone', **OWN)[-1]
print('(Service: AmazonDataCatalog; Status Code: 400; Error Code: EntityNotFoundException; Request ID: ' in message, message.endswith('; Proxy: null)'))
print(refusal(ATHENA.list_table_metadata, DatabaseName='gone', **OWN)[0], refusal(ATHENA.get_database, DatabaseName='gone', **OWN)[0])
print(refusal(ATHENA.list_databases, CatalogName='other')[-1], refusal(ATHENA.list_databases, MaxResults=51, **OWN)[0])
print(refusal(ATHENA.list_table_metadata, DatabaseName='ops', Expression='(', **OWN)[0], refusal(ATHENA.list_databases, NextToken='?', **OWN)[-1])";
    let expected = "['default', 'ops']
['default'] ['ops']
{'Name': 'ops', 'Description': 'ours'}
names EXTERNAL_TABLE [{'Name': 'id', 'Type': 'int', 'Comment': 'a number'}, {'Name': 'name', 'Type': 'string'}] [{'Name': 'day', 'Type': 'string'}]
s3://results/names/ org.openx.data.jsonserde.JsonSerDe true org.apache.hadoop.mapred.TextInputFormat
['few', 'names'] ['names'] ['few']
['names'] [{'Name': 'few', 'TableType': 'VIRTUAL_VIEW'}, {'Name': 'names', 'TableType': 'EXTERNAL_TABLE'}]
[{'Name': 'default'}, {'Name': 'ops'}]
MetadataException
True True
MetadataException MetadataException
DataCatalog other was not found InvalidRequestException
InvalidRequestException NextToken is not valid";
    check(&server, script, expected);
}

#[test]
fn data_catalogs_are_kept() {
    let server = server();
    let script = "print(ATHENA.list_data_catalogs()['DataCatalogsSummary'])
print(ATHENA.get_data_catalog(Name='AWSDATACATALOG')['DataCatalog'])
made = ATHENA.create_data_catalog(Name='lake', Type='GLUE', Description='theirs', Parameters={'catalog-id': '111122223333'}, Tags=[{'Key': 'a', 'Value': 'b'}])
print(ATHENA.get_data_catalog(Name='lake')['DataCatalog'])
first = ATHENA.list_data_catalogs(MaxResults=2)
print([c['CatalogName'] for c in first['DataCatalogsSummary']], 'NextToken' in first)
ATHENA.create_data_catalog(Name='pond', Type='LAMBDA')
first = ATHENA.list_data_catalogs(MaxResults=2)
print([c['CatalogName'] for c in ATHENA.list_data_catalogs(NextToken=first['NextToken'])['DataCatalogsSummary']])
print(refusal(ATHENA.list_data_catalogs, MaxResults=1)[0], refusal(ATHENA.list_data_catalogs, WorkGroup='gone')[-1])
print(refusal(ATHENA.get_data_catalog, Name='lake', WorkGroup='gone')[-1], refusal(ATHENA.create_data_catalog, Name='x', Type='FEDERATED')[0])
print(ATHENA.list_tags_for_resource(ResourceARN='arn:aws:athena:eu-north-1:111122223333:datacatalog/lake')['Tags'])
ATHENA.update_data_catalog(Name='lake', Type='HIVE')
print(ATHENA.get_data_catalog(Name='lake')['DataCatalog'])
ATHENA.update_data_catalog(Name='lake', Type='HIVE', Description='ours', Parameters={})
print(ATHENA.get_data_catalog(Name='lake')['DataCatalog'])
print(refusal(ATHENA.create_data_catalog, Name='lake', Type='GLUE')[-1])
# A name is the same in whatever case, and is shown as it was given.
print(refusal(ATHENA.create_data_catalog, Name='LAKE', Type='GLUE')[-1])
ATHENA.update_data_catalog(Name='Lake', Type='GLUE', Parameters={'a': 'b'})
print(ATHENA.get_data_catalog(Name='LAKE')['DataCatalog'], [c['CatalogName'] for c in ATHENA.list_data_catalogs()['DataCatalogsSummary']])
print(refusal(ATHENA.list_databases, CatalogName='LaKe')[-1])
ATHENA.create_data_catalog(Name='Upper', Type='GLUE')
ATHENA.delete_data_catalog(Name='uPPER')
print(refusal(ATHENA.get_data_catalog, Name='Upper')[-1])
print(refusal(ATHENA.create_data_catalog, Name='AwsDataCatalog', Type='GLUE')[-1])
print(refusal(ATHENA.update_data_catalog, Name='gone', Type='GLUE')[-1])
print(refusal(ATHENA.list_databases, CatalogName='lake')[-1])
ATHENA.delete_data_catalog(Name='lake')
print(refusal(ATHENA.delete_data_catalog, Name='lake')[-1], '|', refusal(ATHENA.delete_data_catalog, Name='awsdatacatalog')[-1])
print(refusal(ATHENA.get_data_catalog, Name='lake')[-1])";
    let expected = "[{'CatalogName': 'AwsDataCatalog', 'Type': 'GLUE'}]
{'Name': 'AwsDataCatalog', 'Type': 'GLUE'}
{'Name': 'lake', 'Description': 'theirs', 'Type': 'GLUE', 'Parameters': {'catalog-id': '111122223333'}}
['AwsDataCatalog', 'lake'] False
['pond']
InvalidRequestException WorkGroup gone is not found.
WorkGroup gone is not found. InvalidRequestException
[{'Key': 'a', 'Value': 'b'}]
{'Name': 'lake', 'Description': 'theirs', 'Type': 'HIVE', 'Parameters': {'catalog-id': '111122223333'}}
{'Name': 'lake', 'Description': 'ours', 'Type': 'HIVE', 'Parameters': {}}
DataCatalog lake already exists
DataCatalog LAKE already exists
{'Name': 'lake', 'Description': 'ours', 'Type': 'GLUE', 'Parameters': {'a': 'b'}} ['AwsDataCatalog', 'lake', 'pond']
The catalog LaKe cannot be looked into: only AwsDataCatalog can.
DataCatalog Upper was not found
AwsDataCatalog is reserved
DataCatalog gone was not found
The catalog lake cannot be looked into: only AwsDataCatalog can.
DataCatalog lake was not found | AwsDataCatalog cannot be deleted
DataCatalog lake was not found";
    check(&server, script, expected);
}

#[test]
fn sqlalchemy_reflects() {
    let server = server();
    let script = "from sqlalchemy import create_engine, inspect, MetaData, Table
from sqlalchemy.exc import NoSuchTableError
run('CREATE TABLE default.people WITH (format = \\'PARQUET\\', external_location = \\'s3://results/people/\\') AS SELECT BIGINT \\'1\\' AS id, \\'a\\' AS name')
run('CREATE VIEW default.some AS SELECT id FROM default.people')
os.environ.update(AWS_ENDPOINT_URL=ENDPOINT, AWS_ACCESS_KEY_ID='AKIDALICE', AWS_SECRET_ACCESS_KEY='secret')
engine = create_engine('awsathena+rest://:@athena.eu-north-1.amazonaws.com:443/default?s3_staging_dir=s3%3A%2F%2Fresults%2Fsa%2F&poll_interval=0.01')
with engine.connect() as connection:
    looked = inspect(connection)
    print(looked.get_schema_names(), looked.get_table_names(), looked.get_view_names())
    print([(c['name'], str(c['type'])) for c in looked.get_columns('people')])
    people = Table('people', MetaData(), autoload_with=connection)
    print(connection.execute(people.select()).fetchall())
    try:
        Table('gone', MetaData(), autoload_with=connection)
    except NoSuchTableError as error:
        print('no such table', error)";
    if let Some(printed) = python(&server, script) {
        let expected = "['default'] ['people'] ['some']
[('id', 'BIGINT'), ('name', 'VARCHAR')]
[(1, 'a')]
no such table gone";
        assert_eq!(printed, expected);
    }
}
