//! `ashiato serve` where things are large, talkative or encrypted: each by real clients of a real process.

use super::serve::{Server, data};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A script that hangs ends, and tells where each of its threads was.
const NO_LONGER: &str = "import faulthandler; faulthandler.dump_traceback_later(1200, exit=True)";

/// Python with the administrator's key in its environment, and what it is told beside; `None`, with a notice, without.
pub(super) fn python(data: &Path, endpoint: &str, script: &str, more: &[(&str, &str)]) -> Option<Child> {
    let bin = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv-test/bin/python");
    if !bin.exists() {
        eprintln!("skipped: no .venv-test with boto3; `make test` makes it");
        return None;
    }
    let child = Command::new(bin)
        .args(["-c", &format!("{NO_LONGER}\n{script}")])
        .env("AWS_ENDPOINT_URL", endpoint)
        .env("AWS_DEFAULT_REGION", "eu-north-1")
        .env("AWS_SHARED_CREDENTIALS_FILE", data.join("credentials"))
        .envs(more.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    Some(child.expect("python runs"))
}

/// What a script printed, which ended well.
pub(super) fn printed(python: Child) -> String {
    let output = python.wait_with_output().expect("python ends");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it prints UTF-8")
}

#[test]
fn the_most_talkative_log_holds_no_secret() {
    let (folder, data) = data();
    let config = folder.path().join("ashiato.toml");
    std::fs::write(&config, "[log]\nlevel = 'trace'\n").expect("the file is written");
    let server = Server::start(&data, &["--config", config.to_str().expect("a plain path")]);
    let script = "
import boto3, json, os, urllib.error, urllib.parse, urllib.request
iam, sts = boto3.client('iam'), boto3.client('sts')
iam.create_user(UserName='alice')
def sign_in(password):
    body = json.dumps(dict(account=sts.get_caller_identity()['Account'], user='alice', password=password)).encode()
    request = urllib.request.Request(os.environ['AWS_ENDPOINT_URL'] + '/signin', data=body, headers={'Content-Type': 'application/json'})
    try: return json.load(urllib.request.urlopen(request))
    except urllib.error.HTTPError as error: assert error.code == 401, error
key = iam.create_access_key(UserName='alice')['AccessKey']
print(key['SecretAccessKey'])
iam.create_login_profile(UserName='alice', Password='first-Passw0rd!')
iam.update_login_profile(UserName='alice', Password='second-Passw0rd!')
sign_in('first-Passw0rd!')
sign_in('guessed-Passw0rd!')
print(sign_in('second-Passw0rd!')['credentials']['sessionToken'])
federated = sts.get_federation_token(Name='carol')['Credentials']
session = json.dumps(dict(sessionId=federated['AccessKeyId'], sessionKey=federated['SecretAccessKey'], sessionToken=federated['SessionToken']))
query = urllib.parse.urlencode(dict(Action='getSigninToken', Session=session))
print(json.load(urllib.request.urlopen(os.environ['AWS_ENDPOINT_URL'] + '/federation?' + query))['SigninToken'])
print(federated['SecretAccessKey'])
for session in (sts.get_session_token(), sts.get_federation_token(Name='bob')):
    print(session['Credentials']['SecretAccessKey'])
    print(session['Credentials']['SessionToken'])
    its = dict(aws_access_key_id=session['Credentials']['AccessKeyId'], aws_secret_access_key=session['Credentials']['SecretAccessKey'])
    boto3.client('sts', aws_session_token=session['Credentials']['SessionToken'], **its).get_caller_identity()
    try: boto3.client('sts', aws_session_token='stolen-token-of-another', **its).get_caller_identity()
    except Exception: pass
";
    let Some(python) = python(&data, &format!("http://{}", server.address), script, &[]) else { return };
    let secrets = printed(python);
    let kept = std::fs::read_to_string(data.join("credentials")).expect("the file is there");
    let first = kept.lines().find_map(|line| line.strip_prefix("aws_secret_access_key = ")).expect("a secret");
    let (log, code) = server.terminate();
    assert_eq!(code, Some(0));
    assert!(log.contains("CreateAccessKey") && log.contains("GetSessionToken"), "{log}");
    let others = ["first-Passw0rd!", "second-Passw0rd!", "guessed-Passw0rd!", "stolen-token-of-another", first];
    let secrets: Vec<&str> = secrets.lines().chain(others).collect();
    assert_eq!(secrets.len(), 13);
    for secret in secrets {
        assert!(!log.contains(secret), "the log shows {secret}");
    }
}

/// A certificate for this machine's own address and its key; `None`, with a notice, where nothing can make one.
pub(super) fn certificate(folder: &Path) -> Option<(String, String)> {
    let path = |name: &str| folder.join(name).to_str().expect("a plain path").to_string();
    let (certificate, key) = (path("cert.pem"), path("key.pem"));
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"])
        .args([
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=IP:127.0.0.1",
            "-keyout",
            &key,
            "-out",
            &certificate,
        ])
        .output();
    if !made.is_ok_and(|made| made.status.success()) {
        eprintln!("skipped: no openssl to make a certificate with");
        return None;
    }
    Some((certificate, key))
}

#[test]
fn tls_speaks_http_1_and_2_to_who_trusts_its_certificate() {
    let (folder, data) = data();
    let Some((certificate, key)) = certificate(folder.path()) else { return };
    let server = Server::start(&data, &["--tls-cert", &certificate, "--tls-key", &key]);
    let endpoint = format!("https://{}", server.address);
    let script = "
import boto3, os, subprocess, botocore.exceptions
trusting = lambda service: boto3.client(service, verify=os.environ['CERTIFICATE'])
s3 = trusting('s3')
s3.create_bucket(Bucket='logs', CreateBucketConfiguration={'LocationConstraint': 'eu-north-1'})
# botocore asks `Expect: 100-continue` before each body of S3.
s3.put_object(Bucket='logs', Key='k', Body=b'x' * 3000000)
assert s3.get_object(Bucket='logs', Key='k')['Body'].read() == b'x' * 3000000
assert len(trusting('sts').get_caller_identity()['Account']) == 12
try: boto3.client('sts').get_caller_identity()
except botocore.exceptions.SSLError: pass
else: raise AssertionError('an unknown certificate is trusted')
def curl(*arguments):
    command = ['curl', '-s', '--cacert', os.environ['CERTIFICATE'], '-o', '/dev/null', '-w', '%{http_version} %{http_code}', *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
url = s3.generate_presigned_url('get_object', Params={'Bucket': 'logs', 'Key': 'k'})
print(curl('--http2', url), curl('--http1.1', url))
put = s3.generate_presigned_url('put_object', Params={'Bucket': 'logs', 'Key': 'p'})
print(curl('--http1.1', '-H', 'Expect: 100-continue', '-X', 'PUT', '--data-binary', 'body', '-H', 'Content-Type:', put))
print(s3.get_object(Bucket='logs', Key='p')['Body'].read().decode())
";
    let Some(python) = python(&data, &endpoint, script, &[("CERTIFICATE", &certificate)]) else { return };
    assert_eq!(printed(python), "2 200 1.1 200\n1.1 200\nbody\n");
    assert_eq!(server.terminate().1, Some(0));
}

/// 1 GB in one put, and 100 parts: neither the object nor its parts are ever held whole.
#[test]
fn large_objects_cost_little_memory() {
    let (_folder, data) = data();
    let server = Server::start(&data, &[]);
    let script = "
import boto3, hashlib, io
from botocore.config import Config
s3 = boto3.client('s3', config=Config(request_checksum_calculation='when_required'))
s3.create_bucket(Bucket='logs', CreateBucketConfiguration={'LocationConstraint': 'eu-north-1'})
BLOCK = bytes(range(256)) * 4096
class Zeros(io.RawIOBase):
    'A stream of a gigabyte, which rewinds.'
    size, at = 1 << 30, 0
    def readable(self): return True
    def seekable(self): return True
    def tell(self): return self.at
    def seek(self, to, whence=0):
        self.at = to + (0, self.at, self.size)[whence]
        return self.at
    def read(self, n=-1):
        n = min(len(BLOCK), self.size - self.at, n if n >= 0 else len(BLOCK))
        start = self.at % 256
        self.at += n
        return BLOCK[start:start + n] if start + n <= len(BLOCK) else (BLOCK + BLOCK)[start:start + n]
url = s3.generate_presigned_url('put_object', Params={'Bucket': 'logs', 'Key': 'big'})
import http.client, urllib.parse
to = urllib.parse.urlparse(url)
connection = http.client.HTTPConnection(to.netloc)
connection.request('PUT', to.path + '?' + to.query, body=Zeros(), headers={'Content-Length': str(1 << 30)})
assert connection.getresponse().status == 200
got, length = s3.get_object(Bucket='logs', Key='big')['Body'], 0
for chunk in got.iter_chunks(len(BLOCK)):
    assert chunk[0] == length % 256
    length += len(chunk)
assert length == 1 << 30
upload = dict(Bucket='logs', Key='parts', UploadId=s3.create_multipart_upload(Bucket='logs', Key='parts')['UploadId'])
part = BLOCK * 5
parts = [{'PartNumber': n, 'ETag': s3.upload_part(PartNumber=n, Body=part, **upload)['ETag']} for n in range(1, 101)]
s3.complete_multipart_upload(MultipartUpload={'Parts': parts}, **upload)
head = s3.head_object(Bucket='logs', Key='parts')
print(head['ContentLength'] == 100 * len(part), head['ETag'].endswith('-100\"'))
";
    let Some(python) = python(&data, &format!("http://{}", server.address), script, &[]) else { return };
    assert_eq!(printed(python), "True True\n");
    let peak = server.peak_bytes();
    assert!(peak < 400 << 20, "{peak} bytes at the peak");
    assert_eq!(server.terminate().1, Some(0));
}
