//! Work groups and tags.

use super::{check, server};

#[test]
fn primary_is_always_there() {
    let server = server();
    let script = "group = ATHENA.get_work_group(WorkGroup='primary')['WorkGroup']
print(group['Name'], group['State'], group['Configuration'])
print([(g['Name'], g['State'], g['EngineVersion']['EffectiveEngineVersion']) for g in ATHENA.list_work_groups()['WorkGroups']])
print(refusal(ATHENA.delete_work_group, WorkGroup='primary'))
print(refusal(ATHENA.create_work_group, Name='primary'))
versions = ATHENA.list_engine_versions()['EngineVersions']
print([version['SelectedEngineVersion'] for version in versions])";
    let expected = "primary ENABLED {'ResultConfiguration': {}, 'EnforceWorkGroupConfiguration': False, 'PublishCloudWatchMetricsEnabled': False, 'RequesterPaysEnabled': False, 'EngineVersion': {'SelectedEngineVersion': 'AUTO', 'EffectiveEngineVersion': 'Athena engine version 3'}}
[('primary', 'ENABLED', 'Athena engine version 3')]
('InvalidRequestException', 'INVALID_INPUT', 'The primary workgroup cannot be deleted.')
('InvalidRequestException', 'INVALID_INPUT', 'WorkGroup primary is already created')
['AUTO', 'Athena engine version 3']";
    check(&server, script, expected);
}

#[test]
fn settings_are_enforced() {
    let server = server();
    let script = "ATHENA.create_work_group(Name='team', Description='ours', Configuration={
    'ResultConfiguration': {'OutputLocation': 's3://results/team/', 'EncryptionConfiguration': {'EncryptionOption': 'SSE_S3'}}})
def place(**more):
    query = run('SELECT 1', WorkGroup='team', **more)
    return query['ResultConfiguration']['OutputLocation'].rsplit('/', 1)[0], query['ResultConfiguration'].get('EncryptionConfiguration')
print(place())
ATHENA.update_work_group(WorkGroup='team', Description='theirs', ConfigurationUpdates={
    'EnforceWorkGroupConfiguration': False, 'BytesScannedCutoffPerQuery': 10000000,
    'ResultConfigurationUpdates': {'RemoveEncryptionConfiguration': True}})
print(place(), place(location=None))
group = ATHENA.get_work_group(WorkGroup='team')['WorkGroup']
print(group['Description'], group['Configuration']['BytesScannedCutoffPerQuery'], group['Configuration']['ResultConfiguration'])
ATHENA.update_work_group(WorkGroup='team', State='DISABLED', ConfigurationUpdates={'RemoveBytesScannedCutoffPerQuery': True})
print(refusal(start, sql='SELECT 1', WorkGroup='team')[2], [g['State'] for g in ATHENA.list_work_groups()['WorkGroups']])
print(refusal(ATHENA.delete_work_group, WorkGroup='team')[2])
ATHENA.delete_work_group(WorkGroup='team', RecursiveDeleteOption=True)
print(refusal(ATHENA.get_work_group, WorkGroup='team')[2], refusal(ATHENA.delete_work_group, WorkGroup='team')[2])";
    let expected = "('s3://results/team', {'EncryptionOption': 'SSE_S3'})
('s3://results/out', None) ('s3://results/team', None)
theirs 10000000 {'OutputLocation': 's3://results/team/'}
WorkGroup team is disabled. ['ENABLED', 'DISABLED']
WorkGroup team is not empty
WorkGroup team is not found. WorkGroup team is not found.";
    check(&server, script, expected);
}

#[test]
fn what_a_work_group_cannot_be() {
    let server = server();
    let script = "create = lambda name='w', **configuration: refusal(ATHENA.create_work_group, Name=name, Configuration=configuration)
print(create(name='a b')[2])
print(create(ResultConfiguration={'OutputLocation': 'nowhere'})[2])
print(create(BytesScannedCutoffPerQuery=9999999)[2])
print(create(EngineVersion={'SelectedEngineVersion': 'PySpark engine version 3'})[2])
print(create(ExecutionRole='arn:aws:iam::111122223333:role/spark')[2])
print(create(ResultConfiguration={'OutputLocation': 's3://results/'}, ManagedQueryResultsConfiguration={'Enabled': True})[2])
print(create(), create())
print(refusal(ATHENA.update_work_group, WorkGroup='none')[2])
for name in 'abc': create(name=name)
first = ATHENA.list_work_groups(MaxResults=2)
second = ATHENA.list_work_groups(MaxResults=50, NextToken=first['NextToken'])
print([group['Name'] for group in first['WorkGroups'] + second['WorkGroups']])";
    let expected = "1 validation error detected: Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9._-]{1,128}
outputLocation is not a valid S3 path: nowhere
1 validation error detected: Value '9999999' at 'configuration.bytesScannedCutoffPerQuery' failed to satisfy constraint: Member must have value greater than or equal to 10000000
Engine version PySpark engine version 3 is not supported.
Work groups for Apache Spark are not supported.
An output location cannot be given where query results are managed.
no error ('InvalidRequestException', 'INVALID_INPUT', 'WorkGroup w is already created')
WorkGroup none is not found.
['a', 'b', 'c', 'primary', 'w']";
    check(&server, script, expected);
}

#[test]
fn work_groups_carry_tags() {
    let server = server();
    let script = "ATHENA.create_work_group(Name='w', Tags=[{'Key': 'a', 'Value': '1'}, {'Key': 'b'}])
arn = 'arn:aws:athena:eu-north-1:111122223333:workgroup/w'
told = lambda: [(tag['Key'], tag['Value']) for tag in ATHENA.list_tags_for_resource(ResourceARN=arn)['Tags']]
print(told())
ATHENA.tag_resource(ResourceARN=arn, Tags=[{'Key': 'a', 'Value': '2'}, {'Key': 'c', 'Value': '3'}])
ATHENA.untag_resource(ResourceARN=arn, TagKeys=['b', 'none'])
print(told())
print(refusal(ATHENA.tag_resource, ResourceARN=arn, Tags=[{'Key': str(n), 'Value': ''} for n in range(49)])[2])
print(refusal(ATHENA.tag_resource, ResourceARN=arn, Tags=[{'Key': 'aws:x', 'Value': ''}])[2])
print(refusal(ATHENA.list_tags_for_resource, ResourceARN=arn + 'x')[::2])
print(refusal(ATHENA.list_tags_for_resource, ResourceARN='x')[2])
ATHENA.delete_work_group(WorkGroup='w')
ATHENA.create_work_group(Name='w')
print(told())";
    let expected = "[('a', '1'), ('b', '')]
[('a', '2'), ('c', '3')]
A resource may have at most 50 tags.
The tag key aws:x begins with a reserved prefix.
('ResourceNotFoundException', 'Resource arn:aws:athena:eu-north-1:111122223333:workgroup/wx is not found.')
ResourceARN is not a valid ARN.
[]";
    check(&server, script, expected);
}
