//! A server of a test, and what tests do with it.

use ashiato_meta::access_keys::{AccessKey, Status};
use ashiato_meta::users::User;
use ashiato_meta::{
    AccessKeyId, AccountId, Location, MasterKey, MasterKeys, Millis, PrincipalId, Tx, access_keys, accounts,
    attachments, users,
};
use ashiato_objects::{ListQuery, Put};
use ashiato_policy::sts::Carried;
use ashiato_server::athena::QuerySettings;
use ashiato_server::buckets::Objects;
use ashiato_server::http::{Limits, serve};
use ashiato_server::recording::{Recorder, RecordingSettings};
use ashiato_server::signature::{Credential, Credentials, Identity, Principal, Secret, StaticCredentials};
use ashiato_server::state::{Kept, State};
use ashiato_server::trails::{TrailSettings, Trails};
use ashiato_trail::log_events::LogEvents;
use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures::{TryStreamExt, stream};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

use crate::agreement;

/// A server that stops when it goes out of scope.
pub(crate) struct Running {
    pub address: SocketAddr,
    /// The server's own, for what no client can see or do.
    pub state: Arc<State>,
    runtime: Runtime,
    stop: Option<oneshot::Sender<()>>,
    served: Option<tokio::task::JoinHandle<()>>,
    /// What the server keeps; gone with the test. `None`: a folder that stays, where a later server goes on.
    folder: Option<TempDir>,
}

/// What clients did is held against what was recorded, once the server is done.
impl Drop for Running {
    fn drop(&mut self) {
        if let Some(folder) = self.folder.take()
            && !std::thread::panicking()
        {
            drop(self.stop.take());
            let (notes, own) = (notes_of(self.address), folder.path().join("agreement"));
            std::fs::create_dir_all(&own).expect("a folder");
            self.runtime.block_on(agreement::check(&self.state, &notes, &own));
        }
        drop(std::fs::remove_file(notes_of(self.address)));
    }
}

/// Where the clients of a server are noted. Of one address there is one server at a time.
fn notes_of(address: SocketAddr) -> PathBuf {
    std::env::temp_dir().join(format!("notes-of-{}-{}", std::process::id(), address.port()))
}

impl Running {
    pub(crate) fn start() -> Running {
        Running::start_with(Limits::default(), Utc::now)
    }

    /// A server whose queries may cost other than usual.
    pub(crate) fn start_with_queries(settings: QuerySettings) -> Running {
        Running::start_on(Limits::default(), Utc::now, settings, |_| Arc::new(credentials()))
    }

    pub(crate) fn start_with(limits: Limits, clock: fn() -> DateTime<Utc>) -> Running {
        Running::start_on(limits, clock, QuerySettings::default(), |_| Arc::new(credentials()))
    }

    /// A server whose keys are those of its state: `AKIDALICE` of the administrator alice, `AKIDROOT` of the root.
    pub(crate) fn start_with_stored_keys() -> Running {
        Running::start_on(Limits::default(), Utc::now, QuerySettings::default(), Kept::credentials)
    }

    /// The same, within other limits.
    pub(crate) fn start_with_stored_keys_within(limits: Limits) -> Running {
        Running::start_on(limits, Utc::now, QuerySettings::default(), Kept::credentials)
    }

    /// The same, of a state that is given more before the server starts.
    pub(crate) fn start_with_stored_keys_and(more: impl FnOnce(&mut State)) -> Running {
        let folder = TempDir::new().expect("a folder");
        let (limits, queries) = (Limits::default(), QuerySettings::default());
        let mut running = Running::start_over(folder.path(), limits, Utc::now, queries, Kept::credentials, more);
        running.folder = Some(folder);
        running
    }

    /// The same over a folder that stays, with a clock of its own.
    pub(crate) fn start_audited(folder: &Path, clock: fn() -> DateTime<Utc>, more: impl FnOnce(&mut State)) -> Running {
        std::fs::create_dir_all(folder).expect("a folder");
        let (limits, queries) = (Limits::default(), QuerySettings::default());
        Running::start_over(folder, limits, clock, queries, Kept::credentials, more)
    }

    fn start_on(
        limits: Limits,
        clock: fn() -> DateTime<Utc>,
        settings: QuerySettings,
        credentials: impl FnOnce(&Kept) -> Arc<dyn Credentials>,
    ) -> Running {
        let folder = TempDir::new().expect("a folder");
        let mut running = Running::start_over(folder.path(), limits, clock, settings, credentials, |_| {});
        running.folder = Some(folder);
        running
    }

    /// A server over a folder that stays: what an earlier one kept is there.
    pub(crate) fn start_in(folder: &Path) -> Running {
        let settings = QuerySettings::default();
        Running::start_over(folder, Limits::default(), Utc::now, settings, |_| Arc::new(credentials()), |_| {})
    }

    fn start_over(
        folder: &Path,
        limits: Limits,
        clock: fn() -> DateTime<Utc>,
        settings: QuerySettings,
        credentials: impl FnOnce(&Kept) -> Arc<dyn Credentials>,
        more: impl FnOnce(&mut State),
    ) -> Running {
        let runtime = Runtime::new().expect("a runtime");
        let kept = runtime.block_on(kept(folder));
        let credentials = credentials(&kept);
        let mut state = State::new(kept, credentials, limits, settings);
        state.clock = clock;
        let (recorder, _) =
            Recorder::open(&folder.join("journal"), 64 << 20, 1, RecordingSettings::default()).expect("a journal");
        state.record_with(recorder);
        state.trails = Some(Trails::open(&folder.join("trails"), TrailSettings::default()).expect("a folder"));
        more(&mut state);
        runtime.block_on(state.athena.begin(clock())).expect("the state is new");
        state.set_ready(true);
        let state = Arc::new(state);
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a free port");
        let address = listener.local_addr().expect("an address");
        state.topics.set_public_url(format!("http://{address}"));
        let (stop, stopped) = oneshot::channel();
        let served = runtime.spawn(serve(listener, None, Arc::clone(&state), async { drop(stopped.await) }));
        Running { address, state, runtime, stop: Some(stop), served: Some(served), folder: None }
    }

    /// Tells the server to stop, and waits until it has.
    pub(crate) fn stop(mut self) {
        drop(self.stop.take());
        let served = self.served.take().expect("it was started");
        self.runtime.block_on(served).expect("it ends without a panic");
    }

    /// Ends all queries, as a server does that stops, and waits for none.
    pub(crate) fn stop_queries(&self) {
        self.runtime.block_on(self.state.athena.stop(Duration::ZERO, self.state.clock));
    }

    /// Has what is published posted to its endpoints.
    pub(crate) fn deliver_messages(&self) {
        self.runtime.spawn(Arc::clone(&self.state).deliver_messages());
    }

    /// Delivers all that waits for trails.
    pub(crate) fn deliver(&self) {
        let trails = self.state.trails.as_ref().expect("it records");
        self.block_on(trails.deliver_now(&self.state)).expect("the state can be used");
    }

    /// The number of the last record.
    pub(crate) fn recorded_through(&self) -> u64 {
        self.state.recorded_through()
    }

    /// Has something done beside the server.
    pub(crate) fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.runtime.spawn(work);
    }

    /// Has alarms looked at.
    pub(crate) fn watch_alarms(&self) {
        self.runtime.spawn(Arc::clone(&self.state).watch_alarms());
    }

    /// Waits for something that needs no client.
    pub(crate) fn block_on<F: Future>(&self, future: F) -> F::Output {
        self.runtime.block_on(future)
    }

    /// The store of the objects.
    pub(crate) fn objects(&self) -> &ashiato_objects::Store {
        self.state.kept.objects.embedded().expect("the server keeps its objects itself")
    }

    /// Makes a bucket.
    pub(crate) fn create_bucket(&self, name: &str) {
        self.runtime.block_on(self.objects().create_bucket(name, "eu-north-1")).expect("a new bucket");
    }

    /// Puts an object.
    pub(crate) fn put(&self, bucket: &str, key: &str, bytes: impl Into<Bytes>) {
        let objects = self.objects();
        let put = async {
            let body = stream::iter([Ok::<_, std::io::Error>(bytes.into())]);
            let received = objects.receive(body, &[]).await?;
            objects.put(bucket, key, received, Put::default()).await
        };
        self.runtime.block_on(put).expect("it is put");
    }

    /// The bytes of an object; `None` where there is none.
    pub(crate) fn get(&self, bucket: &str, key: &str) -> Option<Vec<u8>> {
        let reader = self.objects().get(bucket, key).ok()?;
        let bytes = reader.object.bytes;
        let read = async { reader.read(0, bytes).await?.try_collect::<Vec<Bytes>>().await };
        Some(self.runtime.block_on(read).expect("it is readable").concat())
    }

    /// The keys of a bucket.
    pub(crate) fn keys(&self, bucket: &str) -> Vec<String> {
        let query = ListQuery { prefix: "", delimiter: "", after: "", entries_max: 1000 };
        let page = self.objects().list(bucket, &query).expect("the bucket is there");
        page.entries.iter().map(|entry| entry.name().to_string()).collect()
    }

    /// Sends bytes, and reads until the server closes.
    pub(crate) fn raw(&self, request: &[u8]) -> String {
        let mut stream = TcpStream::connect(self.address).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a timeout");
        // The server may refuse and close before it has read all.
        drop(stream.write_all(request));
        let mut answer = Vec::new();
        drop(stream.read_to_end(&mut answer));
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Runs Python with boto3, `client(service, …)` at hand. `None`, with a notice: there is no boto3.
    pub(crate) fn python(&self, script: &str) -> Option<String> {
        python_at(self.address, script)
    }
}

/// The same, of a server of whatever process.
pub(crate) fn python_at(address: SocketAddr, script: &str) -> Option<String> {
    let bin = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv-test/bin");
    if !bin.join("python").exists() {
        eprintln!("skipped: no .venv-test with boto3; `make test` makes it");
        return None;
    }
    let prelude = include_str!("prelude.py");
    let output = Command::new(bin.join("python"))
        .args(["-c", &format!("{prelude}\n{script}")])
        .env("ENDPOINT", format!("http://{address}"))
        .env("BIN", &bin)
        .env("NOTES", notes_of(address))
        .env("NOTES_SERVER", address.to_string())
        .env("PYTHONPATH", Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/server/noting"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .expect("python runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).trim().to_string())
}

async fn kept(folder: &Path) -> Kept {
    let account = AccountId::parse("111122223333").expect("12 digits");
    let meta = ashiato_meta::Store::open(&Location::Sqlite(folder.join("state.db"))).await.expect("a new state");
    let keys = MasterKeys::new(MasterKey::new(&[7; 32]), Vec::new());
    let mut tx = meta.write().await.expect("a transaction");
    if accounts::list(&mut tx).await.expect("a list").is_empty() {
        let new = accounts::Account { id: account.clone(), created: Millis(0) };
        accounts::create(&mut tx, &new).await.expect("an account");
        with_administrator(&mut tx, &account, &keys).await.expect("an administrator");
    }
    tx.commit().await.expect("a commit");
    let (objects, _) = ashiato_objects::Store::open(&folder.join("objects"), Arc::new(Utc::now)).expect("a new store");
    let log_events = Arc::new(LogEvents::new(&folder.join("logs")));
    Kept { account, meta, keys, objects: Objects::Embedded(objects), log_events }
}

async fn with_administrator(tx: &mut Tx, account: &AccountId, keys: &MasterKeys) -> ashiato_meta::Result<()> {
    let alice = User {
        id: PrincipalId("AIDAALICEALICEALICE".into()),
        account: account.clone(),
        name: "alice".into(),
        path: "/".into(),
        created: Millis(0),
        boundary: None,
        password_last_used: None,
    };
    users::create(tx, &alice).await?;
    let administers = "arn:aws:iam::aws:policy/AdministratorAccess";
    attachments::attach(tx, &alice.id, administers, None, Millis(0)).await?;
    for (id, user_id, nonce) in [("AKIDALICE", Some(alice.id.clone()), [1; 12]), ("AKIDROOT", None, [2; 12])] {
        let key = AccessKey {
            id: AccessKeyId(id.into()),
            account: account.clone(),
            user_id,
            status: Status::Active,
            created: Millis(0),
            last_used: None,
            last_used_region: None,
            last_used_service: None,
        };
        access_keys::create(tx, keys, &key, "secret", nonce, 2).await?;
    }
    Ok(())
}

fn credentials() -> StaticCredentials {
    let key = |id: &str, session_token: Option<&str>, expires: Option<&str>| Credential {
        access_key_id: id.into(),
        secret: Secret::new("secret"),
        session_token: session_token.map(Secret::new),
        expires: expires.map(|time| time.parse().expect("a time")),
        principal: Principal {
            account: "111122223333".into(),
            arn: "arn:aws:iam::111122223333:user/<alice>&co".into(),
            user_id: "AIDAEXAMPLE".into(),
        },
        identity: Identity::Root,
        session_policies: None,
        issued: None,
        carried: Carried::default(),
        is_from_console: false,
    };
    let limited = Credential {
        session_policies: Some(vec![include_str!("limited.json").into()]),
        ..key("ASIALIMITED", Some("token"), Some("9999-01-01T00:00:00Z"))
    };
    [
        limited,
        key("AKIDALICE", None, None),
        key("ASIAALICE", Some("token"), Some("9999-01-01T00:00:00Z")),
        key("ASIALATE", Some("token"), Some("2001-01-01T00:00:00Z")),
    ]
    .into_iter()
    .collect()
}
