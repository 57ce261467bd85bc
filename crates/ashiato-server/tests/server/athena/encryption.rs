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

query = under('SSE_KMS', KmsKey='alias/results')
print(told(query), rows(query), keys_of('out/' + query['QueryExecutionId']))
query = under('SSE_KMS', \"CREATE TABLE made WITH (format = 'JSON') AS SELECT rpad('', 6000000, 'x') AS long\", KmsKey=key)
print(told(query), keys_of('out/tables/' + query['QueryExecutionId']))
long = under('SSE_KMS', 'SELECT length(long) AS n, long FROM made', KmsKey=key)
print(told(long), rows(run('SELECT length(long) AS n FROM made'))[1], keys_of('out/' + long['QueryExecutionId']))
print(keys_of('out/' + under('SSE_S3')['QueryExecutionId']))
kms.disable_key(KeyId=key)
print(told(under('SSE_KMS', KmsKey=key)))
print(refusal(ATHENA.get_query_results, QueryExecutionId=query['QueryExecutionId'])[0])
for more in [dict(option='SSE_KMS'), dict(option='CSE_KMS', KmsKey=key), dict(option='SSE_KMS', KmsKey='alias/none')]:
    print(refusal(under, **more)[2])
print(refusal(run, sql='SELECT 1', location=None, ResultConfiguration={'OutputLocation': RESULTS, 'ExpectedBucketOwner': '999988887777'})[2])";
    check(&server, script, "");
}
