//! S3 on the port: streamed, signed in every way that clients sign, decided by policies, recorded where its buckets are.

use ashiato_server::history::EventHistory;

use crate::running::Running;

fn passes(server: &Running, script: &str) {
    if let Some(printed) = server.python(&format!("{script}\nprint('passed')")) {
        assert_eq!(printed, "passed", "{script}");
    }
}

#[test]
fn objects_are_put_and_got_in_every_way_that_clients_sign() {
    let server = Running::start_with_stored_keys();
    passes(
        &server,
        "
s3 = client('s3')
s3.create_bucket(Bucket='logs', CreateBucketConfiguration={'LocationConstraint': 'eu-north-1'})
for key in ['a', 'a//../b', 'ü +%', 'k' * 1024]:
    s3.put_object(Bucket='logs', Key=key, Body=key.encode())
    answer = s3.get_object(Bucket='logs', Key=key)
    assert answer['Body'].read() == key.encode(), key
    assert answer['ResponseMetadata']['RequestId']
# A trailing checksum, chunks signed or not, and the whole signed.
import io
s3.put_object(Bucket='logs', Key='stream', Body=io.BytesIO(b'x' * 300000), ChecksumAlgorithm='SHA256')
assert s3.head_object(Bucket='logs', Key='stream')['ContentLength'] == 300000
signed = client('s3', s3={'payload_signing_enabled': True})
signed.put_object(Bucket='logs', Key='signed', Body=b'y' * 300000)
assert s3.get_object(Bucket='logs', Key='signed')['Body'].read() == b'y' * 300000
url = s3.generate_presigned_url('put_object', Params={'Bucket': 'logs', 'Key': 'presigned'})
put = urllib.request.Request(url, data=b'by url', method='PUT', headers={'Content-Type': ''})
urllib.request.urlopen(put)
url = s3.generate_presigned_url('get_object', Params={'Bucket': 'logs', 'Key': 'presigned'})
assert urllib.request.urlopen(url).read() == b'by url'
try: urllib.request.urlopen(url.replace('presigned', 'a'))
except urllib.error.HTTPError as error: assert error.code == 403 and b'SignatureDoesNotMatch' in error.read()
else: raise AssertionError('another key by the same signature')
for seconds, why in [('604801', 'must be less than a week'), ('-1', 'must be non-negative'), ('1h', 'should be a number')]:
    assert 'X-Amz-Expires=3600' in url, url
    try: urllib.request.urlopen(url.replace('X-Amz-Expires=3600', 'X-Amz-Expires=' + seconds))
    except urllib.error.HTTPError as error:
        said = error.read().decode()
        assert error.code == 400 and 'AuthorizationQueryParametersError' in said and 'X-Amz-Expires ' + why in said, said
    else: raise AssertionError('a URL for ' + seconds)
of_old = client('s3', signature_version='s3')
url = of_old.generate_presigned_url('get_object', Params={'Bucket': 'logs', 'Key': 'presigned'})
try: urllib.request.urlopen(url)
except urllib.error.HTTPError as error: assert error.code == 400 and b'Please use AWS4-HMAC-SHA256' in error.read()
else: raise AssertionError('signed as of old')
assert code(of_old.list_buckets) == (400, 'InvalidRequest')
assert code(s3.restore_object, Bucket='logs', Key='a', RestoreRequest={'Days': 1}) == (501, 'NotImplemented')
own = {'SSECustomerAlgorithm': 'AES256', 'SSECustomerKey': 'k' * 32}
assert code(s3.put_object, Bucket='logs', Key='own', Body=b'x', **own) == (501, 'NotImplemented')
assert code(s3.get_object, Bucket='logs', Key='a', **own) == (501, 'NotImplemented')
of_source = {f'CopySource{name}': value for name, value in own.items()}
assert code(s3.copy_object, Bucket='logs', Key='own', CopySource='logs/a', **of_source) == (501, 'NotImplemented')
assert code(client('s3', secret='wrong').list_buckets) == (403, 'SignatureDoesNotMatch')
assert code(client('s3', 'AKIDNOBODY').list_buckets) == (403, 'InvalidAccessKeyId')
assert code(client('s3', 'ASIANOBODY', token='t').list_buckets) == (400, 'InvalidToken')
assert code(s3.get_object, Bucket='nowhere', Key='k') == (404, 'NoSuchBucket')
assert client('s3', 'AKIDROOT').list_buckets()['Buckets'][0]['Name'] == 'logs'
assert code(s3.list_objects_v2, Bucket='logs', ExpectedBucketOwner='999999999999') == (403, 'AccessDenied')
assert s3.list_objects_v2(Bucket='logs', ExpectedBucketOwner='111122223333')['KeyCount'] == 7
",
    );
    server.stop();
}

#[test]
fn chunks_are_held_to_their_signatures() {
    let server = Running::start_with_stored_keys();
    passes(
        &server,
        "
import hashlib, hmac, http.client
client('s3').create_bucket(Bucket='logs')
def upload(chunks, spoil=False):
    body_length = sum(len(chunk) for chunk in chunks)
    request = AWSRequest('PUT', ENDPOINT + '/logs/chunked', headers={
        'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD', 'x-amz-decoded-content-length': str(body_length)})
    from botocore.auth import S3SigV4Auth
    class Streamed(S3SigV4Auth):
        def payload(self, request): return 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD'
        def _modify_request_before_signing(self, request):
            SigV4Auth._modify_request_before_signing(self, request)
    auth = Streamed(Credentials('AKIDALICE', 'secret'), 's3', 'eu-north-1')
    auth.add_auth(request)
    headers = dict(request.headers)
    date, previous = headers['X-Amz-Date'], headers['Authorization'].rsplit('=', 1)[1]
    scope = date[:8] + '/eu-north-1/s3/aws4_request'
    key = b'AWS4secret'
    for part in scope.split('/'): key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    body = b''
    for chunk in chunks + [b'']:
        text = '\\n'.join(['AWS4-HMAC-SHA256-PAYLOAD', date, scope, previous, hashlib.sha256(b'').hexdigest(),
                          hashlib.sha256(chunk).hexdigest()])
        previous = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
        body += b'%x;chunk-signature=%s\\r\\n' % (len(chunk), previous.encode()) + chunk + b'\\r\\n'
    if spoil: body = body.replace(b'aaa', b'aab', 1)
    headers['Content-Length'] = str(len(body))
    put = urllib.request.Request(ENDPOINT + '/logs/chunked', data=body, headers=headers, method='PUT')
    try: return urllib.request.urlopen(put).status
    except urllib.error.HTTPError as error: return error.code
assert upload([b'a' * 65536, b'b' * 10]) == 200
assert client('s3').get_object(Bucket='logs', Key='chunked')['Body'].read() == b'a' * 65536 + b'b' * 10
assert upload([b'a' * 65536, b'c' * 10], spoil=True) >= 400
assert client('s3').get_object(Bucket='logs', Key='chunked')['Body'].read()[-1:] == b'b'
",
    );
}

#[test]
fn a_body_is_held_to_the_hash_that_was_signed() {
    passes(&Running::start_with_stored_keys(), include_str!("scripts/payload_hashes.py"));
}

#[test]
fn a_bucket_lets_in_whom_its_policy_names() {
    let server = Running::start_with_stored_keys();
    passes(
        &server,
        "
import json
s3 = client('s3')
s3.create_bucket(Bucket='logs')
for key in ('public/a', 'private/a'): s3.put_object(Bucket='logs', Key=key, Body=b'a')
def anonymous(path, method='GET', headers={}):
    request = urllib.request.Request(ENDPOINT + path, method=method, headers=headers, data=b'x' if method in ('PUT', 'POST') else None)
    try: return urllib.request.urlopen(request).status
    except urllib.error.HTTPError as error: return error.code
def policy(**statement):
    return json.dumps({'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Principal': '*', 'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::logs/public/*'} | statement]})
assert anonymous('/logs/public/a') == 403
assert code(s3.put_bucket_policy, Bucket='logs', Policy=policy()) == (403, 'AccessDenied')
s3.delete_public_access_block(Bucket='logs')
s3.put_bucket_policy(Bucket='logs', Policy=policy())
assert s3.get_bucket_policy_status(Bucket='logs')['PolicyStatus']['IsPublic']
assert anonymous('/logs/public/a') == 200
assert anonymous('/logs/private/a') == 403
# Who may not list does not learn which keys are missing.
assert anonymous('/logs/public/b') == 403
assert anonymous('/logs/public/a', 'PUT') == 403
assert anonymous('/logs?list-type=2') == 403
assert anonymous('/') == 403
assert anonymous('/logs', 'POST', {'Content-Type': 'multipart/form-data; boundary=b'}) == 501
s3.put_public_access_block(Bucket='logs', PublicAccessBlockConfiguration={'RestrictPublicBuckets': True})
assert anonymous('/logs/public/a') == 403
s3.delete_public_access_block(Bucket='logs')
s3.put_bucket_policy(Bucket='logs', Policy=policy(Condition={'IpAddress': {'aws:SourceIp': '10.0.0.0/8'}}))
assert anonymous('/logs/public/a') == 403
assert not s3.get_bucket_policy_status(Bucket='logs')['PolicyStatus']['IsPublic']
s3.put_bucket_policy(Bucket='logs', Policy=policy(Condition={'IpAddress': {'aws:SourceIp': '127.0.0.0/8'}}))
assert anonymous('/logs/public/a') == 200
# A parameter is read alike by the decision and by the listing, however it is written, and once.
s3.put_bucket_policy(Bucket='logs', Policy=policy(Action='s3:ListBucket', Resource='arn:aws:s3:::logs', Condition={'StringNotLike': {'s3:prefix': 'private/*'}}))
assert anonymous('/logs?list-type=2&prefix=public/') == 200
assert anonymous('/logs?list-type=2&prefix=private/') == 403
assert anonymous('/logs?list-type=2&pre%66ix=private/') == 403
assert anonymous('/logs?list-type=2&prefix=public/&prefix=private/') == 400
assert anonymous('/logs?list-type=2&prefix=public/&pre%66ix=private/') == 400
# What a bucket's policy denies is denied to an administrator too, and the policy can still be taken away.
s3.put_bucket_policy(Bucket='logs', Policy=policy(Effect='Deny', Principal={'AWS': '*'}))
try: s3.get_object(Bucket='logs', Key='public/a')
except ClientError as error:
    assert error.response['Error']['Message'] == ('User: arn:aws:iam::111122223333:user/alice is not authorized to perform: '
        's3:GetObject on resource: \"arn:aws:s3:::logs/public/a\" with an explicit deny in a resource-based policy'), error.response
else: raise AssertionError('allowed')
answer = s3.get_object(Bucket='logs', Key='private/a')
s3.delete_bucket_policy(Bucket='logs')
s3.get_object(Bucket='logs', Key='public/a')
for text, why in [('{', 'This policy contains invalid Json'), (policy(Resource='arn:aws:s3:::other/*'), 'Policy has invalid resource'),
                  (policy(Action='iam:*'), 'Policy has invalid action'), (policy(Principal={'AWS': 'nobody'}), None)]:
    try: s3.put_bucket_policy(Bucket='logs', Policy=text)
    except ClientError as error:
        assert error.response['Error']['Code'] == 'MalformedPolicy', error.response
        assert why is None or error.response['Error']['Message'] == why, error.response
    else: raise AssertionError(text)
",
    );
}

#[test]
fn who_may_not_list_a_bucket_does_not_learn_what_is_not_in_it() {
    let server = Running::start_with_stored_keys();
    passes(
        &server,
        "
import json
s3, iam = client('s3'), client('iam')
s3.create_bucket(Bucket='logs')
s3.put_object(Bucket='logs', Key='there', Body=b'x')
def caller(name, *more):
    iam.create_user(UserName=name)
    allowed = [{'Effect': 'Allow', 'Action': ['s3:GetObject*', 's3:PutObject', 's3:DeleteObject'], 'Resource': 'arn:aws:s3:::logs/*'}]
    document = json.dumps({'Version': '2012-10-17', 'Statement': allowed + list(more)})
    iam.put_user_policy(UserName=name, PolicyName='p', PolicyDocument=document)
    key = iam.create_access_key(UserName=name)['AccessKey']
    return client('s3', key['AccessKeyId'], key['SecretAccessKey'])
def answers(s3):
    source, missing = {'Bucket': 'logs', 'Key': 'missing'}, {'Bucket': 'logs', 'Key': 'missing'}
    upload = {'Bucket': 'logs', 'Key': 'u', 'UploadId': s3.create_multipart_upload(Bucket='logs', Key='u')['UploadId']}
    return [code(s3.get_object, **missing), code(s3.head_object, **missing),
            code(s3.get_object_attributes, **missing, ObjectAttributes=['ETag']), code(s3.get_object_tagging, **missing),
            code(s3.copy_object, Bucket='logs', Key='copy', CopySource=source),
            code(s3.upload_part_copy, **upload, PartNumber=1, CopySource=source)]
lists = {'Effect': 'Allow', 'Action': 's3:ListBucket', 'Resource': 'arn:aws:s3:::logs'}
denied, missed = [(403, 'AccessDenied')], [(404, 'NoSuchKey')]
without, within = caller('without'), caller('within', lists)
for s3 in (without, caller('some', lists | {'Condition': {'StringLike': {'s3:prefix': 'm*'}}})):
    assert answers(s3) == denied + [(403, '403')] + denied * 4, answers(s3)
    assert s3.get_object(Bucket='logs', Key='there')['Body'].read() == b'x'
    assert code(s3.delete_object, Bucket='logs', Key='missing') == 'no error'
assert answers(within) == missed + [(404, '404')] + missed * 4, answers(within)
try: without.get_object(Bucket='logs', Key='missing')
except ClientError as error:
    assert error.response['Error']['Message'] == ('User: arn:aws:iam::111122223333:user/without is not authorized to perform: '
        's3:ListBucket on resource: \"arn:aws:s3:::logs\" because no identity-based policy allows the s3:ListBucket action'), error.response
",
    );
}

#[test]
fn a_request_is_recorded_in_the_region_of_its_bucket() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Running::start_with_stored_keys_and(|state| {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let history = runtime.block_on(EventHistory::open(&folder.path().join("history"), 1000));
        state.history = Some(history.expect("a new history"));
    });
    passes(&server, include_str!("scripts/objects_regions.py"));
}
