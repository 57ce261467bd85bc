//! Results under a key of the account's.

use super::{check, server};

#[test]
fn results_are_encrypted_under_the_key_that_is_asked_for() {
    let server = server();
    let script = "kms, s3 = client('kms'), client('s3')
key = kms.create_key()['KeyMetadata']['Arn']
kms.create_alias(AliasName='alias/results', TargetKeyId=key)

def under(option, sql='SELECT 1 AS n', **more):
    encryption = {'EncryptionOption': option, **more}
    return run(sql, location=None, ResultConfiguration={'OutputLocation': RESULTS, 'EncryptionConfiguration': encryption})

def keys_of(prefix):
    objects = s3.list_objects_v2(Bucket='results', Prefix=prefix)['Contents']
    heads = [s3.head_object(Bucket='results', Key=found['Key']) for found in objects]
    return {(head.get('ServerSideEncryption'), head.get('SSEKMSKeyId') == key) for head in heads}

first = under('SSE_KMS', KmsKey='alias/results')
print(told(first), rows(first), keys_of('out/' + first['QueryExecutionId']))
query = under('SSE_KMS', \"CREATE TABLE made WITH (format = 'JSON') AS SELECT rpad('', 6000000, 'x') AS long\", KmsKey=key)
print(told(query), keys_of('out/tables/' + query['QueryExecutionId']))
long = under('SSE_KMS', 'SELECT length(long) AS n, long FROM made', KmsKey=key)
print(told(long), rows(run('SELECT length(long) AS n FROM made'))[1], keys_of('out/' + long['QueryExecutionId']))
print(keys_of('out/' + under('SSE_S3')['QueryExecutionId']))
age = {'ResultReuseByAgeConfiguration': {'Enabled': True, 'MaxAgeInMinutes': 60}}
def again(**more):
    result = {'OutputLocation': RESULTS, **more}
    query = run('SELECT 7 AS n', location=None, ResultConfiguration=result, ResultReuseConfiguration=age)
    return query['Statistics']['ResultReuseInformation']['ReusedPreviousResult']
sealed = {'EncryptionConfiguration': {'EncryptionOption': 'SSE_KMS', 'KmsKey': key}}
print(again(), again(), again(**sealed), again(**sealed), again())
kms.disable_key(KeyId=key)
print(told(under('SSE_KMS', KmsKey=key))[1].replace(key, 'the key'))
print(refusal(ATHENA.get_query_results, QueryExecutionId=first['QueryExecutionId'])[2].replace(key, 'the key'))
for more in [dict(option='SSE_KMS'), dict(option='CSE_KMS', KmsKey=key), dict(option='SSE_KMS', KmsKey='alias/none')]:
    print(refusal(under, **more)[2])
print(refusal(run, sql='SELECT 1', location=None, ResultConfiguration={'OutputLocation': RESULTS, 'ExpectedBucketOwner': '999988887777'})[2])";
    let expected = "('SUCCEEDED', None) [['n'], ['1']] {('aws:kms', True)}
('SUCCEEDED', None) {('aws:kms', True)}
('SUCCEEDED', None) ['6000000'] {('aws:kms', True)}
{(None, False)}
False True False True False
PERMISSION_DENIED: Access denied. the key is disabled.
the key is disabled.
A KmsKey is required to encrypt results by SSE_KMS.
Results encrypted by CSE_KMS are not supported.
Key 'arn:aws:kms:eu-north-1:111122223333:alias/none' does not exist
The bucket of the results is not the expected owner's.";
    check(&server, script, expected);
}
